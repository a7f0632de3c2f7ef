# Following a dossier: how to steer it, and what followers are told

follow-button = Follow
follow-button-stop = Stop following
follow-button-stop-one = Stop following { $code }
follow-button-stop-all = Stop following all
follow-button-list = What I follow
follow-button-status = Show the status
follow-button-off = No news: { $kind }
follow-button-on = News again: { $kind }

follow-kind-moves = the dossier moves
follow-kind-asked = papers or a fee are asked for
follow-kind-due = it is due soon
follow-kind-late = it is late
follow-kind-ready = the result is ready

follow-started = You now follow dossier { $code }.
follow-already = You already follow dossier { $code }.
follow-now = At present: { $stage }.
follow-told-of = In working hours you are told when: { $kinds }.
follow-told-nothing = You have switched off all kinds of news; switch them on again in the list of what you follow.
follow-too-many = One person may follow { $most } dossiers at most. Please stop following some that are finished, and try again.
follow-stopped = You no longer follow dossier { $code }.
follow-stopped-all = You no longer follow any dossier.
follow-was-not = You do not follow dossier { $code }.
follow-list = You follow this many dossiers: { $count }.
follow-list-item = { $code } ({ $procedure }): { $stage }
follow-list-empty = You follow no dossier yet.
follow-how = To follow one, type /follow and its code, for example /follow H57.16-210315-0012.
follow-off = From now on you are not told when “{ $kind }”.
follow-on = From now on you are told when “{ $kind }”.

follow-due = Due: { $due }.
follow-moved-due = The due date of dossier { $code } has moved from { $earlier } to { $later }.
follow-moved-due-late = We apologise for having to move it back.
follow-new-due = The result of dossier { $code } is due on { $due }.
follow-no-due = Dossier { $code } has no due date any more.
follow-due-soon = Dossier { $code } is due soon: on { $due }.
follow-due-soon-stage = At present: { $stage }. You are told as soon as the result is ready.
follow-late = Dossier { $code } is past its due date ({ $due }) without a result. We apologise.
follow-late-rights = You have the right to know the reason; the one-stop desk must send you a written apology with a new date. You are told as soon as there is one.
follow-late-again = Dossier { $code } is past its new date ({ $due }) as well, without a result. We apologise.
follow-late-again-rights = You have the right to know the reason, and may complain to the head of { $unit }: type /feedback.
follow-apology = About dossier { $code }:
