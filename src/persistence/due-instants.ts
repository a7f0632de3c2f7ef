/** When assignment `a` is due: it has a day alone, which lasts until the office closes, as that of an imported dossier. */
export const assignmentDueAt = "(a.due_on + time '17:00') at time zone interval '7 hours'";

/** By when dossier `d` is worked towards: the one new date of its apology (`given`) when there is one, else its own. */
export const dossierWorkedToAt =
  "coalesce((given.new_due_on + time '17:00') at time zone interval '7 hours', d.due_at)";
