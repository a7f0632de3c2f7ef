/** A reminder that is planned and not yet said. */
export interface PlannedReminder {
  /** Of the case, the dossier or the assignment. */
  code: string;
  unitCode: string | null;
  dueAt: Date;
}
