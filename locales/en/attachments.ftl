# Photos, files, voice, positions and edited messages
attachment-received = The assistant has received and kept what you sent. To file feedback, press the button below (or type /phananh) and send photos and files while filling it in. To ask about a dossier, type its code.
position-received = The assistant has received your position. To report something at this place, press the button below (or type /phananh) and send the position again when asked where it is.
words-needed = This step needs an answer in words or digits. Please type it, or type /huy to stop.
edit-read = Your change has been read.
edit-too-late = The message you changed was answered earlier, and that answer stands. The change has been kept; to have it answered, please send it as a new message.
button-feedback = File feedback
