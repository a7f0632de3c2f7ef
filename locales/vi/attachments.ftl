# Ảnh, tệp, giọng nói, vị trí và tin nhắn được sửa
attachment-received = Trợ lý đã nhận và lưu tệp anh/chị gửi. Để gửi phản ánh, kiến nghị, anh/chị bấm nút dưới đây (hoặc gõ /phananh) rồi gửi kèm ảnh, tệp trong lúc điền. Để hỏi về hồ sơ, anh/chị gõ mã hồ sơ.
position-received = Trợ lý đã nhận vị trí anh/chị gửi. Nếu anh/chị muốn phản ánh về nơi này, anh/chị bấm nút dưới đây (hoặc gõ /phananh) rồi gửi lại vị trí khi được hỏi địa điểm.
words-needed = Bước này trợ lý cần anh/chị trả lời bằng chữ hoặc số. Anh/chị gõ giúp câu trả lời, hoặc gõ /huy để dừng.
edit-read = Đã đọc nội dung anh/chị vừa sửa.
edit-too-late = Tin nhắn anh/chị vừa sửa đã được trả lời từ trước và câu trả lời đó vẫn giữ nguyên. Nội dung sửa đã được lưu lại; để trợ lý trả lời theo nội dung mới, anh/chị gửi thành một tin nhắn mới giúp.
button-feedback = Gửi phản ánh

# Gửi ảnh, tệp, vị trí từ trang trò chuyện
web-attach = Đính kèm
web-attach-hint = Ảnh, PDF, Word hoặc ghi âm; tối đa { $count } tệp, mỗi tệp không quá { $limit } MB.
web-attach-chosen = Tệp sẽ gửi
web-attach-remove = Bỏ tệp { $name }
web-attachment-photo = Ảnh
web-attachment-file = Tệp
web-attachment-voice = Ghi âm
web-attachment-video = Video
web-share-position = Gửi vị trí
web-position-asking = Đang lấy vị trí của anh/chị…
web-position-denied = Trình duyệt chưa được phép cho biết vị trí. Anh/chị cho phép trong cài đặt của trình duyệt, hoặc gõ địa chỉ bằng chữ.
web-position-unavailable = Chưa lấy được vị trí của anh/chị. Anh/chị thử lại, hoặc gõ địa chỉ bằng chữ.
web-position-sent = Vị trí: { $latitude }, { $longitude }
web-position-map = Xem trên bản đồ
web-error-file-too-large = Tệp “{ $name }” lớn hơn { $limit } MB nên chưa gửi được. Anh/chị gửi tệp nhỏ hơn giúp.
web-error-file-kind = Tệp “{ $name }” không phải loại nhận được. Anh/chị gửi ảnh (JPEG, PNG, WebP, HEIC), tệp PDF, tệp Word hoặc tệp ghi âm.
web-error-file-damaged = Tệp “{ $name }” bị hỏng hoặc chưa tải lên đủ. Anh/chị mở thử tệp rồi gửi lại.
web-error-file-bomb = Tệp “{ $name }” khi mở ra quá lớn nên không nhận được. Anh/chị gửi ảnh nhỏ hơn hoặc tệp gọn hơn.
web-error-file-two-in-one = Tệp “{ $name }” có một tệp khác giấu bên trong nên không nhận được. Anh/chị lưu lại thành ảnh hoặc PDF rồi gửi.
web-error-file-infected = Phát hiện mã độc trong tệp “{ $name }” nên không nhận. Anh/chị quét lại thiết bị rồi gửi tệp khác, hoặc mang giấy tờ đến bộ phận một cửa.
web-error-file-held = Tệp đang chờ kiểm tra mã độc. Anh/chị mở lại sau ít phút.
web-error-too-many-files = Mỗi tin nhắn gửi được nhiều nhất { $limit } tệp. Anh/chị chia thành nhiều tin nhắn giúp.
web-error-uploads-allowance = Mỗi giờ chỉ gửi được { $count } tệp, tổng cộng { $limit } MB. Anh/chị chờ ít lâu rồi gửi tiếp giúp.
web-error-position = Vị trí gửi lên không hợp lệ. Anh/chị thử lại, hoặc gõ địa chỉ bằng chữ.
photo-being-read = Đã nhận ảnh. Trợ lý đang tìm mã hồ sơ trên ảnh.
photo-unreadable = Trợ lý không đọc được mã QR hay mã vạch nào trên ảnh.
photo-how = Anh/chị chụp lại thẳng góc, đủ sáng, lấy trọn mã và để mã chiếm phần lớn ảnh; hoặc gõ mã hồ sơ in trên giấy biên nhận. Nếu ảnh là phản ánh, anh/chị bấm nút dưới đây.
