syntax = { $slip ->
    [tab] dòng này thụt vào bằng phím Tab; YAML chỉ nhận dấu cách
    [tab-out] dòng này thụt vào bằng phím Tab, mà đúng ra không thụt vào
    [odd-blank] dòng này thụt vào bằng khoảng trắng lạ (chép từ trang mạng hay Word); YAML chỉ nhận dấu cách thường
    [no-blank] sau `{ $what }:` thiếu một dấu cách
    [no-blank-dash] sau dấu gạch đầu dòng thiếu một dấu cách
    [no-colon] sau `{ $what }` thiếu dấu hai chấm
    [open-quote] dấu nháy “{ $what }” mở ở đây mà không có dấu đóng
    [after-quote] chữ trong nháy kết thúc ở giữa dòng, phía sau còn chữ nữa
    [colon] phần chữ có dấu hai chấm và dấu cách ở giữa, hoặc dấu hai chấm ở cuối, phải đặt trong nháy
    [sign] phần chữ bắt đầu bằng “{ $what }” phải đặt trong nháy
    [open-bracket] ngoặc “{ $what }” mở ở đây mà không có ngoặc đóng
    [list-beside-key] danh sách phải bắt đầu ở dòng mới, không đứng cùng dòng với tên mục
    [text-beside-sign] sau dấu “{ $what }”, phần chữ phải bắt đầu ở dòng mới
    [continued] dòng này viết tiếp phần chữ của `{ $what }` thì phải thụt vào
    [indent] dòng này thụt vào không thẳng với các dòng cùng khối
    [no-indent] dòng này thụt vào không thẳng với các dòng cùng khối
   *[other] máy không đọc được tệp từ chỗ này; máy đọc YAML nói: { $detail }
  }
    .help = { $slip ->
        [tab] xóa phần thụt vào, gõ { $spaces } dấu cách
        [tab-out] xóa phần thụt vào
        [odd-blank] xóa phần thụt vào, gõ { $spaces } dấu cách
        [no-blank-dash] gõ một dấu cách sau dấu `-`; các dòng thuộc về nó dời theo
        [continued] gõ { $spaces } dấu cách ở đầu dòng, hoặc nối vào cuối dòng trên
        [no-indent] xóa các dấu cách ở đầu dòng; các dòng thuộc về nó dời theo
        [indent] đặt đúng { $spaces } dấu cách ở đầu dòng; các dòng thuộc về nó dời theo
        [list-beside-key] xuống dòng trước dấu `-`
        [text-beside-sign] xuống dòng ngay sau dấu “{ $what }”
       *[other] viết `{ $fix }`
      }
    .hint = xem dòng này và dòng trên: thường là thiếu dấu nháy, dấu hai chấm hoặc dấu cách
duplicate-key = mục `{ $key }` được ghi hai lần
    .hint = giữ lại một trong hai
banned-yaml = tệp nội dung không dùng { $what ->
    [anchor] neo (&)
    [alias] tham chiếu (*)
    [tag] thẻ kiểu (!)
    [merge-key] khóa trộn (<<)
    [second-document] nhiều tài liệu trong một tệp
   *[other] khóa phức
  }
    .help = nếu dấu ấy thuộc về phần chữ thì viết `{ $fix }`
    .hint = ghi thẳng giá trị vào nơi cần
not-utf8 = { $encoding ->
    [utf-16] tệp được lưu theo mã UTF-16 (Notepad đời cũ gọi là “Unicode”), không phải UTF-8
    [office] tệp này là tài liệu Word hoặc Excel, không phải văn bản thuần
    [cut] tệp bị đứt ở giữa một chữ, có lẽ vì chép chưa hết
   *[old] từ chỗ này, chữ không theo mã UTF-8: có lẽ là bảng mã cũ (Windows-1258, TCVN3 hoặc VNI)
  }
    .hint = { $encoding ->
        [utf-16] mở bằng Notepad, chọn Tệp → Lưu dưới dạng (Save as), ở ô Mã hóa (Encoding) chọn UTF-8, rồi lưu đè
        [office] chép chữ trong tài liệu sang một tệp văn bản, lưu theo mã UTF-8
        [cut] chép lại tệp từ nơi có bản đủ
       *[old] mở tệp bằng phần mềm đã viết ra nó, lưu lại theo mã UTF-8; chữ gõ theo TCVN3 hay VNI thì chuyển sang Unicode trước (UniKey: Công cụ → chuyển mã)
      }
