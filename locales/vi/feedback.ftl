# Gửi phản ánh, kiến nghị: từng câu hỏi
feedback-ask-content = Anh/chị cho biết điều cần phản ánh, kiến nghị: việc gì, xảy ra khi nào.
feedback-ask-content-anew = Anh/chị viết lại nội dung phản ánh.
feedback-how = Ảnh, tệp, ghi âm gửi kèm lúc nào cũng được. Gõ “quay lại” để trở về câu trước, /huy để dừng.
feedback-notice-short = Nội dung chỉ dùng để giải quyết phản ánh; chưa gửi đi khi anh/chị chưa bấm Gửi.
feedback-ask-field = Việc này thuộc lĩnh vực nào?
feedback-ask-field-suggested = Việc này thuộc lĩnh vực { $field }, phải không anh/chị?
feedback-ask-place = Việc xảy ra ở đâu? Anh/chị viết bằng chữ hoặc gửi vị trí.
feedback-ask-dossier = Phản ánh này về hồ sơ nào? Anh/chị gửi mã hồ sơ nếu có.
feedback-ask-dossier-found = Phản ánh này về hồ sơ { $code }, phải không anh/chị?
feedback-ask-dossier-slip = Mã hồ sơ trong nội dung chưa đúng dạng. Anh/chị gửi lại mã hồ sơ nếu có.
feedback-ask-privacy = Ai được biết anh/chị là người gửi?
feedback-privacy-public = Công khai tên
feedback-privacy-agency = Chỉ cơ quan biết
feedback-privacy-anonymous = Ẩn danh
feedback-privacy-public-means = Công khai tên: tên anh/chị được nêu khi cơ quan công khai phản ánh và kết quả.
feedback-privacy-agency-means = Chỉ cơ quan biết: cán bộ giải quyết biết, không công khai.
feedback-privacy-anonymous-means = Ẩn danh: không ai biết, kể cả cán bộ; anh/chị vẫn nhận câu trả lời tại đây.
feedback-ask-name = Anh/chị cho biết họ tên để công khai. Muốn được gọi điện thì gửi thêm số điện thoại.
feedback-ask-contact = Cơ quan trả lời anh/chị tại đây. Muốn được gọi điện, anh/chị gửi họ tên và số điện thoại.

# Câu trả lời chưa dùng được
feedback-too-long = Nội dung dài { $length } ký tự, mỗi phản ánh nhận tối đa { $most } ký tự. Tin anh/chị gửi vẫn được lưu; anh/chị gửi bản rút gọn, hoặc gửi toàn văn thành tệp đính kèm.
feedback-no-words = Anh/chị viết giúp bằng chữ vài lời về việc cần phản ánh.
feedback-files-need-words = Anh/chị viết thêm vài lời để cán bộ hiểu việc cần giải quyết.
feedback-field-unknown = Chưa có lĩnh vực này trong danh sách. Anh/chị chọn giúp một lĩnh vực, hoặc “Không rõ”.
feedback-place-abroad = Vị trí này nằm ngoài Việt Nam nên chưa ghi được. Anh/chị gửi lại vị trí, hoặc viết địa điểm bằng chữ.
feedback-place-too-long = Địa điểm viết tối đa { $most } ký tự. Anh/chị viết gọn lại giúp.
feedback-place-no-words = Anh/chị viết giúp địa điểm bằng chữ, hoặc bấm Bỏ qua.
feedback-privacy-unknown = Anh/chị chọn một trong ba cách dưới đây.
feedback-name-missing = Công khai tên thì cần họ tên. Anh/chị gửi họ tên, hoặc gõ “ẩn danh”, “chỉ cơ quan biết”.
feedback-phone-malformed = Số điện thoại chưa đúng: cần 10 chữ số bắt đầu bằng 0, ví dụ 0905 123 456.
feedback-contact-unread = Chưa đọc được họ tên và số điện thoại. Anh/chị gửi theo mẫu: Nguyễn Thị Hoa, 0905 123 456.
feedback-same-unread = Anh/chị bấm một trong các nút dưới đây.
feedback-not-complete = Trước khi gửi còn một câu cần anh/chị trả lời.
feedback-at-beginning = Đây là câu đầu tiên.
feedback-summary-hint = Anh/chị bấm Gửi nếu đã đủ, Sửa để đổi, hoặc viết thêm cho rõ việc.
feedback-added-to-content = Đã ghi thêm lời vừa rồi vào nội dung phản ánh.

# Ảnh, tệp
feedback-files-kept = Đã nhận { $count } tệp kèm theo.
feedback-files-full = Mỗi phản ánh kèm tối đa { $most } tệp: { $most } tệp đầu đã được giữ, các tệp sau không kèm theo.

# Việc có thể đã được phản ánh
feedback-similar-own = Anh/chị đã gửi việc này ngày { $day }: { $code }.
feedback-similar-words = Nội dung: “{ $words }”
feedback-similar-other = Có thể đã có người phản ánh việc này:
feedback-similar-facts = “{ $words }” – gửi ngày { $day }
feedback-similar-facts-field = “{ $words }” – { $field }, gửi ngày { $day }
feedback-button-me-too = Tôi cũng gặp
feedback-button-add-to = Bổ sung vào { $code }
feedback-button-other-matter = Việc khác, gửi mới

