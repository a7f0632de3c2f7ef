breakdown-headline-procedure = { $period } ({ $days }) by procedure:
breakdown-headline-mode = { $period } ({ $days }) by way of submission:
breakdown-headline-level = { $period } ({ $days }) by online level:
breakdown-headline-interlinked = { $period } ({ $days }) by interlinked kind:
breakdown-name-procedure = Procedure
breakdown-name-mode = Way of submission
breakdown-name-level = Online level
breakdown-name-interlinked = Interlinked
button-by-procedure = By procedure
button-by-mode = By way of submission
button-by-level = By online level
button-by-interlinked = By interlinked kind
level-full = Fully online
level-partial = Partly online
level-none = Not online
interlinked-none = Not interlinked
interlinked-horizontal = Interlinked, same level
interlinked-vertical = Interlinked, level above
measure-handled = dossiers to be handled
measure-carriedOver = dossiers carried over
measure-received = dossiers received
measure-receivedOnline = dossiers received online
measure-receivedInPerson = dossiers received in person
measure-receivedPostal = dossiers received by post
measure-resolved = dossiers resolved
measure-resolvedEarly = dossiers resolved early
measure-resolvedOnTime = dossiers resolved on time
measure-resolvedLate = dossiers resolved late
measure-resolvedNoDueDate = dossiers resolved without a due date
measure-open = open dossiers
measure-openInTime = open dossiers still in time
measure-openLate = open dossiers past their due day
measure-openNoDueDate = open dossiers without a due date
measure-late = late dossiers
measure-onlineRate = online rate
measure-onTimeRate = rate of dossiers resolved early or on time
measure-handlingTime = handling time
scope-all = the whole agency
question-headline-count = { $period } ({ $days }), { $scope }: { $count } { $measure }.
question-headline-rate = { $period } ({ $days }), { $scope }: { $measure } { $rate } ({ $part } of { $whole } dossiers).
question-headline-few = { $period } ({ $days }), { $scope }: { $part } of { $whole } dossiers. Fewer than 10, so no { $measure } is told.
question-headline-nothing = { $period } ({ $days }), { $scope }: there is no dossier yet to tell the { $measure } from.
question-share = { $rate } of { $whole } { $of }
question-share-few = { $part } of { $whole } { $of } (fewer than 10, so no rate is told)
question-share-label = Share
question-before = Previous period ({ $period })
question-last-year = Same period last year ({ $period })
question-no-data = no data
change-same = { $before } (no change)
change-up = { $before } (up { $by })
change-down = { $before } (down { $by })
change-up-percent = { $before } (up { $by }, or { $percent })
change-down-percent = { $before } (down { $by }, or { $percent })
change-points-up = { $before } (up { $by } percentage points)
change-points-down = { $before } (down { $by } percentage points)
ranking-most = { $period } ({ $days }), { $scope }: { $name } has the most { $measure }, { $count }.
ranking-least = { $period } ({ $days }), { $scope }: { $name } has the fewest { $measure }, { $count }.
ranking-rate-most = { $period } ({ $days }), { $scope }: { $name } has the highest { $measure }, { $count }.
ranking-rate-least = { $period } ({ $days }), { $scope }: { $name } has the lowest { $measure }, { $count }.
ranking-time-most = { $period } ({ $days }), { $scope }: { $name } takes the longest, a median of { $count } working days.
ranking-time-least = { $period } ({ $days }), { $scope }: { $name } is the quickest, a median of { $count } working days.
ranking-none = { $period } ({ $days }), { $scope }: there are no { $measure }.
ranking-too-few-all = { $period } ({ $days }), { $scope }: none has the 10 dossiers that it takes to compare.
ranking-plain = { $period } ({ $days }), { $scope }: { $measure } { $by ->
    [unit] by unit
    [field] by field
    [procedure] by procedure
    [mode] by way of submission
    [level] by online level
   *[interlinked] by interlinked kind
}.
ranking-too-few = Fewer than 10 dossiers, too few to compare: { $rows }.
ranking-too-few-row = { $name } ({ $part } of { $whole })
ranking-more = { $count } more rows, none with more than { $most }.
ranking-column-count = Dossiers
ranking-column-whole = Of
ranking-column-share = Rate
series-headline = { $scope }: { $measure } over { $count } periods, from { $first } to { $last }.
series-finding-up = { $last }: { $value }, up { $by } on { $than }.
series-finding-down = { $last }: { $value }, down { $by } on { $than }.
series-finding-same = { $last }: { $value }, as in { $than }.
series-finding-one = { $last }: { $value }. There is no earlier period to compare with.
series-cut = There are no data before { $first }, so the table has fewer than { $count } periods.
series-running = { $period } is not over: figures as of { $at }.
series-name = Period
series-onTime = Early, on time
compare-headline = { $scope }: { $period } compared with { $other }.
compare-name = Figure
compare-change = Change
compare-up = +{ $by }
compare-down = −{ $by }
compare-same = 0
compare-running = { $period } still runs: figures as of { $at }. To compare like with like, { $other } is counted as of { $until } too.
time-headline = { $period } ({ $days }), { $scope }: half of the dossiers were resolved within { $median } working days, nine of ten within { $ninetieth }.
time-none = { $period } ({ $days }), { $scope }: nothing was resolved, so there is no handling time.
time-few = Only { $count } dossiers were resolved: read this with care.
time-median = Median
time-ninetieth = 90th percentile
time-longest = Longest
time-count = Dossiers resolved
time-days = { $days } working days
list-headline = { $period } ({ $days }), { $scope }: { $total } { $measure }, { $from } to { $to }.
list-empty = { $period } ({ $days }), { $scope }: no { $measure }.
list-reach = There are { $all } in all; the list has the { $total } that are within your reach.
list-past = The list has only { $total } dossiers.
list-item = { $code }: { $procedure } ({ $unit }), received { $receivedOn }, { $due ->
    [none] without a due date
   *[other] due { $due }
}, { $outcome ->
    [early] resolved early { $resolvedOn }
    [on-time] resolved on time { $resolvedOn }
    [late] resolved late { $resolvedOn }
    [no-due-date] resolved { $resolvedOn }
    [open-late] open, past its due day
   *[other] open
}
list-too-long = The list has { $total } dossiers, too many for a file. Narrow it to a unit, a field or a shorter period.
list-nothing-before = Which list do you mean? Ask for example: “list late dossiers Q1”.
list-file-name = List of { $measure } – { $period }
list-file-title = List of { $measure }, { $scope }, { $period } ({ $days })
list-file-count = { $total } dossiers. { $asOf }
list-file-changed = There were { $total } when asked; the figures have changed since.
list-file-caption = { $total } dossiers: { $measure }, { $scope }, { $period }
list-column-number = No.
list-column-unit = Unit
list-column-as-of = Figures as of
list-column-run = Figures number
question-staff-only = Detailed figures and lists of dossiers are for officers and leaders. The overall figures are open to everyone.
unit-none = There is no “{ $words }” in this agency. Choose a unit:
unit-several = Several units have a name like that. Which one do you mean?
button-list = List
button-list-xlsx = As Excel
button-list-csv = As CSV
button-previous-page = Page before
button-trend = Trend
button-compare-previous = Against the period before
button-compare-last-year = Against last year
button-definition = How it is counted
button-back-to-figure = Back to the figure
button-late = Late dossiers
button-other-definitions = Other figures
question-demonstration = Demonstration data.
series-finding-points-up = { $last }: { $value }, up { $by } percentage points on { $than }.
series-finding-points-down = { $last }: { $value }, down { $by } percentage points on { $than }.
series-finding-few = { $last }: { $value }. Fewer than 10 dossiers are too few to compare with the period before.
series-before = the period before
series-before-at = the period before as of { $at }
question-period-until = { $period }, as of { $at }
