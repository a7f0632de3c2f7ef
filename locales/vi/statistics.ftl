figures-headline = { $period } ({ $days }): nhận { $received } hồ sơ, đã giải quyết { $resolved }, trong đó đúng và trước hạn { $rate }.
figures-headline-none-resolved = { $period } ({ $days }): nhận { $received } hồ sơ, chưa giải quyết hồ sơ nào.
figures-unit = Phạm vi: { $unit }.
figures-as-of = Kỳ chưa kết thúc: số liệu tính đến { $at }. Mã số liệu { $run }.
figures-heading-dossiers = Hồ sơ
figures-heading-other = Việc khác
figure-carried-over = Từ kỳ trước chuyển sang
figure-received = Tiếp nhận trong kỳ
figure-received-modes = { $total } (trực tuyến { $online }, trực tiếp { $inPerson }, bưu chính { $postal })
figure-resolved = Đã giải quyết
figure-resolved-outcomes = { $total } (trước hạn { $early }, đúng hạn { $onTime }, quá hạn { $late })
figure-resolved-outcomes-undated = { $total } (trước hạn { $early }, đúng hạn { $onTime }, quá hạn { $late }, không có hạn { $noDueDate })
figure-open = Đang giải quyết
figure-open-parts = { $total } (trong hạn { $inTime }, quá hạn { $late })
figure-open-parts-undated = { $total } (trong hạn { $inTime }, quá hạn { $late }, không có hạn { $noDueDate })
figure-interlinked = Liên thông
figure-interlinked-parts = ngang { $horizontalProcedures } thủ tục, giải quyết { $horizontalResolved } hồ sơ; dọc { $verticalProcedures } thủ tục, giải quyết { $verticalResolved } hồ sơ
figure-feedback = Phản ánh, kiến nghị
figure-feedback-none = không có
figure-feedback-parts = { $received } ({ $fields }); trả lời { $answered }, đúng hạn { $onTime }{ $extended ->
    [0] {""}
   *[other] , trong thời gian gia hạn { $extended }
}
figure-feedback-field = { $field } { $count }
figure-feedback-no-field = chưa phân lĩnh vực
figure-assignments = Nhiệm vụ được giao
figure-assignments-none = không có nhiệm vụ nào đến hạn
figure-assignments-parts = hoàn thành { $done }/{ $due } (trước hạn { $early }, đúng hạn { $onTime }, quá hạn { $late })
figure-procedures = Thủ tục có hồ sơ trực tuyến
figure-procedures-parts = { $online }/{ $published } thủ tục công khai
indicator-onlineRateOfReceived = Tỷ lệ trực tuyến trên số nhận trong kỳ
indicator-onlineRateOfHandled = Tỷ lệ trực tuyến trên số phải giải quyết (gồm kỳ trước chuyển sang)
indicator-onTimeRate = Tỷ lệ giải quyết đúng và trước hạn
indicator-chosen = { $name } – số báo cáo
indicator-target-missed = { $rate } – chưa đạt chỉ tiêu { $target }, thiếu { $gap } điểm phần trăm, tức { $short } { $good } ({ $source })
indicator-target-met = { $rate } – đạt chỉ tiêu { $target } ({ $source })
figures-demonstration = Dữ liệu minh hoạ: số liệu quý I/2021 đúng với số đã công bố; người và hồ sơ đều là hư cấu.
figures-our-reading = Số kỳ trước chuyển sang ({ $carriedOver }) và số còn lại cuối kỳ ({ $open }) là cách hiểu của chúng tôi để các số công bố khớp nhau: { $online }/{ $handled } = { $handledRate }, còn { $online }/{ $received } = { $receivedRate }.
figures-empty = { $period } ({ $days }) không có số liệu.
figures-empty-nearest = Kỳ gần nhất có số liệu: { $period } ({ $days }).
figures-ahead = { $period } ({ $days }) chưa bắt đầu.
figures-no-data = Chưa có số liệu nào được nhập.
figures-no-unit = Không có đơn vị mang mã { $unit }.
figures-bad-period = Không có kỳ “{ $written }”. Anh/chị gõ ví dụ: /thongke quy1 2021, tháng 3/2021, 6 tháng đầu năm 2021.
breakdown-staff-only = Số liệu theo lĩnh vực, theo đơn vị chỉ dành cho cán bộ, lãnh đạo. Số liệu chung của cơ quan thì ai cũng xem được.
breakdown-headline-field = { $period } ({ $days }) theo lĩnh vực:
breakdown-headline-unit = { $period } ({ $days }) theo đơn vị:
breakdown-name-field = Lĩnh vực
breakdown-name-unit = Đơn vị
breakdown-carried-over = Kỳ trước
breakdown-received = Nhận
breakdown-online = Trực tuyến
breakdown-resolved = Đã giải quyết
breakdown-late = Quá hạn
breakdown-open = Đang giải quyết
breakdown-total = Tổng cộng
button-by-field = Theo lĩnh vực
button-by-unit = Theo đơn vị
button-previous = Kỳ trước
button-same-last-year = Cùng kỳ năm trước
button-whole = Số liệu chung
button-nearest = Xem { $period }
signed-unchanged = Số liệu kỳ này đã chốt lúc { $at } ({ $by }{ $document ->
    [none] {""}
   *[other] , văn bản { $document }
}; bản chốt số { $run }). Từ đó chưa có điều chỉnh nào.
signed-adjusted = Số liệu kỳ này đã chốt lúc { $at } ({ $by }{ $document ->
    [none] {""}
   *[other] , văn bản { $document }
}; bản chốt số { $run }). Điều chỉnh sau khi chốt:
adjusted-value = { $signed } → { $now } ({ $change })
adjusted-carriedOver = Kỳ trước chuyển sang
adjusted-received = Tiếp nhận
adjusted-receivedOnline = Tiếp nhận trực tuyến
adjusted-resolved = Đã giải quyết
adjusted-resolvedEarly = Giải quyết trước hạn
adjusted-resolvedOnTime = Giải quyết đúng hạn
adjusted-resolvedLate = Giải quyết quá hạn
adjusted-open = Đang giải quyết
adjusted-feedbackReceived = Phản ánh, kiến nghị
adjusted-feedbackAnswered = Phản ánh đã trả lời
adjusted-assignmentsDue = Nhiệm vụ đến hạn
adjusted-assignmentsDone = Nhiệm vụ hoàn thành
adjusted-receivedInPerson = Tiếp nhận trực tiếp
adjusted-receivedPostal = Tiếp nhận qua bưu chính
adjusted-resolvedNoDueDate = Đã giải quyết, không có hạn
adjusted-openInTime = Đang giải quyết, trong hạn
adjusted-openLate = Đang giải quyết, quá hạn
adjusted-openNoDueDate = Đang giải quyết, không có hạn
adjusted-interlinkedHorizontal = Liên thông ngang đã giải quyết
adjusted-interlinkedVertical = Liên thông dọc đã giải quyết
adjusted-feedbackOnTime = Phản ánh trả lời đúng hạn
adjusted-feedbackExtended = Phản ánh trả lời trong thời gian gia hạn
adjusted-assignmentsEarly = Nhiệm vụ hoàn thành trước hạn
adjusted-assignmentsOnTime = Nhiệm vụ hoàn thành đúng hạn
adjusted-assignmentsLate = Nhiệm vụ hoàn thành quá hạn
adjusted-not-counted = không tính trong kỳ
adjusted-dossier = { $code }: khi chốt { $before }; nay { $after }
adjusted-standing = nhận { $receivedOn } ({ $mode ->
    [online] trực tuyến
    [postal] bưu chính
   *[other] trực tiếp
}), { $dueOn ->
    [none] không có hạn
   *[other] hạn { $dueOn }
}, { $outcome ->
    [early] trả trước hạn { $resolvedOn }
    [on-time] trả đúng hạn { $resolvedOn }
    [late] trả quá hạn { $resolvedOn }
    [no-due-date] trả { $resolvedOn }
    [open-late] đang giải quyết, quá hạn
   *[other] đang giải quyết
}
sign-off-leaders-only = Chỉ lãnh đạo hoặc quản trị của cơ quan chốt được số liệu ạ.
sign-off-not-over = { $period } chưa kết thúc nên chưa chốt được số liệu. Anh/chị chốt sau ngày cuối kỳ ạ.
sign-off-ask = Anh/chị chốt số liệu { $period } như trên? Sau khi chốt, mọi thay đổi được ghi thành điều chỉnh.
sign-off-anew = Anh/chị chốt lại số liệu { $period } theo số hiện nay? Bản đã chốt trước vẫn được giữ.
sign-off-done = Đã chốt số liệu { $period }: nhận { $received }, giải quyết { $resolved } (bản chốt số { $run }).
button-sign-off = Chốt số liệu
button-no = Thôi
button-next-page = Trang sau
button-adjustments = Điều chỉnh sau chốt
adjustments-staff-only = Danh sách điều chỉnh chỉ dành cho cán bộ của cơ quan ạ.
adjustments-not-signed = { $period } ({ $days }) chưa được chốt số liệu. Lãnh đạo chốt bằng lệnh /chotso.
adjustments-heading = Điều chỉnh { $period } ({ $days })
adjustments-dossiers = Hồ sơ làm thay đổi số liệu: { $from }–{ $to } trên { $total }.
figures-digest-head = Bản tin số liệu { $period }, { $unit }
figures-digest-exceptions = Cần anh/chị xem:
figures-digest-no-exceptions = Không có việc nào quá hạn hay dưới chỉ tiêu.
figures-digest-open-late = { $count } hồ sơ đang giải quyết đã quá hạn
figures-digest-resolved-late = { $count } hồ sơ trả quá hạn
figures-digest-late-fields = Lĩnh vực có hồ sơ quá hạn: { $fields }
figures-digest-feedback = { $count } phản ánh, kiến nghị chưa trả lời
figures-digest-target = { $name }: { $rate }, chỉ tiêu { $target } ({ $source }){ $short ->
    [0] {""}
   *[other] , còn thiếu { $short } { $good }
}
figures-digest-activity = Nhận { $received } hồ sơ (kỳ trước { $receivedBefore }), giải quyết { $resolved } (kỳ trước { $resolvedBefore }), đúng và trước hạn { $rate }; đang giải quyết { $open }. Phản ánh, kiến nghị: { $feedback }.
digests-leaders-only = Bản tin số liệu dành cho lãnh đạo và quản trị của cơ quan ạ.
digests-what = Bản tin số liệu được gửi lúc 07:15 sáng ngày làm việc đầu tiên sau mỗi kỳ, việc cần xem đứng trước. Bản tin tuần chỉ gửi khi có việc cần xem.
digest-on = { $rhythm ->
    [weekly] Hằng tuần
    [monthly] Hằng tháng
   *[quarterly] Hằng quý
}: đang nhận
digest-off = { $rhythm ->
    [weekly] Hằng tuần
    [monthly] Hằng tháng
   *[quarterly] Hằng quý
}: không nhận
digest-begun = Anh/chị sẽ nhận bản tin { $rhythm ->
    [weekly] hằng tuần
    [monthly] hằng tháng
   *[quarterly] hằng quý
}.
digest-ended = Anh/chị không nhận bản tin { $rhythm ->
    [weekly] hằng tuần
    [monthly] hằng tháng
   *[quarterly] hằng quý
} nữa.
button-digest-begin = Nhận { $rhythm ->
    [weekly] hằng tuần
    [monthly] hằng tháng
   *[quarterly] hằng quý
}
button-digest-end = Thôi nhận { $rhythm ->
    [weekly] hằng tuần
    [monthly] hằng tháng
   *[quarterly] hằng quý
}
button-digests = Bản tin
figures-few = Chưa đủ 10 hồ sơ nên nêu số hồ sơ thay cho tỷ lệ phần trăm.
figures-today = Cần xử lý hôm nay, { $unit }: { $late } việc quá hạn, { $today } việc đến hạn.
button-work-of-unit = Việc cần xử lý
