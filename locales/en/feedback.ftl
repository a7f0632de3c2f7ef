# Sending feedback, question by question
feedback-ask-content = Tell us what happened or what should be improved, and when.
feedback-ask-content-anew = Please write what happened anew.
feedback-how = Photos, files and voice messages may come at any time. Type “back” for the question before, /cancel to stop.
feedback-notice-short = What you write is used only to handle this matter; nothing is sent until you press Send.
feedback-ask-field = Which field does it belong to?
feedback-ask-field-suggested = Does it belong to { $field }?
feedback-ask-place = Where did it happen? Write it, or share a position.
feedback-ask-dossier = Which dossier is it about? Send its code if you have it.
feedback-ask-dossier-found = Is it about dossier { $code }?
feedback-ask-dossier-slip = The dossier code in your text is not in the right form. Please send the code again if you have it.
feedback-ask-privacy = Who may know that it was you?
feedback-privacy-public = Publish my name
feedback-privacy-agency = The agency only
feedback-privacy-anonymous = Anonymous
feedback-privacy-public-means = Publish my name: your name is given when the matter and its outcome are published.
feedback-privacy-agency-means = The agency only: the officers who handle it know, it is not published.
feedback-privacy-anonymous-means = Anonymous: nobody knows, not even the officers; you still get the answer here.
feedback-ask-name = Please tell the name to be published. If you would like a call, add a telephone number.
feedback-ask-contact = You get the answer here. If you would like a call, send your name and telephone number.

# Answers that cannot be used yet
feedback-too-long = The text has { $length } characters; at most { $most } are taken. Your message is kept; please send a shorter one, or attach the whole text as a file.
feedback-no-words = Please write a few words about the matter.
feedback-files-need-words = Please add a few words, so that the officer knows what is to be done.
feedback-field-unknown = This field is not on the list. Please choose one, or “Not sure”.
feedback-place-abroad = This position is outside Vietnam and was not taken. Please share it again, or write the place.
feedback-place-too-long = A place may have at most { $most } characters. Please write it shorter.
feedback-place-no-words = Please write the place in words, or press Skip.
feedback-privacy-unknown = Please choose one of the three below.
feedback-name-missing = To publish your name we need it. Send your name, or type “anonymous” or “agency only”.
feedback-phone-malformed = The telephone number is not right: ten digits from 0, for example 0905 123 456.
feedback-contact-unread = Name and number could not be read. Please send them like this: Nguyen Thi Hoa, 0905 123 456.
feedback-same-unread = Please press one of the buttons below.
feedback-not-complete = One more question before it can be sent.
feedback-at-beginning = This is the first question.
feedback-summary-hint = Press Send if all is there, Change to change something, or write more about the matter.
feedback-added-to-content = What you just wrote was added to the text of your feedback.

# Photos and files
feedback-files-kept = Files attached so far: { $count }.
feedback-files-full = At most { $most } files go with one matter: the first { $most } are kept, later ones do not come along.

# What may be known already
feedback-similar-own = You sent this on { $day }: { $code }.
feedback-similar-words = It says: “{ $words }”
feedback-similar-other = Somebody may have reported this already:
feedback-similar-facts = “{ $words }” – sent on { $day }
feedback-similar-facts-field = “{ $words }” – { $field }, sent on { $day }
feedback-button-me-too = I see it too
feedback-button-add-to = Add to { $code }
feedback-button-other-matter = Another matter, send anew

# Looking over and sending
feedback-summary = Please look it over before it is sent:
feedback-none = not known
feedback-fact-files = Files
feedback-fact-same = Same matter
feedback-same-joined = You see what somebody has reported already; yours has a code and a promised date of its own.
feedback-fact-privacy = Who knows the sender
feedback-fact-answer = Answer
feedback-answer-here = here
feedback-known-public = { $agency } knows the text and your name; both may be published with the outcome.
feedback-known-agency = Only the officers of { $agency } who handle it know the text and the sender; your name is not published.
feedback-known-anonymous = { $agency } knows the text only. This conversation is kept apart to bring you the answer, and shown to nobody.
feedback-notice = By pressing Send you have been told, and agree, that { $agency } processes the above solely to handle this matter (Law on Personal Data Protection 91/2025/QH15). You may see, correct, erase it or withdraw your consent: /mydata.
feedback-button-send = Send
feedback-button-change = Change
feedback-button-cancel = Cancel
feedback-change-what = What would you like to change?
feedback-change-noidung = The text
feedback-change-linhvuc = The field
feedback-change-noi = The place
feedback-change-hoso = The dossier code
feedback-change-rieng = Who knows the sender
feedback-change-lienhe = Name, telephone
feedback-button-field-yes = Yes, { $field }
feedback-button-unknown = Not sure
feedback-button-skip = Skip
feedback-button-dossier-yes = Yes, { $code }
feedback-button-dossier-no = No
feedback-button-here = An answer here will do

# Sent, cancelled, half written
feedback-sent = Your feedback { $code } has been received.
feedback-sent-before = This was sent before, as { $code }.
feedback-promise = You will be answered by { $at }.
feedback-sent-to = It was given to { $unit }.
feedback-sent-to-duty = The officer on duty of { $agency } will give it to the unit in charge.
feedback-follow = You are told of any news at once. To follow it, type /ticket { $code }. More photos or files may still follow.
feedback-cancelled = Cancelled; nothing was sent.
feedback-gone = What this button belongs to was sent, cancelled, or is older than 7 days.
feedback-unsent = You have feedback half written, last at { $at }.
feedback-unsent-beside = Just received: “{ $words }”. Go on with the earlier matter, or drop it and send this one.
feedback-button-go-on = Go on
feedback-button-anew = Drop it, start anew
feedback-button-anew-with = Drop it, send the new one

# What does not go the way of feedback
guided-button-feedback = No, this is only feedback
guided-emergency = In an emergency call 113 (police), 114 (fire, rescue) or 115 (ambulance) now.
guided-emergency-where = Nobody watches this channel for emergencies; your message reaches no rescuers and was not sent as feedback.
guided-denunciation = This seems to be a denunciation, which does not go the way of feedback; nothing was sent.
guided-denunciation-where = Denounce in writing or in person at the citizens' reception of { $agency }, or of the agency competent for it.
guided-denunciation-how = The letter gives the date, your name, address and how to reach you, and the act denounced. Your name and address are kept secret; you are protected.
guided-denunciation-basis = Legal basis: Law on Denunciations 2018 (articles 9, 22, 23, 47).
guided-complaint = This seems to be a complaint. Complaints against an administrative decision or act do not go the way of feedback; nothing was sent.
guided-complaint-where = Complain in writing or in person to whoever made the decision or to the agency whose officer acted; for { $agency }, at the citizens' reception.
guided-complaint-how = You have 90 days from the day you received or learnt of it. You may also sue in the administrative court.
guided-complaint-basis = Legal basis: Law on Complaints 2011 (articles 7, 8, 9).
guided-state-secret = State secrets must not be sent in messages; nothing was sent as feedback. If the message you just sent holds any, delete it at once.
guided-state-secret-where = Report it in person to { $agency } at the citizens' reception, or to the nearest police.
guided-state-secret-how = Do not photograph, copy or forward papers; bring them and hand them over in person.
guided-state-secret-basis = Legal basis: Law on Protection of State Secrets 2018 (article 5).
