broadcast-from = Announcement of { $agency }
broadcast-why = You get this because you follow a dossier here. Type /follow list to see what you follow, or to stop.
