/** What a cell becomes on its way into the database. */
export type Value = string | number | boolean | Date | null;

/** One row to be merged: a value for each staged column of its table, and the line of the file it stood on. */
export type StagedRow = Readonly<Record<string, Value>> & { readonly line: number };

export type ImportTable =
  | "unit"
  | "procedure"
  | "staff_member"
  | "dossier"
  | "assignment"
  | "feedback"
  | "day_exception"
  | "working_hours"
  | "routing_rule"
  | "target";

/** The codes a row may refer to, with the ids they stand for, as they are when the import begins. */
export interface KnownCodes {
  units: ReadonlyMap<string, number>;
  procedures: ReadonlyMap<string, number>;
  staff: ReadonlyMap<string, number>;
  fields: ReadonlySet<string>;
}

/** Why a row was found wanting only when all rows could be seen together. */
export type MergeRefusal =
  | { line: number; kind: "repeated"; firstLine: number }
  | { line: number; kind: "overlapping"; firstLine: number }
  | { line: number; kind: "unknown-parent"; code: string }
  | { line: number; kind: "parent-cycle"; code: string };

/** Counts of rows; one that repeats another word for word counts as unchanged. */
interface MergeOutcome {
  added: number;
  changed: number;
  unchanged: number;
  refusals: MergeRefusal[];
}

/** Where an import comes from: kept with every event it causes. */
export interface ImportOrigin {
  now: Date;
  source: string;
  isDemonstration: boolean;
  /** The import of a page whose changes are kept, so that it can be undone. */
  runId?: string;
}

/** Takes the rows of one import into the database. */
export interface ImportStore {
  /**
   * Merges rows by their code in one transaction: all of them land, or, when `rows` throws, none does. Rows that say
   * what the database already says write nothing.
   */
  merge(
    table: ImportTable,
    rows: (known: KnownCodes) => AsyncIterable<readonly StagedRow[]>,
    origin: ImportOrigin,
  ): Promise<MergeOutcome>;
}
