# Theo dõi hồ sơ: điều khiển và các tin báo

follow-button = Theo dõi
follow-button-stop = Bỏ theo dõi
follow-button-stop-one = Bỏ theo dõi { $code }
follow-button-stop-all = Bỏ theo dõi tất cả
follow-button-list = Danh sách theo dõi
follow-button-status = Xem tình trạng
follow-button-off = Tắt tin { $kind }
follow-button-on = Bật tin { $kind }

follow-kind-moves = hồ sơ chuyển bước
follow-kind-asked = yêu cầu bổ sung, nộp phí
follow-kind-due = sắp đến hẹn
follow-kind-late = trễ hẹn
follow-kind-ready = có kết quả

follow-started = Đã theo dõi hồ sơ { $code }.
follow-already = Anh/chị đang theo dõi hồ sơ { $code }.
follow-now = Hiện tại: { $stage }.
follow-told-of = Trong giờ làm việc, trợ lý báo khi: { $kinds }.
follow-told-nothing = Anh/chị đang tắt tất cả các loại tin; bật lại trong danh sách theo dõi.
follow-too-many = Mỗi người theo dõi nhiều nhất { $most } hồ sơ. Anh/chị bỏ theo dõi bớt hồ sơ đã xong rồi thử lại.
follow-stopped = Đã bỏ theo dõi hồ sơ { $code }.
follow-stopped-all = Đã bỏ theo dõi tất cả hồ sơ.
follow-was-not = Anh/chị không theo dõi hồ sơ { $code }.
follow-list = Anh/chị đang theo dõi { $count } hồ sơ:
follow-list-item = { $code } ({ $procedure }): { $stage }
follow-list-empty = Anh/chị chưa theo dõi hồ sơ nào.
follow-how = Để theo dõi, gõ /theodoi và mã hồ sơ, ví dụ /theodoi H57.16-210315-0012.
follow-off = Từ nay trợ lý không gửi tin “{ $kind }”.
follow-on = Từ nay trợ lý gửi tin “{ $kind }”.

follow-due = Hẹn trả: { $due }.
follow-moved-due = Ngày hẹn trả của hồ sơ { $code } đã đổi từ { $earlier } sang { $later }.
follow-moved-due-late = Cơ quan xin lỗi anh/chị vì phải lùi ngày hẹn.
follow-new-due = Hồ sơ { $code } hẹn trả kết quả lúc { $due }.
follow-no-due = Hồ sơ { $code } không còn ngày hẹn trả.
follow-due-soon = Hồ sơ { $code } sắp đến hẹn: trả kết quả lúc { $due }.
follow-due-soon-stage = Hiện tại: { $stage }. Trợ lý báo ngay khi có kết quả.
follow-late = Hồ sơ { $code } đã quá ngày hẹn trả ({ $due }) mà chưa có kết quả. Cơ quan xin lỗi anh/chị.
follow-late-rights = Anh/chị có quyền được biết lý do; bộ phận một cửa có trách nhiệm gửi văn bản xin lỗi kèm ngày hẹn mới. Có ngày hẹn mới, trợ lý báo ngay.
follow-late-again = Hồ sơ { $code } lại quá ngày hẹn mới ({ $due }) mà chưa có kết quả. Cơ quan xin lỗi anh/chị.
follow-late-again-rights = Anh/chị có quyền được biết lý do và có thể phản ánh với lãnh đạo { $unit }: gõ /phananh.
follow-apology = Về hồ sơ { $code }:
