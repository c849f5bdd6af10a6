### Chữ của giao diện. Cùng khóa với en.ftl. Câu ngắn, không quá 20 từ; không viết tắt khi chưa giải nghĩa.

## Từ của danh mục: term-<loại>-<từ>

term-caveat-kind-contradiction = Các nguồn nói khác nhau
term-caveat-kind-inferred = Suy ra, chưa có nguồn nói thẳng
term-caveat-kind-missing = Nguồn chưa nói tới

term-confidence-high = Chắc chắn
term-confidence-medium = Khá chắc
term-confidence-low = Cần kiểm tra thêm

term-contact-kind-person = Cá nhân
term-contact-kind-organisation = Đơn vị

term-scheme-qd-1048-2019 = Danh mục năm 2019
term-scheme-qd-148-2023 = Danh mục năm 2023
term-scheme-qd-26-2026 = Danh mục năm 2026

term-category-basis-stated = Nguồn ghi rõ phân nhóm
term-category-basis-compiler = Người biên soạn xếp nhóm; nguồn không công bố

term-recognition-event-recognised = Được công nhận
term-recognition-event-lapsed = Hết hiệu lực
term-recognition-event-withdrawn = Bị thu hồi
term-recognition-event-renewal_filed = Đã nộp hồ sơ công nhận lại

term-certainty-stated = Nguồn ghi rõ
term-certainty-inferred = Suy ra từ nguồn

term-step-candidate = Ý tưởng sản phẩm, chưa công nhận
term-step-in_assessment = Đang đánh giá
term-step-upgrading = Đang nâng hạng
term-step-reassessing = Đang đánh giá lại
term-step-maintained = Được giữ hạng
term-step-not_passed = Chưa đạt ở lần đánh giá này

term-certificate-in_force = Còn hiệu lực
term-certificate-ending_soon = Sắp hết hạn
term-certificate-in_grace = Hết hạn, đang chờ công nhận lại
term-certificate-lapsed = Hết hạn
term-certificate-withdrawn = Đã thu hồi
term-certificate-date_unknown = Chưa rõ hạn
term-certificate-none = Chưa xếp hạng

term-invoice-vat = Hóa đơn giá trị gia tăng
term-invoice-sales = Hóa đơn bán hàng
term-invoice-none = Không xuất hóa đơn

term-paper-kind-food_safety = Giấy đủ điều kiện an toàn thực phẩm
term-paper-kind-self_declaration = Bản tự công bố sản phẩm
term-paper-kind-test_report = Phiếu kiểm nghiệm
term-paper-kind-haccp = Chứng nhận HACCP (kiểm soát mối nguy)
term-paper-kind-iso = Chứng nhận ISO (tiêu chuẩn quốc tế)
term-paper-kind-vietgap = Chứng nhận VietGAP (thực hành nông nghiệp tốt)
term-paper-kind-organic = Chứng nhận hữu cơ
term-paper-kind-trademark = Nhãn hiệu đã đăng ký
term-paper-kind-barcode = Mã số, mã vạch
term-paper-kind-other = Giấy tờ khác

term-name-basis-source = Tên theo nguồn
term-name-basis-brand = Nguồn chưa nêu tên đơn vị; tạm ghi theo nhãn hiệu

term-legal-form-cooperative = Hợp tác xã
term-legal-form-cooperative_group = Tổ hợp tác
term-legal-form-company = Công ty
term-legal-form-farm = Trang trại
term-legal-form-household_business = Hộ kinh doanh
term-legal-form-workshop = Cơ sở sản xuất
term-legal-form-association = Hội, hiệp hội
term-legal-form-unknown = Chưa rõ loại hình

term-welcomed-yes = Có đón khách
term-welcomed-planned = Dự kiến đón khách
term-welcomed-no = Không đón khách
term-welcomed-unknown = Chưa rõ có đón khách không

term-outlet-type-ocop_shop = Cửa hàng OCOP
term-outlet-type-ocop_centre = Trung tâm giới thiệu sản phẩm OCOP
term-outlet-type-workshop = Bán tại xưởng
term-outlet-type-supermarket = Siêu thị
term-outlet-type-market = Chợ
term-outlet-type-hotel_shelf = Kệ hàng tại khách sạn
term-outlet-type-post_office = Bưu điện
term-outlet-type-rest_stop = Trạm dừng nghỉ
term-outlet-type-online = Bán trên mạng
term-outlet-type-other = Điểm bán khác

term-outlet-status-open = Đang hoạt động
term-outlet-status-seasonal = Mở theo mùa
term-outlet-status-closed = Đã đóng cửa
term-outlet-status-unknown = Chưa rõ còn mở không

term-venue-type-restaurant = Nhà hàng
term-venue-type-hotel = Khách sạn
term-venue-type-homestay = Nhà dân đón khách (homestay)
term-venue-type-gift_shop = Cửa hàng quà tặng
term-venue-type-other = Cơ sở khác

term-use-how-menu = Trong thực đơn
term-use-how-breakfast = Trong bữa sáng
term-use-how-shelf = Trên kệ bán
term-use-how-gift = Làm quà tặng khách

term-destination-type-beach = Bãi biển
term-destination-type-island = Đảo
term-destination-type-heritage = Di tích
term-destination-type-craft_village = Làng nghề
term-destination-type-market = Chợ
term-destination-type-nature = Thiên nhiên
term-destination-type-food = Món ăn, đặc sản
term-destination-type-other = Điểm đến khác

term-route-status-offered = Có đơn vị tổ chức
term-route-status-described = Do báo mô tả, chưa thấy nơi bán tour
term-route-status-unknown = Chưa rõ có đơn vị tổ chức không
term-weekday-Mo = Thứ hai
term-weekday-Tu = Thứ ba
term-weekday-We = Thứ tư
term-weekday-Th = Thứ năm
term-weekday-Fr = Thứ sáu
term-weekday-Sa = Thứ bảy
term-weekday-Su = Chủ nhật

term-grade-A = Quyết định đã ký
term-grade-B1 = Báo chí hoặc cổng thông tin nhà nước
term-grade-B2 = Thông báo, kế hoạch hoặc danh sách chính thức
term-grade-C = Lời của nhà sản xuất, hoặc trang không chính thức

term-source-type-decision = Quyết định
term-source-type-notice = Thông báo
term-source-type-letter = Công văn
term-source-type-plan = Kế hoạch
term-source-type-press = Bài báo
term-source-type-portal = Cổng thông tin
term-source-type-dataset = Bộ dữ liệu
term-source-type-own_page = Trang của nhà sản xuất
term-source-type-other = Nguồn khác

term-quality-text = Bản chữ
term-quality-ocr = Bản quét nhận dạng chữ, có thể sai
term-quality-image = Bản ảnh

term-extent-whole = Đọc trọn văn bản
term-extent-excerpt = Chỉ đọc được một phần

term-language-vi = tiếng Việt
term-language-en = tiếng Anh