front-matter = { $detail ->
    [unclosed] dòng `---` ở đầu tệp không có dòng `---` đóng lại
    [unclosed-above] bài viết bắt đầu ở đây mà phần khai báo chưa có dòng `---` đóng lại
    [bad-rule] dòng này phải là đúng ba dấu gạch nối `---`
    [late-rule] trước dòng `---` đầu tiên còn dòng khác: nó phải là dòng đầu của tệp
    [missing] tệp không mở đầu bằng phần khai báo giữa hai dòng `---`
    [empty-file] tệp chưa có mục nào
   *[empty] giữa hai dòng `---` chưa có mục nào
  }
    .help = { $detail ->
        [unclosed] thêm một dòng `---` sau dòng này
        [unclosed-above] thêm một dòng `---` ngay trước dòng này
        [missing] thêm một dòng `---` trước dòng này, và một dòng nữa sau mục cuối cùng nếu chưa có
        [late-rule] xóa các dòng đứng trước nó
       *[other] viết `{ $fix }`
      }
    .hint = { $detail ->
        [empty-file] chép khuôn bằng `ocop new`, hoặc xóa tệp này nếu chưa dùng tới
       *[other] tệp mở đầu bằng dòng `---`, tới các mục, tới dòng `---`, rồi mới tới bài viết
      }
conflict-marker = tệp còn hai bản chưa gộp: dòng này do git đặt vào chỗ hai người cùng sửa
    .hint = bản thứ nhất nằm giữa `<<<<<<<` và `=======`, bản thứ hai nằm giữa `=======` và `>>>>>>>`: giữ lại bản đúng (hoặc gộp cả hai), rồi xóa cả ba dòng dấu. Phần còn lại của tệp được xem sau khi sửa chỗ này
unknown-file = { $what ->
    [heic] `{ $name }` là ảnh HEIC của điện thoại: trình duyệt không hiện được
    [picture] `{ $name }` là ảnh thuộc loại không dùng được trên trang
    [document] `{ $name }` là tài liệu: danh mục không giữ tài liệu, chỉ ghi nó làm nguồn
    [table] `{ $name }` là bảng tính: danh mục không giữ bảng tính
    [film] `{ $name }` là phim hoặc bản ghi âm: danh mục không giữ loại tệp này
    [link] `{ $path }` là liên kết tượng trưng tới tệp khác: máy không đi theo
   *[other] `{ $path }` không phải chỗ để nội dung
  }
    .help = có phải bạn muốn đặt ở `{ $fix }`?
    .hint = { $what ->
        [heic] xuất ra JPEG rồi đặt tệp .jpg ở đây thay cho nó; iPhone chụp thẳng ra JPEG khi chọn Cài đặt → Camera → Định dạng → Tương thích nhất
        [picture] lưu lại thành JPEG, PNG hoặc WebP
        [document] thêm tệp `sources/<mã>.yaml` (lệnh `ocop new source <mã>`) có `url` là địa chỉ của tài liệu, dẫn mã ấy ở mục `source`, rồi đưa tài liệu ra khỏi `content/`
        [table] số liệu sản phẩm thì đưa vào bằng `ocop import`; muốn dẫn bảng thì ghi nó làm một nguồn trong `sources/`; tệp để ngoài `content/`
        [film] ghi nơi đăng nó vào một tệp nguồn trong `sources/`, rồi đưa tệp ra khỏi `content/`
        [link] đặt chính tệp ấy vào đây
       *[other] ở đây chỉ để: { $known }
      }
missing-file = thiếu tệp `{ $path }`
    .hint = { $why ->
        [pictures-alone] thư mục `{ $detail }` mới có ảnh: thêm tệp `index.md` (lệnh `ocop new`), hoặc chuyển ảnh sang đúng thư mục
        [english] `{ $detail }` là bản tiếng Anh: thêm bản tiếng Việt bên cạnh
       *[settings] tệp này cần có: { $detail }
      }

unknown-key = ở đây không có mục `{ $key }`
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = các mục dùng được ở đây: { $known }
missing-field = thiếu mục `{ $key }`
    .hint = thêm một dòng `{ $key }: …`
