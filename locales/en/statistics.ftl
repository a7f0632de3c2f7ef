figures-headline = { $period } ({ $days }): { $received } dossiers received, { $resolved } resolved, { $rate } of them early or on time.
figures-headline-none-resolved = { $period } ({ $days }): { $received } dossiers received, none resolved yet.
figures-unit = Scope: { $unit }.
figures-as-of = The period is not over: figures as of { $at }. Run { $run }.
figures-heading-dossiers = Dossiers
figures-heading-other = Other matters
figure-carried-over = Carried over
figure-received = Received in the period
figure-received-modes = { $total } (online { $online }, in person { $inPerson }, by post { $postal })
figure-resolved = Resolved
figure-resolved-outcomes = { $total } (early { $early }, on time { $onTime }, late { $late })
figure-resolved-outcomes-undated = { $total } (early { $early }, on time { $onTime }, late { $late }, no due date { $noDueDate })
figure-open = Open
figure-open-parts = { $total } (in time { $inTime }, late { $late })
figure-open-parts-undated = { $total } (in time { $inTime }, late { $late }, no due date { $noDueDate })
figure-interlinked = Interlinked
figure-interlinked-parts = horizontal: { $horizontalProcedures } procedures, { $horizontalResolved } dossiers resolved; vertical: { $verticalProcedures } procedures, { $verticalResolved } dossiers resolved
figure-feedback = Feedback
figure-feedback-none = none
figure-feedback-parts = { $received } ({ $fields }); answered { $answered }, on time { $onTime }{ $extended ->
    [0] {""}
   *[other] , within an extension { $extended }
}
figure-feedback-field = { $field } { $count }
figure-feedback-no-field = no field yet
figure-assignments = Assignments
figure-assignments-none = none due
figure-assignments-parts = { $done } of { $due } done (early { $early }, on time { $onTime }, late { $late })
figure-procedures = Procedures with online dossiers
figure-procedures-parts = { $online } of { $published } published procedures
indicator-onlineRateOfReceived = Online rate of dossiers received
indicator-onlineRateOfHandled = Online rate of all to be handled (with those carried over)
indicator-onTimeRate = Rate resolved early or on time
indicator-chosen = { $name } – the one reported
indicator-target-missed = { $rate } – below the target of { $target } by { $gap } percentage points, which is { $short } { $good } ({ $source })
indicator-target-met = { $rate } – meets the target of { $target } ({ $source })
figures-demonstration = Demonstration data: the figures of quarter I/2021 are those published; people and dossiers are invented.
figures-our-reading = Carried over ({ $carriedOver }) and open at the end ({ $open }) are our reading, with which the published figures close: { $online }/{ $handled } = { $handledRate }, while { $online }/{ $received } = { $receivedRate }.
figures-empty = { $period } ({ $days }) has no data.
figures-empty-nearest = The nearest period with data: { $period } ({ $days }).
figures-ahead = { $period } ({ $days }) has not begun yet.
figures-no-data = No data has been imported yet.
figures-no-unit = There is no unit with the code { $unit }.
figures-bad-period = There is no period “{ $written }”. Type for example: /thongke q1 2021, month 3/2021, first half 2021.
breakdown-staff-only = Figures by field and by unit are for officers and leaders. The overall figures are open to everyone.
breakdown-headline-field = { $period } ({ $days }) by field:
breakdown-headline-unit = { $period } ({ $days }) by unit:
breakdown-name-field = Field
breakdown-name-unit = Unit
breakdown-carried-over = Carried over
breakdown-received = Received
breakdown-online = Online
breakdown-resolved = Resolved
breakdown-late = Late
breakdown-open = Open
breakdown-total = Total
button-by-field = By field
button-by-unit = By unit
button-previous = Previous period
button-same-last-year = Same period last year
button-whole = Overall figures
button-nearest = Show { $period }
signed-unchanged = These figures were signed off at { $at } ({ $by }{ $document ->
    [none] {""}
   *[other] , document { $document }
}; snapshot { $run }). Nothing has been adjusted since.
signed-adjusted = These figures were signed off at { $at } ({ $by }{ $document ->
    [none] {""}
   *[other] , document { $document }
}; snapshot { $run }). Adjusted since:
adjusted-value = { $signed } → { $now } ({ $change })
adjusted-carriedOver = Carried over
adjusted-received = Received
adjusted-receivedOnline = Received online
adjusted-resolved = Resolved
adjusted-resolvedEarly = Resolved early
adjusted-resolvedOnTime = Resolved on time
adjusted-resolvedLate = Resolved late
adjusted-open = Open
adjusted-feedbackReceived = Feedback
adjusted-feedbackAnswered = Feedback answered
adjusted-assignmentsDue = Assignments due
adjusted-assignmentsDone = Assignments done
adjusted-receivedInPerson = Received in person
adjusted-receivedPostal = Received by post
adjusted-resolvedNoDueDate = Resolved, without a due date
adjusted-openInTime = Open, in time
adjusted-openLate = Open, late
adjusted-openNoDueDate = Open, without a due date
adjusted-interlinkedHorizontal = Interlinked between departments, resolved
adjusted-interlinkedVertical = Interlinked between levels, resolved
adjusted-feedbackOnTime = Feedback answered on time
adjusted-feedbackExtended = Feedback answered in extended time
adjusted-assignmentsEarly = Assignments done early
adjusted-assignmentsOnTime = Assignments done on time
adjusted-assignmentsLate = Assignments done late
adjusted-not-counted = not counted in the period
adjusted-dossier = { $code }: signed off as { $before }; now { $after }
adjusted-standing = received { $receivedOn } ({ $mode ->
    [online] online
    [postal] by post
   *[other] in person
}), { $dueOn ->
    [none] no due date
   *[other] due { $dueOn }
}, { $outcome ->
    [early] resolved early { $resolvedOn }
    [on-time] resolved on time { $resolvedOn }
    [late] resolved late { $resolvedOn }
    [no-due-date] resolved { $resolvedOn }
    [open-late] open, late
   *[other] open
}
sign-off-leaders-only = Only leaders or administrators of the agency can sign figures off.
sign-off-not-over = { $period } is not over, so its figures cannot be signed off yet. Please do so after its last day.
sign-off-ask = Sign off the figures of { $period } as above? From then on every change is recorded as an adjustment.
sign-off-anew = Sign off { $period } anew with the figures as they are now? What was signed off before is kept.
sign-off-done = The figures of { $period } are signed off: { $received } received, { $resolved } resolved (snapshot { $run }).
button-sign-off = Sign off
button-no = No
button-next-page = Next page
button-adjustments = Adjustments
adjustments-staff-only = The list of adjustments is for the agency’s staff.
adjustments-not-signed = { $period } ({ $days }) has not been signed off. A leader does so with /chotso.
adjustments-heading = Adjustments of { $period } ({ $days })
adjustments-dossiers = Dossiers that moved the figures: { $from }–{ $to } of { $total }.
figures-digest-head = Figures of { $period }, { $unit }
figures-digest-exceptions = Worth a look:
figures-digest-no-exceptions = Nothing is late or below its target.
figures-digest-open-late = Open and late: { $count }
figures-digest-resolved-late = Resolved late: { $count }
figures-digest-late-fields = Fields with late dossiers: { $fields }
figures-digest-feedback = Feedback not answered yet: { $count }
figures-digest-target = { $name }: { $rate }, target { $target } ({ $source }){ $short ->
    [0] {""}
   *[other] , { $short } more { $good } would reach it
}
figures-digest-activity = { $received } dossiers received ({ $receivedBefore } before), { $resolved } resolved ({ $resolvedBefore } before), on time or early { $rate }; { $open } open. Feedback: { $feedback }.
digests-leaders-only = Figures are sent to leaders and administrators of the agency.
digests-what = Figures are sent at 07:15 on the first working morning after each period, exceptions first. The weekly ones come only when something is worth a look.
digest-on = { $rhythm ->
    [weekly] Weekly
    [monthly] Monthly
   *[quarterly] Quarterly
}: on
digest-off = { $rhythm ->
    [weekly] Weekly
    [monthly] Monthly
   *[quarterly] Quarterly
}: off
digest-begun = You will get the { $rhythm ->
    [weekly] weekly
    [monthly] monthly
   *[quarterly] quarterly
} figures.
digest-ended = You will no longer get the { $rhythm ->
    [weekly] weekly
    [monthly] monthly
   *[quarterly] quarterly
} figures.
button-digest-begin = Get { $rhythm ->
    [weekly] weekly
    [monthly] monthly
   *[quarterly] quarterly
}
button-digest-end = Stop { $rhythm ->
    [weekly] weekly
    [monthly] monthly
   *[quarterly] quarterly
}
button-digests = Subscriptions
figures-few = Of fewer than 10 dossiers the counts are told in place of a percentage.
figures-today = To deal with today, { $unit }: { $late } matters late, { $today } due.
button-work-of-unit = Work to deal with
