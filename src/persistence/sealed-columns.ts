/** A column whose values are sealed, with what tells its rows apart. */
export interface SealedColumn {
  table: string;
  column: string;
  id: string;
  /** The same text gives the same value, so that imports see what has not changed. */
  isComparable: boolean;
}

/** Every sealed column there is (ADR 58 says why these). A new one is added here, written and read through the keyring. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: "dossier", column: "applicant_phone", id: "id", isComparable: true },
  { table: "feedback", column: "sender_name", id: "id", isComparable: true },
  { table: "feedback", column: "sender_phone", id: "id", isComparable: true },
  { table: "staff_second_step", column: "secret", id: "staff_id", isComparable: false },
  { table: "staff_second_step", column: "offered", id: "staff_id", isComparable: false },
];

/** The purpose that a column's values are sealed for. */
export function purposeOf({ table, column }: Pick<SealedColumn, "table" | "column">): string {
  return `${table}.${column}`;
}
