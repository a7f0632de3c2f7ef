report-form-number = Biểu số II.06a/VPCP/KSTT
report-form-basis = Ban hành kèm theo Thông tư số 01/2020/TT-VPCP
report-form-title = TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH
report-form-period = Kỳ báo cáo: { $period }
report-form-days = (Từ ngày { $from } đến ngày { $to })
report-form-from = Đơn vị báo cáo: { $unit }
report-form-to = Đơn vị nhận báo cáo: { $superior }
report-form-unit-of-count = Đơn vị tính: Số hồ sơ
report-blank = ………………………
report-column-serial = STT
report-column-field = Lĩnh vực, công việc giải quyết
report-column-received = Số lượng hồ sơ tiếp nhận
report-column-resolved = Số lượng hồ sơ đã giải quyết
report-column-open = Số lượng hồ sơ đang giải quyết
report-column-total = Tổng số
report-column-in-period = Trong kỳ
report-column-online = Trực tuyến
report-column-direct = Trực tiếp, dịch vụ bưu chính
report-column-carried-over = Từ kỳ trước
report-column-early = Trước hạn
report-column-on-time = Đúng hạn
report-column-late = Quá hạn
report-column-in-time = Trong hạn
report-total = Tổng cộng
report-note-undated = Hồ sơ không có hạn giải quyết: { $resolved } hồ sơ đã giải quyết được tính vào cột (7), { $open } hồ sơ đang giải quyết được tính vào cột (11), ngoài các cột chi tiết.
report-as-of = Số liệu tính đến { $at }. Mã số liệu { $run }.
report-as-of-over = Số liệu đến hết ngày { $day }. Mã số liệu { $run }.
report-note-demonstration = Dữ liệu minh hoạ: người và hồ sơ đều là hư cấu.
report-signed-at = { $place }, ngày { $day } tháng { $month } năm { $year }
report-signed-by-author = NGƯỜI LẬP BIỂU
report-signed-by-head = THỦ TRƯỞNG ĐƠN VỊ
report-sign-here = (Ký, ghi rõ họ tên)
report-sign-and-seal-here = (Ký, ghi rõ họ tên, đóng dấu)
report-sheet-form = II.06a
report-sheet-dossiers = Hồ sơ trong kỳ
report-sheet-feedback = PAKN
report-dossiers-title = HỒ SƠ TRONG SỐ LIỆU: { $period } ({ $days })
report-dossiers-count = { $total } hồ sơ.
report-dossiers-cut = { $total } hồ sơ; trang này chỉ liệt kê { $listed } hồ sơ tiếp nhận sớm nhất.
report-dossier-code = Mã hồ sơ
report-dossier-procedure = Thủ tục hành chính
report-dossier-field = Lĩnh vực
report-dossier-mode = Hình thức nộp
report-dossier-received = Ngày tiếp nhận
report-dossier-due = Hạn giải quyết
report-dossier-resolved = Ngày giải quyết
report-dossier-outcome = Kết quả
report-mode-online = Trực tuyến
report-mode-in-person = Trực tiếp
report-mode-postal = Bưu chính
report-outcome-early = Trước hạn
report-outcome-on-time = Đúng hạn
report-outcome-late = Quá hạn
report-outcome-no-due-date = Đã giải quyết, không có hạn
report-outcome-open = Đang giải quyết
report-outcome-open-late = Đang giải quyết, quá hạn
report-feedback-title = TỔNG HỢP TIẾP NHẬN, XỬ LÝ PHẢN ÁNH, KIẾN NGHỊ
report-feedback-field = Lĩnh vực
report-feedback-received = Tiếp nhận trong kỳ
report-feedback-answered = Đã trả lời
report-feedback-on-time = Đúng hạn
report-feedback-extended = Trong thời gian gia hạn
report-feedback-late = Quá hạn
report-feedback-waiting = Chưa trả lời
report-feedback-no-field = Chưa phân lĩnh vực
report-file-xlsx = Biểu II.06a – { $period }
report-file-docx = Báo cáo giải quyết thủ tục hành chính – { $period }
report-file-png = Biểu đồ { $chart } – { $period }
chart-source = Nguồn: { $unit }. { $asOf }
chart-demonstration = DỮ LIỆU MINH HOẠ
chart-part-early = Trước hạn
chart-part-onTime = Đúng hạn
chart-part-late = Quá hạn
chart-part-noDueDate = Không có hạn
chart-late-count = trễ { $late }
chart-outcome-about = Số hồ sơ đã giải quyết theo kết quả, từng kỳ
chart-outcome-none = { $period }: chưa giải quyết hồ sơ nào
chart-outcome-all = { $period }: không có hồ sơ nào quá hạn trong { $resolved } hồ sơ đã giải quyết
chart-outcome-late = { $period }: { $rate } đúng và trước hạn, { $late } trong { $resolved } hồ sơ quá hạn{ $undated ->
    [0] {""}
   *[other] , { $undated } không có hạn
}
chart-outcome-compared = { $period }: { $rate } đúng và trước hạn (kỳ trước { $before }), { $late } trong { $resolved } hồ sơ quá hạn{ $undated ->
    [0] {""}
   *[other] , { $undated } không có hạn
}
chart-part-online = Trực tuyến
chart-part-inPerson = Trực tiếp
chart-part-postal = Bưu chính
chart-part-carriedOver = Kỳ trước chuyển sang
chart-part-open = Đang giải quyết
chart-part-openLate = Trong đó quá hạn
chart-mode-about-handled = Cơ cấu hồ sơ phải giải quyết (gồm kỳ trước chuyển sang) theo hình thức nộp, từng kỳ
chart-mode-about-received = Cơ cấu hồ sơ tiếp nhận trong kỳ theo hình thức nộp, từng kỳ
chart-mode-target = Chỉ tiêu { $target }
chart-mode-none = { $period }: chưa có hồ sơ nào
chart-mode-rate = { $period }: { $rate } hồ sơ nộp trực tuyến
chart-mode-met = { $period }: { $rate } hồ sơ nộp trực tuyến, đạt chỉ tiêu { $target }
chart-mode-missed = { $period }: { $rate } hồ sơ nộp trực tuyến, chưa đạt chỉ tiêu { $target }
chart-backlog-about = Số hồ sơ đang giải quyết vào cuối mỗi tháng
chart-backlog-less = { $period }: còn { $open } hồ sơ đang giải quyết, giảm { $by } so với đầu kỳ{ $late ->
    [0] , không hồ sơ nào quá hạn
   *[other] , { $late } hồ sơ quá hạn
}
chart-backlog-more = { $period }: còn { $open } hồ sơ đang giải quyết, tăng { $by } so với đầu kỳ{ $late ->
    [0] , không hồ sơ nào quá hạn
   *[other] , { $late } hồ sơ quá hạn
}
chart-backlog-same = { $period }: còn { $open } hồ sơ đang giải quyết, bằng đầu kỳ{ $late ->
    [0] , không hồ sơ nào quá hạn
   *[other] , { $late } hồ sơ quá hạn
}
chart-units-about = Số hồ sơ từng đơn vị đã giải quyết trong kỳ, tỷ lệ đúng và trước hạn
chart-units-few = { $count } hồ sơ{ $late ->
    [0] {""}
   *[other] , quá hạn { $late }
} (ít, không tính tỷ lệ)
chart-units-rate = { $count } hồ sơ{ $late ->
    [0] {""}
   *[other] , quá hạn { $late }
} ({ $rate })
chart-units-all = { $period }: cả { $units } đơn vị đều không có hồ sơ giải quyết quá hạn
chart-units-few-late = { $period }: { $all } trong { $total } hồ sơ đã giải quyết quá hạn
chart-units-late = { $period }: { $unit } có { $late } trong { $all } hồ sơ giải quyết quá hạn
chart-late-about = Số hồ sơ quá hạn từng tháng: giải quyết quá hạn trong tháng, hoặc còn quá hạn vào cuối tháng
chart-late-none = { $period }: không có hồ sơ nào quá hạn
chart-late-some = { $period }: { $all } hồ sơ quá hạn
chart-late-most = { $period }: { $all } hồ sơ quá hạn, nhiều nhất ở lĩnh vực { $field } ({ $late })
chart-name-outcome = kết quả giải quyết
chart-name-mode = hình thức nộp
chart-name-backlog = hồ sơ đang giải quyết
chart-name-units = các đơn vị
chart-name-late = hồ sơ quá hạn
narrative-intro = { $agency } báo cáo kết quả giải quyết thủ tục hành chính { $period } (từ ngày { $from } đến ngày { $to }) như sau:
narrative-intro-running = { $agency } báo cáo kết quả giải quyết thủ tục hành chính { $period } (từ ngày { $from }, số liệu tính đến { $at }) như sau:
narrative-handled = Tổng số hồ sơ phải giải quyết là { $handled } hồ sơ, gồm { $received } hồ sơ tiếp nhận trong kỳ và { $carriedOver } hồ sơ từ kỳ trước chuyển sang.
narrative-modes = Trong { $received } hồ sơ tiếp nhận trong kỳ có { $online } hồ sơ trực tuyến và { $direct } hồ sơ trực tiếp, qua dịch vụ bưu chính (trực tiếp { $inPerson }, bưu chính { $postal }).
narrative-resolved = Đã giải quyết { $resolved } hồ sơ: trước hạn { $early } hồ sơ, đúng hạn { $onTime } hồ sơ, quá hạn { $late } hồ sơ; tỷ lệ đúng và trước hạn đạt { $onTimeRate }.
narrative-resolved-undated = Đã giải quyết { $resolved } hồ sơ: trước hạn { $early } hồ sơ, đúng hạn { $onTime } hồ sơ, quá hạn { $late } hồ sơ, không có hạn { $noDueDate } hồ sơ; tỷ lệ đúng và trước hạn đạt { $onTimeRate }.
narrative-resolved-none = Trong kỳ chưa giải quyết hồ sơ nào.
narrative-open = Đang giải quyết { $open } hồ sơ: trong hạn { $openInTime } hồ sơ, quá hạn { $openLate } hồ sơ.
narrative-open-undated = Đang giải quyết { $open } hồ sơ: trong hạn { $openInTime } hồ sơ, quá hạn { $openLate } hồ sơ, không có hạn { $openNoDueDate } hồ sơ.
narrative-online-handled = Tỷ lệ hồ sơ trực tuyến đạt { $onlineRate } ({ $online }/{ $handled } hồ sơ phải giải quyết).
narrative-online-received = Tỷ lệ hồ sơ trực tuyến đạt { $onlineRate } ({ $online }/{ $received } hồ sơ tiếp nhận trong kỳ).
narrative-online-target = Chỉ tiêu của kỳ là { $target } ({ $source }).
narrative-procedures = Có { $online }/{ $published } thủ tục hành chính đã công khai có phát sinh hồ sơ trực tuyến.
narrative-feedback-none = Trong kỳ không có phản ánh, kiến nghị nào qua đường dây nóng và các kênh tiếp nhận khác.
narrative-feedback = Trong kỳ tiếp nhận { $received } phản ánh, kiến nghị qua đường dây nóng và các kênh tiếp nhận khác, theo lĩnh vực: { $fields }.
narrative-feedback-field = { $field } { $count }
narrative-feedback-answered = Đã trả lời { $answered }/{ $received } phản ánh, kiến nghị, trong đó đúng hạn { $onTime }{ $extended ->
    [0] {""}
   *[other] , trong thời gian gia hạn { $extended }
}, quá hạn { $late }.
narrative-interlinked = Có { $horizontal } thủ tục liên thông cùng cấp (ngang) và { $vertical } thủ tục liên thông giữa các cấp (dọc), đã giải quyết { $resolved } hồ sơ liên thông: liên thông ngang { $horizontalResolved } hồ sơ, liên thông dọc { $verticalResolved } hồ sơ.
narrative-assignments-none = Trong kỳ không có nhiệm vụ được giao nào đến hạn.
narrative-assignments = Có { $due } nhiệm vụ được giao đến hạn trong kỳ, đã hoàn thành { $done }/{ $due } nhiệm vụ: trước hạn { $early }, đúng hạn { $onTime }, quá hạn { $late }.
narrative-limit-target-onlineRateOfReceived = Tỷ lệ hồ sơ trực tuyến trên số tiếp nhận trong kỳ là { $rate }, chưa đạt chỉ tiêu { $target } ({ $source }), còn thiếu { $gap } điểm phần trăm, tức { $short } { $good }.
narrative-limit-target-onlineRateOfHandled = Tỷ lệ hồ sơ trực tuyến trên số phải giải quyết là { $rate }, chưa đạt chỉ tiêu { $target } ({ $source }), còn thiếu { $gap } điểm phần trăm, tức { $short } { $good }.
narrative-limit-target-onTimeRate = Tỷ lệ giải quyết đúng và trước hạn là { $rate }, chưa đạt chỉ tiêu { $target } ({ $source }), còn thiếu { $gap } điểm phần trăm, tức { $short } { $good }.
narrative-limit-procedures = Mới có { $online }/{ $published } thủ tục hành chính phát sinh hồ sơ trực tuyến.
narrative-limit-late = Có { $late } hồ sơ giải quyết quá hạn và { $openLate } hồ sơ đang giải quyết đã quá hạn.
narrative-limit-feedback = Còn { $waiting } phản ánh, kiến nghị chưa trả lời.
narrative-limit-assignments = Còn { $undone } nhiệm vụ được giao chưa hoàn thành.
narrative-limit-none = Trong kỳ không có chỉ tiêu nào chưa đạt.
narrative-closing = Trên đây là báo cáo kết quả giải quyết thủ tục hành chính { $period } của { $agency }./.
report-file-otherwise = Kênh này không gửi được tệp như vậy. Anh/chị xem trên trang chat hoặc Telegram của cơ quan ạ.
report-file-staff-only = Tệp báo cáo chỉ gửi cho cán bộ của cơ quan. Anh/chị xem số liệu và biểu đồ công khai ở đây ạ.
button-report-xlsx = Biểu II.06a (Excel)
button-report-docx = Báo cáo (Word)
button-report-png = Biểu đồ
button-chart = Biểu đồ { $chart }
