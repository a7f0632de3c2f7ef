indicator-feedbackOnTimeRate = Tỷ lệ phản ánh, kiến nghị được trả lời đúng hạn
indicator-satisfactionRate = Tỷ lệ hài lòng với việc giải quyết
rate-of = { $rate } ({ $good }/{ $whole })
targets-headline = Chỉ tiêu { $period } ({ $days }): { $missed ->
    [0] đạt cả { $count } chỉ tiêu đã giao.
   *[other] { $missed }/{ $count } chỉ tiêu chưa đạt.
}
targets-none = { $period } ({ $days }) chưa có chỉ tiêu nào được giao. Quản trị đặt chỉ tiêu trên trang cán bộ hoặc bằng lệnh motcua target set.
target-actual = Thực hiện
target-target = Chỉ tiêu
target-by = { $target } ({ $source })
target-gap = Chênh lệch
target-nothing-yet = chưa có gì để tính
target-met = đạt
target-short = còn thiếu { $points } điểm phần trăm, bằng { $short } { $good }
target-needed = Cần đến hết kỳ
target-needed-of = { $needed } { $good } trong khoảng { $toCome } { $comes } ({ $rate })
target-out-of-reach = không còn đạt được với nhịp này: cần { $needed } { $good } mà chỉ còn khoảng { $toCome } { $comes }
target-forecast = Dự báo cuối kỳ
target-forecast-met = { $rate } – đạt
target-forecast-missed = { $rate } – không đạt
target-assumption = Giả định của dự báo: { $left } ngày làm việc còn lại như { $days } ngày làm việc vừa qua (từ { $from }), có { $whole } { $counted }, trong đó { $recentGood } { $good }.
target-good = { $indicator ->
    [onTimeRate] hồ sơ đúng hoặc trước hạn
    [feedbackOnTimeRate] phản ánh trả lời đúng hạn
    [satisfactionRate] người hài lòng
   *[other] hồ sơ trực tuyến
}
target-comes = { $indicator ->
    [onTimeRate] hồ sơ còn giải quyết
    [feedbackOnTimeRate] phản ánh còn đến
    [satisfactionRate] người còn đánh giá
   *[other] hồ sơ còn nhận
}
target-counted = { $indicator ->
    [onTimeRate] hồ sơ giải quyết xong
    [feedbackOnTimeRate] phản ánh đã trả lời hoặc quá hạn
    [satisfactionRate] người đánh giá
   *[other] hồ sơ tiếp nhận
}
target-too-early = Chưa đủ số liệu để dự báo: cần ít nhất 5 ngày làm việc và 20 trường hợp.
figures-as-of-over = Số liệu đến hết ngày { $day }. Mã số liệu { $run }.
quality-headline = Chỉ số phục vụ người dân, doanh nghiệp { $period } ({ $days })
quality-value = { $rate } ({ $good }/{ $whole }){ $target ->
    [none] {""}
   *[other] , chỉ tiêu { $target }
}; mất điểm { $lost }
quality-nothing = chưa có gì để tính
quality-missing = Chưa có dữ liệu nên không tính: { $missing }.
quality-group-openness = công khai, minh bạch
quality-group-digitisation = số hoá hồ sơ
quality-group-payment = thanh toán trực tuyến
quality-source = Theo Quyết định 766/QĐ-TTg ngày 23/6/2022; chỉ gồm các nhóm chỉ số tính được từ dữ liệu của chương trình.
quality-staff-only = Danh sách này dành cho cán bộ. Anh/chị xem chỉ số chung bằng /chiso.
quality-lost-none = { $indicator } { $period } ({ $days }): không có trường hợp nào mất điểm.
quality-lost-head = { $indicator } { $period } ({ $days }): { $total } trường hợp mất điểm, từ { $from } đến { $to }
quality-lost-case = { $code }: { $reason ->
    [resolved-late] hạn { $on }, trả { $doneOn }
    [no-due-date] không có hạn trả, trả { $doneOn }
    [not-online] nhận { $on }, không nộp trực tuyến
    [no-online-service] nhận { $on }, thủ tục chưa nộp trực tuyến được
    [answered-late] hạn { $on }, trả lời { $doneOn }
    [answered-extended] hạn { $on } sau khi gia hạn, trả lời { $doneOn }
    [unanswered] hạn { $on }, chưa trả lời
   *[dissatisfied] không hài lòng, đánh giá { $doneOn }
}
button-lost = { $indicator ->
    [onTimeRate] Hồ sơ trả quá hạn
    [feedbackOnTimeRate] Phản ánh mất điểm
    [satisfactionRate] Người không hài lòng
   *[other] Hồ sơ không trực tuyến
}
button-targets = Chỉ tiêu
button-quality = Chỉ số phục vụ
can-targets = Hỏi chỉ tiêu, dự báo và chỉ số phục vụ: /chitieu, “còn thiếu bao nhiêu”, “dự báo cuối quý”, /chiso.