# Xem lại và gửi
feedback-summary = Anh/chị xem lại phản ánh trước khi gửi:
feedback-none = không rõ
feedback-fact-files = Tệp kèm theo
feedback-fact-same = Cùng việc
feedback-same-joined = Anh/chị cũng gặp việc đã có người phản ánh; phản ánh của anh/chị có mã và hẹn trả lời riêng.
feedback-fact-privacy = Ai biết người gửi
feedback-fact-answer = Trả lời
feedback-answer-here = tại đây
feedback-known-public = { $agency } biết nội dung và tên anh/chị; cả hai có thể được công khai cùng kết quả giải quyết.
feedback-known-agency = Chỉ cán bộ giải quyết của { $agency } biết nội dung và người gửi; tên anh/chị không được công khai.
feedback-known-anonymous = { $agency } chỉ biết nội dung. Kênh trò chuyện được giữ riêng để gửi câu trả lời, không hiện cho ai.
feedback-notice = Khi bấm Gửi, anh/chị được thông báo và đồng ý để { $agency } xử lý thông tin trên chỉ nhằm giải quyết phản ánh này (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15). Anh/chị có quyền xem, sửa, xoá, rút lại đồng ý: /dulieu.
feedback-button-send = Gửi
feedback-button-change = Sửa
feedback-button-cancel = Huỷ
feedback-change-what = Anh/chị muốn sửa mục nào?
feedback-change-noidung = Nội dung
feedback-change-linhvuc = Lĩnh vực
feedback-change-noi = Địa điểm
feedback-change-hoso = Mã hồ sơ
feedback-change-rieng = Ai biết người gửi
feedback-change-lienhe = Họ tên, điện thoại
feedback-button-field-yes = Đúng, { $field }
feedback-button-unknown = Không rõ
feedback-button-skip = Bỏ qua
feedback-button-dossier-yes = Đúng, { $code }
feedback-button-dossier-no = Không phải
feedback-button-here = Trả lời tại đây là đủ

# Đã gửi, đã huỷ, viết dở
feedback-sent = Đã nhận phản ánh { $code }.
feedback-sent-before = Phản ánh này đã được gửi từ trước với mã { $code }.
feedback-promise = Hẹn trả lời trước { $at }.
feedback-sent-to = Phản ánh đã được giao cho { $unit }.
feedback-sent-to-duty = Cán bộ trực của { $agency } sẽ giao phản ánh cho đơn vị phụ trách.
feedback-follow = Trợ lý báo ngay khi có tin. Theo dõi: gõ /traphananh { $code }. Còn ảnh, tệp nào, anh/chị cứ gửi tiếp.
feedback-cancelled = Đã huỷ phản ánh đang viết; chưa có gì được gửi đi.
feedback-gone = Phản ánh của nút này đã được gửi, đã huỷ hoặc đã quá 7 ngày nên nút không còn dùng được.
feedback-unsent = Anh/chị đang viết dở một phản ánh, lần cuối lúc { $at }.
feedback-unsent-beside = Vừa nhận thêm: “{ $words }”. Anh/chị tiếp tục phản ánh cũ, hoặc bỏ phản ánh cũ để gửi việc mới này.
feedback-button-go-on = Tiếp tục
feedback-button-anew = Bỏ, viết mới
feedback-button-anew-with = Bỏ, gửi việc mới

# Việc không gửi theo đường phản ánh, kiến nghị
guided-button-feedback = Không phải, tôi chỉ góp ý
guided-emergency = Việc khẩn cấp: anh/chị gọi ngay 113 (công an), 114 (cứu hoả, cứu nạn), 115 (cấp cứu).
guided-emergency-where = Kênh này không trực khẩn cấp; tin nhắn ở đây không đến lực lượng cứu hộ và chưa được gửi thành phản ánh.
guided-denunciation = Nội dung này có vẻ là tố cáo. Tố cáo không gửi theo đường phản ánh, kiến nghị; chưa có gì được gửi đi.
guided-denunciation-where = Anh/chị tố cáo bằng đơn hoặc trình bày trực tiếp tại nơi tiếp công dân của { $agency }, hoặc cơ quan có thẩm quyền giải quyết.
guided-denunciation-how = Đơn ghi ngày tháng, họ tên, địa chỉ, cách liên hệ và hành vi bị tố cáo. Họ tên, địa chỉ của người tố cáo được giữ bí mật; người tố cáo được bảo vệ.
guided-denunciation-basis = Căn cứ: Luật Tố cáo 2018 (điều 9, 22, 23, 47).
guided-complaint = Nội dung này có vẻ là khiếu nại. Khiếu nại quyết định, hành vi hành chính không gửi theo đường phản ánh, kiến nghị; chưa có gì được gửi đi.
guided-complaint-where = Anh/chị khiếu nại bằng đơn hoặc trực tiếp đến người đã ra quyết định hay cơ quan có người thực hiện hành vi đó; với { $agency }, tại nơi tiếp công dân.
guided-complaint-how = Thời hiệu là 90 ngày từ ngày nhận hoặc biết quyết định, hành vi. Anh/chị cũng có thể khởi kiện vụ án hành chính tại Toà án.
guided-complaint-basis = Căn cứ: Luật Khiếu nại 2011 (điều 7, 8, 9).
guided-state-secret = Bí mật nhà nước không được gửi qua tin nhắn; chưa có gì được gửi thành phản ánh. Nếu tin vừa gửi có nội dung mật, anh/chị xoá tin đó ngay.
guided-state-secret-where = Anh/chị báo trực tiếp cho { $agency } tại nơi tiếp công dân, hoặc cơ quan công an nơi gần nhất.
guided-state-secret-how = Không chụp, sao, chuyển tiếp tài liệu; mang đến trực tiếp và giao tận tay người có trách nhiệm.
guided-state-secret-basis = Căn cứ: Luật Bảo vệ bí mật nhà nước 2018 (điều 5).