wrong-type = `{ $value }` là { $found ->
    [nothing] chỗ trống
    [number] một số
    [yes-no] giá trị đúng/sai
    [list] một danh sách
    [fields] một khối nhiều mục
   *[text] chữ
  }, nhưng ở đây cần { $expected ->
    [whole-number] số nguyên
    [number] một số
    [yes-no] true hoặc false
    [date] ngày tháng
    [word] một từ trong danh sách cho sẵn
    [list] một danh sách (các dòng bắt đầu bằng `- `)
    [fields] một khối nhiều mục
    [strength] độ cồn tính bằng % hoặc từ unknown
    [ids] mã nguồn, hoặc danh sách mã nguồn
    [text-or-languages] chữ, hoặc khối có vi và en
   *[text] chữ
  }
    .help = { $way ->
        [dash] đặt `- ` trước dòng này; các dòng dưới cùng khối thụt thêm 2 dấu cách
       *[write] viết `{ $fix }`
      }
unknown-word = `{ $value }` không nằm trong các từ được dùng ở đây
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = các từ dùng được: { $known_vi }
bad-date = { $fault ->
    [calendar] không có ngày `{ $value }`
   *[form] `{ $value }` không phải ngày tháng
  }
    .help = viết `{ $fix }`
    .hint = viết ngày theo dạng 2024, 2024-07 hoặc 2024-07-14
out-of-range = { $side ->
    [least] { $value } nhỏ quá: ở đây cần từ { $least } trở lên
    [most] { $value } lớn quá: ở đây nhiều nhất là { $most }
   *[both] { $value } nằm ngoài khoảng { $least } đến { $most }
  }
star-out-of-range = không có hạng { $value } sao: giấy công nhận OCOP chỉ có 3, 4 hoặc 5 sao
    .hint = sản phẩm 1, 2 sao không có quyết định công nhận (26/2026/QĐ-TTg, điều 3): bỏ lần công nhận này
bad-id = `{ $value }` không dùng làm mã được
    .help = viết `{ $fix }`
    .hint = mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối đơn
bad-format = `{ $value }` không phải { $expected ->
    [phone] số điện thoại
    [email] địa chỉ thư điện tử
    [uri] địa chỉ trang mạng
    [repository] kho dạng `chủ-kho/tên-kho`
    [clock] giờ trong ngày
   *[code] mã nhãn (hai chữ in hoa và hai đến bốn chữ số)
  }
    .help = viết `{ $fix }`
empty-text = phần chữ để trống
    .hint = hãy viết vào, hoặc bỏ mục này: điều chưa biết sẽ được hiện là chưa biết
cut-text = từ `{ $value }` trở đi bị coi là ghi chú của tệp, nên không hiện trên trang
    .help = nếu đó là một phần của chữ thì viết `{ $fix }`; nếu là ghi chú thì thêm một dấu cách sau dấu #
    .hint = nếu đó là một phần của chữ thì đặt cả phần chữ trong nháy; nếu là ghi chú thì thêm một dấu cách sau dấu #
bad-geometry = { $why ->
    [province] không có tỉnh `{ $value }`, nên không biết đây là ranh giới của tỉnh nào
    [json] tệp không phải JSON đúng cú pháp: { $value }
    [collection] tệp ranh giới phải là một `FeatureCollection` có danh sách `features`
    [id] hình này không ghi là của xã, phường nào
    [unit] `{ $value }` không phải xã, phường hiện nay của tỉnh này
    [type] hình kiểu `{ $value }` không phải một vùng
    [ring] đường bao phải có ít nhất bốn điểm, điểm cuối trùng điểm đầu
   *[position] `{ $value }` không phải một điểm ở Việt Nam
  }
    .hint = { $why ->
        [province] đặt tên tệp theo mã tỉnh như tệp `.yaml` bên cạnh
        [json] xuất lại tệp từ phần mềm bản đồ
        [collection] xuất lại tệp dạng GeoJSON, mỗi xã một hình
        [id] trong `properties`, thêm `id` là mã của xã
        [unit] chỉ vẽ xã, phường hiện nay: không vẽ xã cũ, huyện, tỉnh hay cả nước
        [type] dùng `Polygon` hoặc `MultiPolygon`
        [ring] nối điểm cuối về điểm đầu
       *[position] viết kinh độ trước, vĩ độ sau, theo độ: `[106.1, 18.3]`
      }
year-mismatch = tệp `{ $file }` ghi kế hoạch của năm { $value }
    .help = viết `{ $fix }`, hoặc đổi tên tệp thành `{ $value }.yaml`
    .hint = đổi tên tệp thành `{ $value }.yaml`
