telegram-command-start = Bắt đầu
telegram-command-tracuu = Tra tình trạng hồ sơ
telegram-command-thongke = Số liệu giải quyết hồ sơ
telegram-command-help = Hướng dẫn sử dụng
telegram-command-lang = Đổi ngôn ngữ (Việt, Anh)
telegram-command-huy = Dừng việc đang làm dở
