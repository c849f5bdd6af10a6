row = dòng { $row }
drafted = đã lập nháp: { $paths }
known = đã có trong danh mục, không đổi gì: { $entry }
differs = đã có trong danh mục nhưng nói khác, không ghi đè: { $entry }
left = để lại

## Đoán

producer-above = đoán: ô cơ sở trống, lấy cơ sở ở dòng trên: { $producer }
producer-guessed = đoán: cơ sở “{ $sheet }” là `{ $id }` ({ $name })
place-guessed = đoán: địa chỉ “{ $sheet }” là `{ $unit }`; có đơn vị cùng tên
group-guessed = đoán: nhóm `{ $group }`, vì bảng không ghi nhóm
serial = đoán: ô là số ngày của Excel, đọc là { $date }

## Để lại

no-name = không có tên sản phẩm
no-date = { $stars } sao mà bảng không ghi ngày, năm: nháp có dấu SỬA ở chỗ ấy
no-producer = bảng không ghi cơ sở; tạm lấy tên sản phẩm
place-left = không nhận ra xã trong địa chỉ “{ $sheet }”
unread = không hiểu chữ “{ $text }” ở ô hạng sao hoặc năm
date-without-star = có thời gian { $date } mà không có hạng sao
column-left = cột “{ $heading }” không dùng tới: { $text }

## Khác

other-producer = bảng ghi cơ sở “{ $sheet }”, danh mục ghi “{ $here }”
other-star = bảng ghi { $stars } sao ({ $date }), danh mục chưa ghi lần công nhận ấy
other-date = { $stars } sao: bảng ghi { $sheet }, danh mục ghi { $here }
same-name = danh mục đã có mục cùng tên của cơ sở khác: { $entry }; xem có phải một sản phẩm không
