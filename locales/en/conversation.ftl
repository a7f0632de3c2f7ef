unsupported-message = I cannot read this kind of message yet. Please type it in words, for example a dossier code or a question.
turn-failed = Sorry, something went wrong on our side and you have no answer yet. The fault is on record; please try again in a few minutes or contact the one-stop desk.
