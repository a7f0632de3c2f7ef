status-registered = Dossier { $code } has been sent to { $unit } and waits to be accepted.
status-accepted = Dossier { $code } has been accepted by { $unit } and will be handled soon.
status-not-accepted = Dossier { $code } was not accepted by { $unit }.
status-in-progress = Dossier { $code } is being handled by { $unit }.
status-awaiting-papers = Dossier { $code } waits for papers from you.
status-awaiting-fee = Dossier { $code } waits for you to pay the fee.
status-withdrawn = Dossier { $code } was withdrawn at the applicant’s request.
status-stopped = The handling of dossier { $code } was stopped.
status-result-ready = The result of dossier { $code } is ready.
status-returned = The result of dossier { $code } has been handed over.

next-registered = The one-stop desk will check the papers and send a receipt with the due date.
next-accepted = Next, the dossier goes to the responsible room. You need not do anything now.
next-not-accepted = The reason is in the notice of the one-stop desk; complete the papers and apply again, or ask { $unit }.
next-in-progress = You will be told when the result is ready. You need not do anything now.
next-awaiting-papers = What you need to do: hand in all papers listed in the request for supplements you were sent. The term starts again when the dossier is complete.
next-awaiting-fee = What you need to do: pay the fee as told in the notice, online or at the one-stop desk. Handling goes on right after that.
next-awaiting-fee-amount = What you need to do: pay the fee ({ $fee }) as told in the notice, online or at the one-stop desk. Handling goes on right after that.
next-withdrawn = If you still need it, please apply again.
next-stopped = The reason is in the notice; ask { $unit } if you have not received it.
next-result-ready = What you need to do: bring the receipt and your identity papers to the one-stop desk, or wait for the post if you asked for delivery.
next-returned = The matter is closed. If the result has a mistake, contact { $unit } to have it corrected.

stage-registered = sent, waiting to be accepted
stage-accepted = accepted
stage-not-accepted = not accepted
stage-in-progress = being handled
stage-awaiting-papers = waiting for papers
stage-awaiting-fee = waiting for the fee
stage-withdrawn = withdrawn by the applicant
stage-stopped = handling stopped
stage-result-ready = result ready
stage-returned = result handed over

late-apology = We apologise: the dossier is past its due date and has no new date yet. You have the right to know the reason; the one-stop desk must send you a written apology with a new date.
apology-told = The agency apologises for the delay. The reason: { $reason }. The new date: { $day }.
due-moved = We apologise for moving the due date from { $earlier } to { $later }.

fact-applicant = Applicant
fact-procedure = Procedure
fact-unit = Handled by
fact-partner = Together with
fact-received = Received
fact-due = Due
fact-finished = Result ready
fact-returned = Handed over

due-plain = { $time } { $weekday } { $day }
due-today = { $time } today, { $weekday } { $day }
due-left = { $time } { $weekday } { $day } ({ $days } working days left)
due-past = { $time } { $weekday } { $day } ({ $days } working days overdue)
due-none = no due date yet

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

history-heading = What has happened so far
history-step = { $at } – { $step }

button-dossier-detail = Show details

dossier-ask-code = Please tell me the dossier code.
dossier-code-where = It is printed on your receipt, for example 000.00.16.H57-210315-0012 or H57.16-210315-0012.
dossier-code-malformed = What you sent does not have the form of a dossier code.
dossier-code-agency = The first part (before the dash) names the agency, for example 000.00.16.H57 or H57.16.
dossier-code-date = The middle part is the day of receipt in six digits, year-month-day: 210315 is 15/03/2021.
dossier-code-serial = The last part is a serial number of at least four digits, for example 0012.
dossier-not-shown = There is nothing to show for the code { $code }.
dossier-check-code = Please compare every letter and digit with your receipt.
dossier-check-proof = If you just typed four digits: they must be the last four of the phone number on the dossier.
dossier-ask-desk = If that does not help, bring the receipt to the one-stop desk.

proof-ask = To see the details of dossier { $code }, type the last four digits of the phone number on the dossier. Type /cancel to stop.
proof-ask-again = Just type the last four digits of the phone number on dossier { $code }, for example 0123. Type /cancel to stop.
proof-too-many = Too many wrong tries. You can try again from { $at }, bring your receipt to the one-stop desk, or write “talk to an officer” to the assistant.

demonstration-mark = Demonstration data, not a real dossier.
