breakdown-headline-procedure = { $period } ({ $days }) theo thủ tục:
breakdown-headline-mode = { $period } ({ $days }) theo hình thức nộp:
breakdown-headline-level = { $period } ({ $days }) theo mức độ trực tuyến:
breakdown-headline-interlinked = { $period } ({ $days }) theo loại liên thông:
breakdown-name-procedure = Thủ tục
breakdown-name-mode = Hình thức nộp
breakdown-name-level = Mức độ trực tuyến
breakdown-name-interlinked = Liên thông
button-by-procedure = Theo thủ tục
button-by-mode = Theo hình thức nộp
button-by-level = Theo mức độ trực tuyến
button-by-interlinked = Theo liên thông
level-full = Toàn trình
level-partial = Một phần
level-none = Chưa có trực tuyến
interlinked-none = Không liên thông
interlinked-horizontal = Liên thông ngang
interlinked-vertical = Liên thông dọc
measure-handled = hồ sơ phải giải quyết
measure-carriedOver = hồ sơ kỳ trước chuyển sang
measure-received = hồ sơ tiếp nhận
measure-receivedOnline = hồ sơ tiếp nhận trực tuyến
measure-receivedInPerson = hồ sơ tiếp nhận trực tiếp
measure-receivedPostal = hồ sơ tiếp nhận qua bưu chính
measure-resolved = hồ sơ đã giải quyết
measure-resolvedEarly = hồ sơ giải quyết trước hạn
measure-resolvedOnTime = hồ sơ giải quyết đúng hạn
measure-resolvedLate = hồ sơ giải quyết quá hạn
measure-resolvedNoDueDate = hồ sơ đã giải quyết không có hạn
measure-open = hồ sơ đang giải quyết
measure-openInTime = hồ sơ đang giải quyết, còn trong hạn
measure-openLate = hồ sơ đang giải quyết đã quá hạn
measure-openNoDueDate = hồ sơ đang giải quyết không có hạn
measure-late = hồ sơ quá hạn
measure-onlineRate = tỷ lệ trực tuyến
measure-onTimeRate = tỷ lệ giải quyết đúng và trước hạn
measure-handlingTime = thời gian giải quyết
scope-all = toàn cơ quan
question-headline-count = { $period } ({ $days }), { $scope }: { $count } { $measure }.
question-headline-rate = { $period } ({ $days }), { $scope }: { $measure } { $rate } ({ $part } trên { $whole } hồ sơ).
question-headline-few = { $period } ({ $days }), { $scope }: { $part } trên { $whole } hồ sơ. Chưa đủ 10 hồ sơ nên không tính { $measure }.
question-headline-nothing = { $period } ({ $days }), { $scope }: chưa có hồ sơ nào để tính { $measure }.
question-share = { $rate } của { $whole } { $of }
question-share-few = { $part } trên { $whole } { $of } (chưa đủ 10 hồ sơ để nói tỷ lệ)
question-share-label = Tỷ trọng
question-before = Kỳ trước ({ $period })
question-last-year = Cùng kỳ năm trước ({ $period })
question-no-data = không có số liệu
change-same = { $before } (không đổi)
change-up = { $before } (tăng { $by })
change-down = { $before } (giảm { $by })
change-up-percent = { $before } (tăng { $by }, bằng { $percent })
change-down-percent = { $before } (giảm { $by }, bằng { $percent })
change-points-up = { $before } (tăng { $by } điểm phần trăm)
change-points-down = { $before } (giảm { $by } điểm phần trăm)
ranking-most = { $period } ({ $days }), { $scope }: { $name } có nhiều { $measure } nhất, { $count }.
ranking-least = { $period } ({ $days }), { $scope }: { $name } có ít { $measure } nhất, { $count }.
ranking-rate-most = { $period } ({ $days }), { $scope }: { $name } có { $measure } cao nhất, { $count }.
ranking-rate-least = { $period } ({ $days }), { $scope }: { $name } có { $measure } thấp nhất, { $count }.
ranking-time-most = { $period } ({ $days }), { $scope }: { $name } giải quyết lâu nhất, trung vị { $count } ngày làm việc.
ranking-time-least = { $period } ({ $days }), { $scope }: { $name } giải quyết nhanh nhất, trung vị { $count } ngày làm việc.
ranking-none = { $period } ({ $days }), { $scope }: không có { $measure }.
ranking-too-few-all = { $period } ({ $days }), { $scope }: chưa nơi nào có đủ 10 hồ sơ để so sánh.
ranking-plain = { $period } ({ $days }), { $scope }: { $measure } { $by ->
    [unit] theo đơn vị
    [field] theo lĩnh vực
    [procedure] theo thủ tục
    [mode] theo hình thức nộp
    [level] theo mức độ trực tuyến
   *[interlinked] theo loại liên thông
}.
ranking-too-few = Chưa đủ 10 hồ sơ để so sánh: { $rows }.
ranking-too-few-row = { $name } ({ $part } trên { $whole })
ranking-more = Còn { $count } dòng nữa, mỗi dòng không hơn { $most }.
ranking-column-count = Số hồ sơ
ranking-column-whole = Trên tổng
ranking-column-share = Tỷ lệ
series-headline = { $scope }: { $measure } qua { $count } kỳ, từ { $first } đến { $last }.
series-finding-up = { $last }: { $value }, tăng { $by } so với { $than }.
series-finding-down = { $last }: { $value }, giảm { $by } so với { $than }.
series-finding-same = { $last }: { $value }, bằng { $than }.
series-finding-one = { $last }: { $value }. Chưa có kỳ trước để so sánh.
series-cut = Trước { $first } chưa có số liệu nên bảng không đủ { $count } kỳ.
series-running = { $period } chưa kết thúc: số liệu tính đến { $at }.
series-name = Kỳ
series-onTime = Đúng, trước hạn
compare-headline = { $scope }: { $period } so với { $other }.
compare-name = Chỉ tiêu
compare-change = Tăng, giảm
compare-up = +{ $by }
compare-down = −{ $by }
compare-same = 0
compare-running = { $period } chưa kết thúc, mới tính đến { $at }. Để so cùng thời lượng, { $other } cũng chỉ tính đến { $until }.
time-headline = { $period } ({ $days }), { $scope }: một nửa số hồ sơ được giải quyết trong { $median } ngày làm việc trở xuống, chín phần mười trong { $ninetieth } ngày trở xuống.
time-none = { $period } ({ $days }), { $scope }: chưa giải quyết hồ sơ nào nên chưa có thời gian giải quyết.
time-few = Mới có { $count } hồ sơ được giải quyết: đọc số này cẩn thận.
time-median = Trung vị
time-ninetieth = Bách phân vị 90
time-longest = Lâu nhất
time-count = Hồ sơ đã giải quyết
time-days = { $days } ngày làm việc
list-headline = { $period } ({ $days }), { $scope }: { $total } { $measure }, từ { $from } đến { $to }.
list-empty = { $period } ({ $days }), { $scope }: không có { $measure } nào.
list-reach = Toàn bộ có { $all }; danh sách chỉ gồm { $total } hồ sơ thuộc phạm vi của anh/chị.
list-past = Danh sách chỉ có { $total } hồ sơ.
list-item = { $code }: { $procedure } ({ $unit }), nhận { $receivedOn }, { $due ->
    [none] không có hạn
   *[other] hạn { $due }
}, { $outcome ->
    [early] trả trước hạn { $resolvedOn }
    [on-time] trả đúng hạn { $resolvedOn }
    [late] trả quá hạn { $resolvedOn }
    [no-due-date] trả { $resolvedOn }
    [open-late] đang giải quyết, đã quá hạn
   *[other] đang giải quyết
}
list-too-long = Danh sách có { $total } hồ sơ, quá dài để xuất ra tệp. Anh/chị thu hẹp theo đơn vị, lĩnh vực hoặc kỳ ngắn hơn.
list-nothing-before = Anh/chị xem danh sách nào ạ? Hỏi ví dụ: “danh sách hồ sơ quá hạn quý 1”.
list-file-name = Danh sách { $measure } – { $period }
list-file-title = Danh sách { $measure }, { $scope }, { $period } ({ $days })
list-file-count = { $total } hồ sơ. { $asOf }
list-file-changed = Lúc hỏi có { $total } hồ sơ; từ đó đến khi lập tệp, số liệu đã thay đổi.
list-file-caption = { $total } hồ sơ: { $measure }, { $scope }, { $period }
list-column-number = STT
list-column-unit = Đơn vị
list-column-as-of = Số liệu đến
list-column-run = Mã số liệu
question-staff-only = Số liệu chi tiết và danh sách hồ sơ chỉ dành cho cán bộ, lãnh đạo. Số liệu chung của cơ quan thì ai cũng xem được.
unit-none = Cơ quan không có “{ $words }”. Anh/chị chọn đơn vị:
unit-several = Có nhiều đơn vị mang tên gần như vậy. Anh/chị hỏi đơn vị nào?
button-list = Danh sách
button-list-xlsx = Xuất Excel
button-list-csv = Xuất CSV
button-previous-page = Trang trước
button-trend = Xu hướng
button-compare-previous = So kỳ trước
button-compare-last-year = So cùng kỳ
button-definition = Cách tính
button-back-to-figure = Về số liệu
button-late = Hồ sơ quá hạn
button-other-definitions = Cách tính số khác
question-demonstration = Dữ liệu minh hoạ.
series-finding-points-up = { $last }: { $value }, tăng { $by } điểm phần trăm so với { $than }.
series-finding-points-down = { $last }: { $value }, giảm { $by } điểm phần trăm so với { $than }.
series-finding-few = { $last }: { $value }. Chưa đủ 10 hồ sơ để so với kỳ trước.
series-before = kỳ trước
series-before-at = kỳ trước tính đến { $at }
question-period-until = { $period }, tính đến { $at }
