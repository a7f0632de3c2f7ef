report-form-number = Form II.06a/VPCP/KSTT
report-form-basis = Issued with Circular 01/2020/TT-VPCP
report-form-title = PROCEDURES HANDLED BY THE AGENCY THAT RESOLVES THEM: STATE AND RESULTS
report-form-period = Period: { $period }
report-form-days = (From { $from } to { $to })
report-form-from = Reporting unit: { $unit }
report-form-to = Receiving unit: { $superior }
report-form-unit-of-count = Counted in: dossiers
report-blank = ………………………
report-column-serial = No.
report-column-field = Field of work
report-column-received = Dossiers taken in
report-column-resolved = Dossiers resolved
report-column-open = Dossiers being handled
report-column-total = Total
report-column-in-period = In the period
report-column-online = Online
report-column-direct = In person, by post
report-column-carried-over = From before
report-column-early = Early
report-column-on-time = On time
report-column-late = Late
report-column-in-time = In time
report-total = Total
report-note-undated = Dossiers without a due date: { $resolved } resolved ones count in column (7) and { $open } open ones in column (11), beside the columns of detail.
report-as-of = Figures as of { $at }. Run { $run }.
report-as-of-over = Figures up to the end of { $day }. Run { $run }.
report-note-demonstration = Demonstration data: people and dossiers are invented.
report-signed-at = { $place }, { $day }/{ $month }/{ $year }
report-signed-by-author = DRAWN UP BY
report-signed-by-head = HEAD OF THE AGENCY
report-sign-here = (Signature, full name)
report-sign-and-seal-here = (Signature, full name, seal)
report-sheet-form = II.06a
report-sheet-dossiers = Dossiers
report-sheet-feedback = Feedback
report-dossiers-title = DOSSIERS BEHIND THE FIGURES: { $period } ({ $days })
report-dossiers-count = { $total } dossiers.
report-dossiers-cut = { $total } dossiers; this sheet lists only the { $listed } received first.
report-dossier-code = Dossier code
report-dossier-procedure = Procedure
report-dossier-field = Field
report-dossier-mode = Submitted
report-dossier-received = Received on
report-dossier-due = Due on
report-dossier-resolved = Resolved on
report-dossier-outcome = Outcome
report-mode-online = Online
report-mode-in-person = In person
report-mode-postal = By post
report-outcome-early = Early
report-outcome-on-time = On time
report-outcome-late = Late
report-outcome-no-due-date = Resolved, without a due date
report-outcome-open = Being handled
report-outcome-open-late = Being handled, late
report-feedback-title = FEEDBACK RECEIVED AND HANDLED
report-feedback-field = Field
report-feedback-received = Received in the period
report-feedback-answered = Answered
report-feedback-on-time = On time
report-feedback-extended = Within extended time
report-feedback-late = Late
report-feedback-waiting = Not answered yet
report-feedback-no-field = No field yet
report-file-xlsx = Form II.06a – { $period }
report-file-docx = Report on procedures – { $period }
report-file-png = Chart { $chart } – { $period }
chart-source = Source: { $unit }. { $asOf }
chart-demonstration = DEMONSTRATION DATA
chart-part-early = Early
chart-part-onTime = On time
chart-part-late = Late
chart-part-noDueDate = No due date
chart-late-count = { $late } late
chart-outcome-about = Dossiers resolved by outcome, period by period
chart-outcome-none = { $period }: no dossier resolved yet
chart-outcome-all = { $period }: none of { $resolved } resolved dossiers was late
chart-outcome-late = { $period }: { $rate } in time, { $late } of { $resolved } dossiers late{ $undated ->
    [0] {""}
   *[other] , { $undated } without a due date
}
chart-outcome-compared = { $period }: { $rate } in time (period before { $before }), { $late } of { $resolved } dossiers late{ $undated ->
    [0] {""}
   *[other] , { $undated } without a due date
}
chart-part-online = Online
chart-part-inPerson = In person
chart-part-postal = By post
chart-part-carriedOver = Carried over
chart-part-open = Being handled
chart-part-openLate = Of them late
chart-mode-about-handled = Dossiers to be handled (with those carried over) by how they were submitted, period by period
chart-mode-about-received = Dossiers received by how they were submitted, period by period
chart-mode-target = Target { $target }
chart-mode-none = { $period }: no dossier yet
chart-mode-rate = { $period }: { $rate } of dossiers online
chart-mode-met = { $period }: { $rate } of dossiers online, target { $target } met
chart-mode-missed = { $period }: { $rate } of dossiers online, target { $target } not met
chart-backlog-about = Dossiers being handled at the end of each month
chart-backlog-less = { $period }: { $open } dossiers being handled, { $by } fewer than when it began{ $late ->
    [0] , none late
   *[other] , { $late } late
}
chart-backlog-more = { $period }: { $open } dossiers being handled, { $by } more than when it began{ $late ->
    [0] , none late
   *[other] , { $late } late
}
chart-backlog-same = { $period }: { $open } dossiers being handled, as many as when it began{ $late ->
    [0] , none late
   *[other] , { $late } late
}
chart-units-about = Dossiers each unit resolved in the period, share of them in time
chart-units-few = { $count } dossiers{ $late ->
    [0] {""}
   *[other] , { $late } late
} (too few for a rate)
chart-units-rate = { $count } dossiers{ $late ->
    [0] {""}
   *[other] , { $late } late
} ({ $rate })
chart-units-all = { $period }: none of the { $units } units resolved a dossier late
chart-units-few-late = { $period }: { $all } of { $total } resolved were late
chart-units-late = { $period }: { $unit } has { $late } of the { $all } dossiers resolved late
chart-late-about = Late dossiers month by month: resolved late in the month, or late and open at its end
chart-late-none = { $period }: no dossier late
chart-late-some = { $period }: { $all } dossiers late
chart-late-most = { $period }: { $all } late dossiers, most of them in { $field } ({ $late })
chart-name-outcome = outcomes
chart-name-mode = ways of submitting
chart-name-backlog = backlog
chart-name-units = units
chart-name-late = late dossiers
narrative-intro = { $agency } reports on the procedures it handled in { $period } (from { $from } to { $to }):
narrative-intro-running = { $agency } reports on the procedures it handled in { $period } (from { $from }, figures as of { $at }):
narrative-handled = { $handled } dossiers were to be handled: { $received } received in the period and { $carriedOver } carried over.
narrative-modes = Of the { $received } dossiers received, { $online } came online and { $direct } in person or by post (in person { $inPerson }, by post { $postal }).
narrative-resolved = { $resolved } dossiers were resolved: { $early } early, { $onTime } on time, { $late } late; { $onTimeRate } in time.
narrative-resolved-undated = { $resolved } dossiers were resolved: { $early } early, { $onTime } on time, { $late } late, { $noDueDate } without a due date; { $onTimeRate } in time.
narrative-resolved-none = No dossier was resolved in the period.
narrative-open = { $open } dossiers are being handled: { $openInTime } in time, { $openLate } late.
narrative-open-undated = { $open } dossiers are being handled: { $openInTime } in time, { $openLate } late, { $openNoDueDate } without a due date.
narrative-online-handled = The online rate is { $onlineRate } ({ $online } of { $handled } dossiers to be handled).
narrative-online-received = The online rate is { $onlineRate } ({ $online } of { $received } dossiers received).
narrative-online-target = The target of the period is { $target } ({ $source }).
narrative-procedures = { $online } of { $published } published procedures had online dossiers.
narrative-feedback-none = No feedback came in over the hotline and the other channels.
narrative-feedback = { $received } matters of feedback came in over the hotline and the other channels, by field: { $fields }.
narrative-feedback-field = { $field } { $count }
narrative-feedback-answered = { $answered } of { $received } were answered, { $onTime } of them on time{ $extended ->
    [0] {""}
   *[other] , { $extended } within extended time
}, { $late } late.
narrative-interlinked = { $horizontal } procedures are interlinked with sibling agencies and { $vertical } between levels; { $resolved } interlinked dossiers were resolved: { $horizontalResolved } and { $verticalResolved }.
narrative-assignments-none = No assignment was due in the period.
narrative-assignments = { $due } assignments were due in the period, { $done } of { $due } are done: { $early } early, { $onTime } on time, { $late } late.
narrative-limit-target-onlineRateOfReceived = The online rate of dossiers received is { $rate }, below the target of { $target } ({ $source }) by { $gap } percentage points, which is { $short } { $good }.
narrative-limit-target-onlineRateOfHandled = The online rate of dossiers to be handled is { $rate }, below the target of { $target } ({ $source }) by { $gap } percentage points, which is { $short } { $good }.
narrative-limit-target-onTimeRate = The share in time is { $rate }, below the target of { $target } ({ $source }) by { $gap } percentage points, which is { $short } { $good }.
narrative-limit-procedures = Only { $online } of { $published } procedures had online dossiers.
narrative-limit-late = { $late } dossiers were resolved late and { $openLate } open ones are late.
narrative-limit-feedback = { $waiting } matters of feedback are not answered yet.
narrative-limit-assignments = { $undone } assignments are not done yet.
narrative-limit-none = No target was missed in the period.
narrative-closing = This is the report of { $agency } on the procedures of { $period }./.
report-file-otherwise = This channel cannot carry such a file. Please open it in the agency’s web chat or on Telegram.
report-file-staff-only = Report files are for the agency’s staff. The public figures and charts are here.
button-report-xlsx = Form II.06a (Excel)
button-report-docx = Report (Word)
button-report-png = Charts
button-chart = Chart: { $chart }
