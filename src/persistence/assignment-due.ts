/** When assignment `a` is due: it has a day alone, which lasts until the office closes, as that of an imported dossier. */
export const assignmentDueAt = "(a.due_on + time '17:00') at time zone interval '7 hours'";
