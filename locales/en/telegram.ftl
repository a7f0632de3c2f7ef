telegram-command-start = Start
telegram-command-tracuu = Look up a dossier
telegram-command-thongke = Figures on dossiers handled
telegram-command-help = What you can ask
telegram-command-lang = Change language (Vietnamese, English)
telegram-command-huy = Stop what was begun
