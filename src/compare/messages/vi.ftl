## Chương

chapter-certificate = Sao và hiệu lực
chapter-entry = Mục mới, mục bỏ
chapter-outlet = Nơi bán và liên hệ
chapter-detail = Tên, chủ thể, nơi chốn
chapter-source = Nguồn
chapter-text = Lời văn
chapter-pages = Trang của site
nothing = Không có gì đổi với người đọc.
more = và { $count } dòng nữa

## Sao và hiệu lực

stars = { $old } sao → { $new } sao{ $basis ->
    [none] {""}
   *[other] {" "}({ $basis })
  }
stars-first = được { $new } sao lần đầu{ $basis ->
    [none] {""}
   *[other] {" "}({ $basis })
  }
stars-none = không còn ghi { $old } sao
state = { $old } → { $new }{ $until ->
    [none] {""}
   *[other] {" "}(hạn: { $until })
  }
until = hạn { $old } → { $new }
event-new = thêm: { $event }
event-gone = bỏ: { $event }
course = quá trình dự thi: { $old } → { $new }

## Mục

entry-new = mục mới{ $about ->
    [none] {""}
   *[other] {"."} { $about }
  }
entry-gone = bỏ mục
entry-broken = tệp `{ $file }` không đọc được, nên mục này biến khỏi trang
renamed = đổi tên: { $old } → { $new }
moved = đổi mã: { $old } → { $new }; địa chỉ cũ dẫn về địa chỉ mới
producer = đổi chủ thể: { $old } → { $new }
category = nhóm: { $old } → { $new }
place = nơi chốn: { $old } → { $new }
code = mã nhãn: { $old } → { $new }
official-code = mã OCOP: { $old } → { $new }
alcohol = độ cồn: { $old } → { $new }
plan-targets = chỉ tiêu trong kế hoạch: { $old } → { $new } dòng
plan-counts = con số đã công bố: { $old } → { $new } dòng
plan-ideas = ý tưởng: { $old } → { $new } dòng

## Nơi bán

closed = đóng cửa{ $date ->
    [none] {""}
   *[other] {" "}({ $date })
  }; trước đây: { $old }
status = { $old } → { $new }{ $date ->
    [none] {""}
   *[other] {" "}({ $date })
  }
verified = xác minh: { $old } → { $new }
hours = giờ mở cửa: { $old } → { $new }
contacts = liên hệ đã đổi ({ $old } → { $new } mục)
sold-new = nay có bán tại { $outlet }
sold-gone = thôi bán tại { $outlet }

## Nguồn

source-new = nguồn mới: { $grade }{ $date ->
    [none] {""}
   *[other] {" "}({ $date })
  }
source-gone = bỏ nguồn
grade = hạng nguồn: { $old } → { $new }
source-date = ngày của nguồn: { $old } → { $new }

## Lời văn

summary = sửa câu giới thiệu
facts = sửa điều nguồn ghi ({ $old } → { $new } câu)
caveats = sửa điều còn mâu thuẫn, suy ra hoặc thiếu ({ $old } → { $new } câu)
story = sửa bài viết
fields = sửa mục: { $fields }
fields-en = sửa mục ở bản tiếng Anh: { $fields }
other-names = sửa tên tiếng Anh hoặc tên gọi khác

## Trang

pages-new = { $count } trang xuất hiện:
pages-gone = { $count } trang biến mất:
redirects-new = { $count } địa chỉ dẫn sang chỗ khác:
