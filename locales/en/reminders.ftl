reminder-accept-soon = { $code } is waiting for you to take it, by { $due }.
reminder-accept-late = Nobody has taken { $code }, which was to be taken by { $due }.
reminder-answer-soon = { $code } is to be answered by { $due }.
reminder-answer-late = { $code } was to be answered by { $due }.
reminder-due-soon = { $code } is due { $due }.
reminder-due-late = { $code } was due { $due }.
reminder-escalated = It is late and nothing moves, so it comes to you; the officer was reminded before.
reminder-apologise = If it cannot be done in time, send the apology with the reason and a new date (once only: Decree 61/2018/NĐ-CP, article 19.9).
button-open-work = Open it
button-acknowledge = I have seen it
button-snooze = Again tomorrow morning
button-apologise = Apologise, new date
button-open-list = My work
digest-head = { $count } matters need you today: { $late } late, { $today } due today, { $soon } due within three working days{ $unassigned ->
    [0] .
   *[other] , { $unassigned } with no officer.
}
digest-unassigned = With no officer (showing { $shown } of { $total })
digest-late = Late (showing { $shown } of { $total })
digest-today = Due today (showing { $shown } of { $total })
digest-soon = Due soon (showing { $shown } of { $total })
digest-item = { $code } · { $clock ->
    [accept] to be taken by
   *[other] due
} { $due } · { $title }
digest-item-of = { $code } · { $clock ->
    [accept] to be taken by
   *[other] due
} { $due } · { $officer } · { $title }
alarm-job-silent = Alarm: the background job “{ $job }” has not worked since { $since }. Run motcua doctor and look at the log.
alarm-no-digest = Alarm: no digest went out to any officer this morning. Run motcua doctor and look at the log.
alarm-no-calendar = The official days off of { $year } are missing. Import the ngay-nghi file of { $year }; until then dates in that year are provisional.
several-reminders = What needs you now (showing { $shown } of { $total }):
several-escalated = Late matters in which nothing moves, so they come to you; their officers were reminded before (showing { $shown } of { $total }):
button-apologise-for = Apologise, new date: { $code }
simulate-unlinked = no linked account
