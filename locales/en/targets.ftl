indicator-feedbackOnTimeRate = Share of feedback answered on time
indicator-satisfactionRate = Share satisfied with the handling
rate-of = { $rate } ({ $good }/{ $whole })
targets-headline = Targets for { $period } ({ $days }): { $missed ->
    [0] all { $count } are met.
   *[other] { $missed } of { $count } are not met.
}
targets-none = No target has been set for { $period } ({ $days }). Administrators set targets on the staff pages or with motcua target set.
target-actual = Actual
target-target = Target
target-by = { $target } ({ $source })
target-gap = Gap
target-nothing-yet = nothing to count yet
target-met = met
target-short = { $points } percentage points short, that is { $short } { $good }
target-needed = Needed until the end
target-needed-of = { $needed } { $good } of about { $toCome } { $comes } ({ $rate })
target-out-of-reach = out of reach at this pace: { $needed } { $good } needed, and only about { $toCome } { $comes }
target-forecast = Forecast for the end
target-forecast-met = { $rate } – met
target-forecast-missed = { $rate } – not met
target-assumption = The forecast assumes that the { $left } working days left are like the last { $days } (since { $from }), with { $whole } { $counted }, of them { $recentGood } { $good }.
target-good = { $indicator ->
    [onTimeRate] resolved in time
    [feedbackOnTimeRate] answered on time
    [satisfactionRate] satisfied
   *[other] filed online
}
target-comes = { $indicator ->
    [onTimeRate] still to be resolved
    [feedbackOnTimeRate] matters still to come
    [satisfactionRate] ratings still to come
   *[other] dossiers still to come
}
target-counted = { $indicator ->
    [onTimeRate] dossiers resolved
    [feedbackOnTimeRate] matters answered or overdue
    [satisfactionRate] ratings
   *[other] dossiers received
}
target-too-early = Too little to forecast from: it takes 5 working days and 20 cases.
figures-as-of-over = Figures to the end of { $day }. Run { $run }.
quality-headline = Service quality in { $period } ({ $days })
quality-value = { $rate } ({ $good }/{ $whole }){ $target ->
    [none] {""}
   *[other] , target { $target }
}; { $lost } lost points
quality-nothing = nothing to count yet
quality-missing = Not counted, for there are no data: { $missing }.
quality-group-openness = openness
quality-group-digitisation = digitisation of dossiers
quality-group-payment = online payment
quality-source = After Decision 766/QĐ-TTg of 23 June 2022; only the groups that the program’s own data can carry.
quality-staff-only = This list is for staff. /chiso shows the indicators.
quality-lost-none = { $indicator }, { $period } ({ $days }): no case lost points.
quality-lost-head = { $indicator }, { $period } ({ $days }): { $total } cases lost points, { $from } to { $to }
quality-lost-case = { $code }: { $reason ->
    [resolved-late] due { $on }, resolved { $doneOn }
    [no-due-date] no due date, resolved { $doneOn }
    [not-online] received { $on }, not online
    [no-online-service] received { $on }, the procedure cannot be filed online
    [answered-late] due { $on }, answered { $doneOn }
    [answered-extended] due { $on } after an extension, answered { $doneOn }
    [unanswered] due { $on }, not answered
   *[dissatisfied] not satisfied, rated { $doneOn }
}
button-lost = { $indicator ->
    [onTimeRate] Dossiers resolved late
    [feedbackOnTimeRate] Feedback that lost points
    [satisfactionRate] Who was not satisfied
   *[other] Dossiers not online
}
button-targets = Targets
button-quality = Service quality
can-targets = Ask for targets, forecasts and service quality: /chitieu, “how far from the target”, /chiso.
