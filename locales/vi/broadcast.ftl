broadcast-from = Thông báo của { $agency }
broadcast-why = Anh/chị nhận tin này vì đang theo dõi hồ sơ tại đây. Gõ /theodoi danhsach để xem hoặc bỏ theo dõi.
