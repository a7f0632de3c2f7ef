# Photos, files, voice, positions and edited messages
attachment-received = The assistant has received and kept what you sent. To file feedback, press the button below (or type /phananh) and send photos and files while filling it in. To ask about a dossier, type its code.
position-received = The assistant has received your position. To report something at this place, press the button below (or type /phananh) and send the position again when asked where it is.
words-needed = This step needs an answer in words or digits. Please type it, or type /huy to stop.
edit-read = Your change has been read.
edit-too-late = The message you changed was answered earlier, and that answer stands. The change has been kept; to have it answered, please send it as a new message.
button-feedback = File feedback

# Sending photos, files and positions from the chat page
web-attach = Attach
web-attach-hint = Photos, PDF, Word or sound recordings; up to { $count } files of { $limit } MB each.
web-attach-chosen = Files to send
web-attach-remove = Remove { $name }
web-attachment-photo = Photo
web-attachment-file = File
web-attachment-voice = Recording
web-attachment-video = Video
web-share-position = Send position
web-position-asking = Finding where you are…
web-position-denied = The browser may not tell your position. Allow it in the browser's settings, or type the address.
web-position-unavailable = Your position could not be found. Please try again, or type the address.
web-position-sent = Position: { $latitude }, { $longitude }
web-position-map = Show on a map
web-error-file-too-large = “{ $name }” is larger than { $limit } MB and was not sent. Please send a smaller file.
web-error-file-kind = “{ $name }” is not of an accepted kind. Please send a photo (JPEG, PNG, WebP, HEIC), a PDF, a Word file or a sound recording.
web-error-file-damaged = “{ $name }” is damaged or was not uploaded completely. Please open it to check, and send it again.
web-error-file-bomb = “{ $name }” unpacks to more than is accepted. Please send a smaller picture or a smaller file.
web-error-file-two-in-one = “{ $name }” hides another file inside, so it is not accepted. Please save it as a picture or a PDF and send that.
web-error-file-infected = Malware was found in “{ $name }”, so it is not accepted. Please scan your device and send another file, or bring the papers to the one-stop desk.
web-error-file-held = This file is waiting to be checked for malware. Please open it again in a few minutes.
web-error-too-many-files = One message carries up to { $limit } files. Please send them in several messages.
web-error-uploads-allowance = Only { $count } files, { $limit } MB in all, can be sent in an hour. Please wait a while before sending more.
web-error-position = The position sent is not valid. Please try again, or type the address.
photo-being-read = Photo received. The assistant is looking for a dossier code in it.
photo-unreadable = No QR code or barcode could be read in the photo.
photo-how = Please take it straight on, in good light, with the whole code filling most of the photo; or type the code printed on your receipt. If the photo is feedback, press the button below.
