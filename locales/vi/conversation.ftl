unsupported-message = Trợ lý chưa đọc được loại tin này. Anh/chị vui lòng gõ bằng chữ, ví dụ mã hồ sơ hoặc câu hỏi.
turn-failed = Xin lỗi anh/chị, đã có lỗi phía chúng tôi nên chưa trả lời được. Lỗi đã được ghi lại; anh/chị vui lòng gửi lại sau ít phút hoặc liên hệ bộ phận một cửa.
