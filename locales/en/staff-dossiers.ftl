staff-dossiers = Dossiers
staff-dossiers-search = Code, applicant, procedure
staff-dossiers-which = Show
staff-dossiers-open = Open
staff-dossiers-late = Overdue
staff-dossiers-today = Due today
staff-dossiers-soon = Due within three working days
staff-dossiers-waiting = Waiting for the applicant
staff-dossiers-no-due-date = Without a due date
staff-dossiers-ended = Settled
staff-dossiers-all = All
staff-dossiers-any-unit = All units
staff-dossiers-any-status = Any state
staff-dossiers-narrow = Narrow down by state, due date, officer
staff-dossiers-due-from = Due from
staff-dossiers-due-to = Due until
staff-dossiers-count = { $count ->
    [1] 1 dossier
   *[other] { $count } dossiers
  }
staff-dossiers-more-than = More than { $count } dossiers
staff-dossiers-empty = There is no such dossier. Try fewer words, or show all.
staff-dossiers-near = No dossier that you may see has the code { $code }. Is it one of these, which are nearly the same?
staff-dossier-ended-late = settled late
staff-dossier-ended-on = settled on { $day }
staff-dossier-phone = Telephone
staff-dossier-mode = Submitted
staff-dossier-followers = Followers
staff-dossier-followers-count = { $count ->
    [0] nobody follows this dossier yet
    [1] 1 person
   *[other] { $count } people
  }
staff-dossier-deadline = The due date and how it is reckoned
staff-dossier-by-term = By the term of the procedure:
staff-dossier-no-term = The catalogue gives no term for the procedure, or the dossier was not accepted yet, so there is nothing to compare with.
staff-dossier-term-differs = The receipt promises { $promised }; the term leads to { $reckoned }. What the receipt promises is what counts.
staff-dossier-due-moved = due date moved
staff-dossier-source = source: { $source }
staff-dossier-no-history = No step has been recorded yet.
staff-apology-once = Give the reason and the new date. One new date may be given, once (Decree 61/2018/NĐ-CP, art. 19.9).
staff-apology-day = New date
staff-apology-no-day = Please choose the new date.
staff-apology-no-reason = Please write the reason for the delay.