future-date = `{ $value }` ở sau ngày dựng trang { $today }
    .hint = nguồn không thể kể điều chưa xảy ra

unknown-product = không có sản phẩm `{ $value }`
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = mã sản phẩm là tên thư mục trong `products/`
unknown-producer = không có chủ thể `{ $value }`
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = mã chủ thể là tên thư mục trong `producers/`
unknown-point-of-sale = không có điểm bán `{ $value }`
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = mã điểm bán là tên thư mục trong `points-of-sale/`
unknown-venue = không có nhà hàng, khách sạn `{ $value }`
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = mã là tên thư mục trong `venues/`
unknown-destination = không có điểm đến `{ $value }`
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = mã điểm đến là tên thư mục trong `destinations/`
unknown-source = không có nguồn `{ $value }`
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = mã nguồn là tên tệp trong `sources/`
unknown-place = không có địa danh `{ $value }`
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = xã hiện nay viết `thien-cam`, xã cũ viết `cam-my-cu`, huyện viết `huyen-cam-xuyen`, tỉnh khác viết `quang-ngai/binh-son`
unknown-category = danh mục của { $scheme } không có nhóm `{ $value }`
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = các nhóm: { $known }
wrong-era-place = { $name } ({ $value }) không tồn tại vào { $when }: { $existed }
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = ghi đơn vị như nguồn thời ấy viết
divided-place = { $name } đã chia về { $parts }: chưa chắc nay thuộc xã nào
    .hint = nếu có nguồn cho biết, thêm `now: …`
duplicate-id = mã `{ $value }` đã dùng trong { $first }
    .hint = đặt mã khác cho một trong hai
duplicate-code = mã nhãn `{ $value }` đã thuộc về { $first }
    .hint = mã đã in trên nhãn thì không dùng lại: lấy một mã mới
duplicate-alias = đường dẫn cũ `{ $value }` đã trỏ về { $first }
    .hint = bỏ nó ở một trong hai nơi

missing-source = { $what ->
    [Recognition] lần công nhận
    [CourseStep] bước dự thi
    [Fact] điều nguồn ghi
    [Price] giá
    [Paper] giấy tờ
    [Season] mùa vụ
    [Buying] thông tin cho người mua
    [Count] con số
    [Target] chỉ tiêu
    [Idea] ý tưởng
    [Rule] quy định
    [Use] việc dùng sản phẩm
    [Stocks] danh sách hàng bán
    [OnSite] việc bán tại xưởng
    [Visits] thông tin đón khách
    [OtherDate] ngày
    [Hours] giờ mở cửa
    [Contact] liên hệ của cơ quan
   *[other] mục này
  } cần có nguồn
    .hint = thêm `{ $key }: …` với mã của một tệp trong `sources/`
weak-source = số sao không thể chỉ dựa vào { $sources }
    .hint = hạng C là lời của chính chủ thể hoặc trang không chính thức: dẫn quyết định (A), báo chí nhà nước (B1) hoặc thông báo (B2)
impossible-interval = { $later } (`{ $end }`) lại đứng trước { $earlier } (`{ $start }`)
missing-stars = lần công nhận cần `stars: 3`, `4` hoặc `5`
early-decision = `{ $value }` đứng trước { $rule } ({ $since })
    .hint = đối chiếu lại ngày trong văn bản
wrong-authority = { $issuer } không có thẩm quyền công nhận { $stars } sao vào ngày { $date }
    .hint = theo { $rule }, thẩm quyền thuộc { $authority ->
        [district] UBND cấp huyện
        [province] UBND cấp tỉnh
       *[centre] cấp trung ương
      }: xem lại cơ quan hoặc ngày
unusual-term = hạn `{ $value }` không phải 36 tháng kể từ { $date }
    .help = 36 tháng là hết ngày { $fix }
category-mismatch = phân nhóm { $number } không thuộc “{ $group }” trong danh mục của { $scheme }
    .hint = phân nhóm { $number } thuộc `group: { $belongs }`

bad-opening-hours = `{ $value }` chưa đúng cách ghi giờ mở cửa của OpenStreetMap
    .help = viết `{ $fix }`
    .hint = ví dụ `Mo-Su 07:00-21:00`, `Mo-Sa 07:30-11:30,13:30-17:00; Su off`, `24/7`
