import type { ImportRun, UndoOutcome } from "../../../domain/imports/import-run.ts";

/** A kind of file that can be brought in, and its columns. */
export interface ImportableKind {
  name: ImportableName;
  columns: readonly { name: string; title: string; isExpected: boolean }[];
}

export const importableNames = [
  "ho-so",
  "phan-anh",
  "nhiem-vu",
  "thu-tuc",
  "don-vi",
  "can-bo",
  "phan-cong",
  "chi-tieu",
  "ngay-nghi",
  "gio-lam-viec",
] as const;
export type ImportableName = (typeof importableNames)[number];

type StartOutcome =
  | { kind: "queued" }
  /** Columns that the file must have and nothing was said to be, or two of the file that were said to be the same. */
  | { kind: "unclear"; missing: string[]; twice: string[] }
  /** Somebody decided on it before. */
  | { kind: "decided" };

/** What bringing files in needs of the rest. */
export interface ImportPorts {
  kind(name: ImportableName): ImportableKind;
  /**
   * Keeps a file as it comes and looks into it; gives its run, or undefined when it was longer than is taken, and then
   * nothing is kept.
   */
  take(file: {
    kind: ImportableName;
    fileName: string;
    bytes: AsyncIterable<Buffer>;
    isTooLarge: () => boolean;
    uploadedBy: string;
    now: Date;
  }): Promise<string | undefined>;
  find(id: string): Promise<ImportRun | undefined>;
  history(page: { after: string | undefined; limit: number }): Promise<ImportRun[]>;
  /** Brings it in, in the background, with what each column was said to mean. */
  start(id: string, meanings: readonly (string | null)[]): Promise<StartOutcome>;
  discard(id: string, now: Date): Promise<boolean>;
  rejects(id: string): AsyncIterable<Buffer>;
  undo(run: ImportRun, undoneBy: string, now: Date): Promise<UndoOutcome>;
}
