reminder-accept-soon = { $code } chờ anh/chị nhận, hạn nhận { $due }.
reminder-accept-late = { $code } chưa có người nhận dù đã quá hạn nhận { $due }.
reminder-answer-soon = { $code } cần trả lời trước { $due }.
reminder-answer-late = { $code } đã quá hạn trả lời { $due }.
reminder-due-soon = { $code } đến hạn { $due }.
reminder-due-late = { $code } đã quá hạn { $due }.
reminder-escalated = Việc này đã quá hạn và chưa chuyển động, nên được báo lên anh/chị; cán bộ phụ trách đã được nhắc trước.
reminder-apologise = Nếu không kịp, anh/chị gửi thư xin lỗi nêu lý do và hẹn lại ngày trả (chỉ được hẹn lại một lần, Nghị định 61/2018/NĐ-CP, điều 19 khoản 9).
button-open-work = Mở việc này
button-acknowledge = Đã rõ
button-snooze = Nhắc lại sáng mai
button-apologise = Xin lỗi, hẹn lại
button-open-list = Danh sách việc
digest-head = Hôm nay có { $count } việc cần để ý: { $late } quá hạn, { $today } đến hạn hôm nay, { $soon } đến hạn trong ba ngày làm việc tới{ $unassigned ->
    [0] .
   *[other] , { $unassigned } chưa có người phụ trách.
}
digest-unassigned = Chưa có người phụ trách (hiện { $shown }/{ $total })
digest-late = Quá hạn (hiện { $shown }/{ $total })
digest-today = Đến hạn hôm nay (hiện { $shown }/{ $total })
digest-soon = Sắp đến hạn (hiện { $shown }/{ $total })
digest-item = { $code } · { $clock ->
    [accept] hạn nhận
   *[other] hạn
} { $due } · { $title }
digest-item-of = { $code } · { $clock ->
    [accept] hạn nhận
   *[other] hạn
} { $due } · { $officer } · { $title }
alarm-job-silent = Cảnh báo: việc nền “{ $job }” không chạy được từ { $since }. Anh/chị chạy motcua doctor và xem nhật ký.
alarm-no-digest = Cảnh báo: sáng nay chưa gửi được bản tổng hợp việc cho cán bộ nào. Anh/chị chạy motcua doctor và xem nhật ký.
alarm-no-calendar = Chưa có lịch nghỉ chính thức năm { $year }. Anh/chị nhập tệp ngay-nghi của năm { $year }; khi chưa có, các ngày hẹn sang năm đó chỉ là dự kiến.
several-reminders = Các việc anh/chị cần để ý lúc này (hiện { $shown }/{ $total }):
several-escalated = Các việc quá hạn chưa chuyển động nên được báo lên anh/chị, cán bộ phụ trách đã được nhắc trước (hiện { $shown }/{ $total }):
button-apologise-for = Xin lỗi, hẹn lại { $code }
simulate-unlinked = chưa liên kết