empty-stop = mỗi điểm dừng ghi đúng một trong bốn mục destination, producer, point_of_sale, venue; ở đây có { $count }
closed-stop = { $why ->
    [gone] { $name } đã đóng cửa hẳn
    [no-visitors] { $name } không đón khách
    [leaves] { $name } đóng cửa lúc { $closes }, còn khách ở lại đến { $until }
   *[shut] { $name } đóng cửa lúc { $at }
  }
    .hint = { $why ->
        [gone] bỏ chặng này, hoặc thay bằng nơi còn mở
        [no-visitors] bỏ chặng này, hoặc hỏi lại chủ thể
       *[hours] không ngày nào tuyến chạy mà mở đúng giờ: giờ mở cửa là `{ $hours }`
      }

missing-picture = { $why ->
    [decomposed] tên tệp của ảnh `{ $value }` ở dạng tách dấu (máy Mac ghi như thế), nên chữ viết đúng không gọi được nó
   *[other] không có ảnh `{ $value }` cạnh tệp này
  }
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = { $why ->
        [decomposed] đổi tên tệp ảnh thành `{ $known }` (không dấu), và ghi tên ấy ở đây
        [others] các ảnh cạnh tệp này: { $known }
       *[none] đặt tệp ảnh vào cùng thư mục với tệp này
      }
bad-picture = không đọc được ảnh `{ $value }`: { $why ->
        [unknown] không rõ là loại tệp gì
       *[other] { $why }
    }
    .hint = lưu lại thành JPEG, PNG hoặc WebP; điện thoại có thể đặt để chụp ra JPEG
misnamed-picture = `{ $value }` thật ra là ảnh { $kind }, đuôi tệp không nói thế
    .hint = đổi tên tệp thành `{ $name }`, và ghi tên ấy ở đây
truncated-picture = ảnh `{ $value }` thiếu phần cuối: tệp chép chưa hết
    .hint = chép lại tệp từ nơi có ảnh gốc
huge-picture = ảnh `{ $value }` quá lớn: { $size }
    .hint = nhiều nhất { $limit } triệu điểm ảnh, mỗi cạnh { $side } điểm, tệp { $megabytes } MB; ngang 2.000 điểm là thừa đủ

not-nfc = phần chữ này chưa ở dạng dựng sẵn (NFC): nhìn thì đúng nhưng không tìm thấy được
    .help = viết `{ $fix }`
look-alike = `{ $letter }` không phải chữ tiếng Việt: máy quét hoặc phông cũ đặt nó thay cho `{ $meant }`
    .help = viết `{ $fix }`
raw-html = bài viết không giữ HTML: `{ $value }` sẽ bị mất
    .hint = viết bằng Markdown
dead-link = { $what ->
    [picture] ảnh `{ $value }` không hiện được trong bài viết
   *[other] không có trang `{ $value }`
  }
    .help = có phải bạn muốn viết `{ $fix }`?
    .hint = { $what ->
        [picture] ghi ảnh vào mục `pictures`, kèm lời mô tả và nguồn ảnh
       *[other] đường dẫn trong trang bắt đầu và kết thúc bằng `/`
      }

phone-without-consent = số điện thoại của cá nhân cần `consent` có ngày và hình thức đồng ý
    .hint = chưa có đồng ý thì ghi số của cơ quan (kind: organisation) hoặc không ghi (Luật 91/2025/QH15)
alcohol-without-strength = đồ uống có cồn phải ghi độ cồn
    .hint = thêm `abv: 29` (% thể tích), hoặc `abv: unknown` khi chưa biết
alcohol-promotion = { $what } không được hiện với rượu từ 15 độ trở lên hoặc chưa rõ độ
    .hint = Luật 44/2019/QH14, điều 5, cấm quảng cáo: bỏ đi, hoặc ghi độ cồn nếu thấp hơn
cure-claim = “{ $value }” là lời nói chữa bệnh
    .hint = hàng trong danh mục không phải thuốc: chỉ ghi đó là gì, làm từ gì
superlative = “{ $value }” là lời không chứng minh được
    .hint = luật quảng cáo cấm cách nói này: thay bằng điều cụ thể có nguồn

route-collision = đường dẫn `{ $route }` vừa là của { $first } vừa là của mục này
    .hint = đổi tên một trong hai
unknown-code = không có loại phát hiện `{ $value }`
    .help = có phải bạn muốn viết `{ $fix }`?
fixed-severity = mức độ của `{ $value }` không hạ xuống được
    .hint = mục mắc lỗi này bị bỏ khỏi danh mục, nên phải là lỗi (error): sửa nội dung thay vì hạ mức
