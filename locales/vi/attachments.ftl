# Ảnh, tệp, giọng nói, vị trí và tin nhắn được sửa
attachment-received = Trợ lý đã nhận và lưu tệp anh/chị gửi. Để gửi phản ánh, kiến nghị, anh/chị bấm nút dưới đây (hoặc gõ /phananh) rồi gửi kèm ảnh, tệp trong lúc điền. Để hỏi về hồ sơ, anh/chị gõ mã hồ sơ.
position-received = Trợ lý đã nhận vị trí anh/chị gửi. Nếu anh/chị muốn phản ánh về nơi này, anh/chị bấm nút dưới đây (hoặc gõ /phananh) rồi gửi lại vị trí khi được hỏi địa điểm.
words-needed = Bước này trợ lý cần anh/chị trả lời bằng chữ hoặc số. Anh/chị gõ giúp câu trả lời, hoặc gõ /huy để dừng.
edit-read = Đã đọc nội dung anh/chị vừa sửa.
edit-too-late = Tin nhắn anh/chị vừa sửa đã được trả lời từ trước và câu trả lời đó vẫn giữ nguyên. Nội dung sửa đã được lưu lại; để trợ lý trả lời theo nội dung mới, anh/chị gửi thành một tin nhắn mới giúp.
button-feedback = Gửi phản ánh
