### Chữ của tem, thẻ kệ và tờ rơi. Cùng khóa với en.ftl.

for-sellers = Cho người bán
for-sellers-why = In tem và thẻ kệ có mã quét, để khách xem hôm nay giấy chứng nhận còn hiệu lực không.
for-sellers-stocks = Thẻ kệ của hàng đang bán, theo nơi làm:
to-labels = In tem 40 × 25 mm
to-cards = In thẻ kệ A6
to-leaflet = In tờ rơi của { $name }
leaflet-why = Một tờ A4 hai mặt, gấp ba: sản phẩm, nơi mua, nơi xem.

sheet-labels = Tem 40 × 25 mm
sheet-cards = Thẻ kệ A6
sheet-size = Khi in, chọn cỡ 100 % (không co giãn), không in đầu trang và chân trang.
sheet-alone = Chỉ in sản phẩm này
sheet-all = In mọi sản phẩm của trang này
sheet-no-spirits = Rượu từ 15 độ trở lên, hoặc chưa rõ độ, không có tem và thẻ kệ, theo Luật Phòng, chống tác hại của rượu, bia.
sheet-no-code = Sản phẩm này chưa có mã ngắn, nên mã quét mang cả địa chỉ dài của trang và to hơn.
sheet-no-code-how = Muốn có mã ngắn, ghi vào tệp của sản phẩm mục “code”: hai chữ in và hai đến bốn số, chưa sản phẩm nào dùng. Mã đã in ra thì không đổi nữa.
sheet-no-code-edit = Sửa tệp của sản phẩm
sheet-no-stamp = Không thay tem chính thức của Chương trình OCOP.
sheet-as-of = Tính đến ngày { $date }.

labels-lead = Mỗi sản phẩm một tờ A4 giấy dán. In rồi cắt theo vạch.
labels-why = Tem không có sao, vì tem ở trên hàng lâu hơn hạn của giấy. Quét mã thì thấy còn hiệu lực hay không vào hôm ấy.
labels-wide = Tem của hàng phải ghi lời cảnh báo theo luật rộng gấp đôi.
labels-words = { $n } tem giống nhau, có mã quét
labels-scan = Quét xem còn hiệu lực
labels-no-stamp = Không thay tem chính thức
labels-too-long = Địa chỉ của sản phẩm dài quá, mã quét không vừa tem 25 mm. Sản phẩm này cần mã ngắn.

cards-lead = Bốn thẻ một tờ A4, cắt theo vạch; in một sản phẩm thì được một trang A6.
cards-why = Sao đã tô chỉ dành cho giấy còn hiệu lực, và luôn có ngày hết hạn. Giấy đổi thì in lại thẻ.
cards-scan = Quét để xem còn hiệu lực
cards-scan-other = Scan to see whether it is still in force

leaflet-here = Tờ rơi
leaflet-heading = Tờ rơi: { $name }
leaflet-lead = In hai mặt, lật theo cạnh ngắn, rồi gấp ba.
leaflet-inside = Mặt trong
leaflet-outside = Mặt ngoài
leaflet-title = Sản phẩm OCOP
leaflet-scan = Quét để xem trang của { $name }: hôm nay món nào còn hiệu lực, mua ở đâu
leaflet-products = Làm ở đây
leaflet-products-more = Cũng làm ở đây
leaflet-more-products = Còn { $n } sản phẩm nữa. Hãy quét mã ở bìa.
leaflet-more = Còn { $n } nơi nữa. Hãy quét mã ở bìa.
leaflet-no-points = Chưa ghi nhận điểm bán nào gần đây. Không có nghĩa là không bán: hãy hỏi nơi làm.
leaflet-no-sights = Chưa ghi nhận điểm đến nào gần đây.
leaflet-workshop = Bán tại nơi làm
leaflet-phone = Điện thoại: { $number }
leaflet-no-spirits = Tờ này không có rượu từ 15 độ trở lên hoặc chưa rõ độ, theo Luật Phòng, chống tác hại của rượu, bia.
leaflet-read = Đọc hạng sao
leaflet-read-ocop = OCOP là Chương trình Mỗi xã một sản phẩm. Sản phẩm được công nhận có 3, 4 hoặc 5 sao, trong 36 tháng.
leaflet-read-gold = Sao tô kín: giấy chứng nhận còn hiệu lực đến ngày ghi bên cạnh.
leaflet-read-hollow = Sao rỗng: từng đạt, hoặc nguồn chưa ghi đủ ngày để biết còn hạn.
leaflet-read-today = Qua ngày ghi trên tờ này, hãy quét mã hoặc xem:
leaflet-read-stamp = Tờ này không thay tem chính thức. Hãy hỏi người bán xem giấy chứng nhận.
leaflet-notes = Ghi thêm
leaflet-wrong = Thấy điều sai

check-none = Không thấy trong danh mục này. Danh mục có thể còn thiếu; không thấy chưa có nghĩa là hàng giả. Hãy thử tên ngắn hơn.
