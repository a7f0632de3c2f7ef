status-registered = Hồ sơ { $code } đã được gửi tới { $unit } và đang chờ tiếp nhận.
status-accepted = Hồ sơ { $code } đã được { $unit } tiếp nhận và sắp được xử lý.
status-not-accepted = Hồ sơ { $code } không được { $unit } tiếp nhận.
status-in-progress = Hồ sơ { $code } đang được { $unit } giải quyết.
status-awaiting-papers = Hồ sơ { $code } đang chờ anh/chị bổ sung giấy tờ.
status-awaiting-fee = Hồ sơ { $code } đang chờ anh/chị nộp phí, lệ phí.
status-withdrawn = Hồ sơ { $code } đã được rút theo yêu cầu của người nộp.
status-stopped = Hồ sơ { $code } đã dừng giải quyết.
status-result-ready = Hồ sơ { $code } đã có kết quả.
status-returned = Hồ sơ { $code } đã trả kết quả.

next-registered = Bộ phận một cửa sẽ kiểm tra giấy tờ và gửi giấy tiếp nhận có ngày hẹn trả kết quả.
next-accepted = Bước tiếp theo: chuyển hồ sơ đến phòng chuyên môn để giải quyết. Anh/chị chưa cần làm gì thêm.
next-not-accepted = Anh/chị xem lý do trong thông báo của bộ phận một cửa, bổ sung rồi nộp lại; hoặc hỏi trực tiếp { $unit }.
next-in-progress = Khi có kết quả, cơ quan sẽ thông báo cho anh/chị. Anh/chị chưa cần làm gì thêm.
next-awaiting-papers = Việc anh/chị cần làm: nộp đủ giấy tờ ghi trong Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ đã gửi. Thời hạn giải quyết được tính lại từ khi hồ sơ đầy đủ.
next-awaiting-fee = Việc anh/chị cần làm: nộp phí, lệ phí theo thông báo đã gửi, trực tuyến hoặc tại bộ phận một cửa. Hồ sơ được giải quyết tiếp ngay sau đó.
next-awaiting-fee-amount = Việc anh/chị cần làm: nộp phí, lệ phí ({ $fee }) theo thông báo đã gửi, trực tuyến hoặc tại bộ phận một cửa. Hồ sơ được giải quyết tiếp ngay sau đó.
next-withdrawn = Nếu vẫn cần giải quyết, anh/chị nộp hồ sơ mới.
next-stopped = Lý do được ghi trong thông báo dừng giải quyết; anh/chị có thể hỏi { $unit } nếu chưa nhận được.
next-result-ready = Việc anh/chị cần làm: mang giấy tiếp nhận và giấy tờ tuỳ thân đến bộ phận một cửa nhận kết quả, hoặc chờ bưu điện phát nếu đã đăng ký.
next-returned = Việc giải quyết đã xong. Nếu kết quả có sai sót, anh/chị liên hệ { $unit } để được đính chính.

stage-registered = đã gửi, chờ tiếp nhận
stage-accepted = đã tiếp nhận
stage-not-accepted = không tiếp nhận
stage-in-progress = đang giải quyết
stage-awaiting-papers = chờ bổ sung giấy tờ
stage-awaiting-fee = chờ nộp phí, lệ phí
stage-withdrawn = người nộp rút hồ sơ
stage-stopped = dừng giải quyết
stage-result-ready = đã có kết quả
stage-returned = đã trả kết quả

late-apology = Cơ quan xin lỗi anh/chị: hồ sơ đã quá ngày hẹn trả và chưa có ngày hẹn mới. Anh/chị có quyền được biết lý do; bộ phận một cửa có trách nhiệm gửi văn bản xin lỗi kèm ngày hẹn mới.
apology-told = Cơ quan xin lỗi anh/chị vì chậm trả kết quả. Lý do: { $reason }. Ngày hẹn mới: { $day }.
due-moved = Cơ quan xin lỗi anh/chị vì đã lùi ngày hẹn trả từ { $earlier } sang { $later }.

fact-applicant = Người nộp
fact-procedure = Thủ tục
fact-unit = Nơi giải quyết
fact-partner = Phối hợp với
fact-received = Tiếp nhận
fact-due = Hẹn trả
fact-finished = Có kết quả
fact-returned = Đã trả

due-plain = { $time } { $weekday } { $day }
due-today = { $time } hôm nay, { $weekday } { $day }
due-left = { $time } { $weekday } { $day } (còn { $days } ngày làm việc)
due-past = { $time } { $weekday } { $day } (quá hẹn { $days } ngày làm việc)
due-none = chưa có ngày hẹn

weekday-1 = thứ Hai
weekday-2 = thứ Ba
weekday-3 = thứ Tư
weekday-4 = thứ Năm
weekday-5 = thứ Sáu
weekday-6 = thứ Bảy
weekday-7 = Chủ nhật

history-heading = Quá trình giải quyết
history-step = { $at } – { $step }

button-dossier-detail = Xem chi tiết

dossier-ask-code = Anh/chị cho biết mã hồ sơ cần tra.
dossier-code-where = Mã in trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả, ví dụ 000.00.16.H57-210315-0012 hoặc H57.16-210315-0012.
dossier-code-malformed = Mã anh/chị gửi chưa đúng dạng một mã hồ sơ.
dossier-code-agency = Phần đầu (trước dấu gạch) là mã cơ quan, ví dụ 000.00.16.H57 hoặc H57.16.
dossier-code-date = Phần giữa là ngày nhận viết 6 chữ số năm-tháng-ngày, ví dụ 210315 là ngày 15/03/2021.
dossier-code-serial = Phần cuối là số thứ tự, ít nhất 4 chữ số, ví dụ 0012.
dossier-not-shown = Không có thông tin để hiển thị cho mã { $code }.
dossier-check-code = Anh/chị đối chiếu lại từng chữ, từng số với giấy tiếp nhận.
dossier-check-proof = Nếu vừa nhập 4 số cuối điện thoại: số đó phải là số đã ghi trong hồ sơ.
dossier-ask-desk = Vẫn chưa được, anh/chị mang giấy tiếp nhận đến hỏi bộ phận một cửa.

proof-ask = Để xem chi tiết hồ sơ { $code }, anh/chị nhập 4 số cuối của số điện thoại đã ghi trong hồ sơ. Gõ /huy nếu thôi.
proof-ask-again = Anh/chị chỉ cần nhập đúng 4 chữ số cuối của số điện thoại trong hồ sơ { $code }, ví dụ 0123. Gõ /huy nếu thôi.
proof-too-many = Đã nhập sai quá số lần cho phép. Anh/chị thử lại từ { $at }, hoặc mang giấy tiếp nhận đến bộ phận một cửa, hoặc nhắn “gặp cán bộ” cho trợ lý để được giúp.

demonstration-mark = Dữ liệu minh hoạ, không phải hồ sơ thật.
