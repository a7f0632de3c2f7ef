/** Where an import stands: its file arrives, waits to be looked at, waits for a worker, is worked on, or is over. */
type ImportRunStatus =
  | "uploading"
  | "waiting"
  | "queued"
  | "running"
  | "done"
  | "refused"
  | "failed"
  | "discarded"
  | "undone";

/** Counts of rows: read = added + changed + unchanged + rejected. */
interface ImportCounts {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
}

/** What undoing came to: rows that were taken out again, put back as they were, or left since something else changed them. */
export interface UndoneCounts {
  removed: number;
  restored: number;
  kept: number;
  /** The first codes of those that were left. */
  keptCodes: string[];
}

/** The name of a sentence with what it says. */
interface FileRefusal {
  key: string;
  values: Record<string, string | number>;
}

/** One file brought in on a page. */
export interface ImportRun {
  /** Digits. */
  id: string;
  kind: string;
  fileName: string;
  sizeBytes: number;
  uploadedBy: string;
  uploadedByName: string | null;
  uploadedAt: Date;
  status: ImportRunStatus;
  header: string[];
  /** What each cell of the header means: a column of the kind, or nothing. */
  meanings: (string | null)[];
  /** The first rows, cell by cell. */
  sample: string[][];
  rowsRead: number;
  /** How much of the file has been read, 0–1. */
  fraction: number;
  counts: ImportCounts | null;
  /** Why the file as a whole was not taken. */
  refusal: FileRefusal | null;
  settledAt: Date | null;
  undone: UndoneCounts | null;
  undoneAt: Date | null;
  undoneByName: string | null;
  /** Only the last one that was brought in may be undone. */
  isUndoable: boolean;
}

export type UndoOutcome = ({ kind: "undone" } & UndoneCounts) | { kind: "not-last" };

/** What a file holds, told before anything is taken. */
export interface FilePreview {
  header: string[];
  meanings: (string | null)[];
  sample: string[][];
}

type Part = "file" | "rejects";

/** Where files and what came of them are kept. */
export interface ImportRunStore {
  begin(run: { kind: string; fileName: string; uploadedBy: string; now: Date }): Promise<string>;
  addPart(id: string, part: Part, place: number, content: Buffer): Promise<void>;
  /** Part after part. */
  parts(id: string, part: Part): AsyncIterable<Buffer>;
  /** The file is here whole and can be looked at. */
  showPreview(id: string, sizeBytes: number, preview: FilePreview): Promise<void>;
  /** Nothing of it is taken; the file goes. */
  refuse(id: string, refusal: FileRefusal, now: Date): Promise<void>;
  /** From waiting; false when it is not any more. */
  queue(id: string, meanings: readonly (string | null)[]): Promise<boolean>;
  /** From waiting; false when it is not any more. */
  discard(id: string, now: Date): Promise<boolean>;
  find(id: string): Promise<ImportRun | undefined>;
  /** The newest first. */
  history(page: { after: string | undefined; limit: number }): Promise<ImportRun[]>;
  /** Takes one that waits, or that its worker has left, until an instant. */
  lease(now: Date, until: Date): Promise<ImportRun | undefined>;
  /** Whether one waits, or was left by its worker. */
  isAnyWaiting(now: Date): Promise<boolean>;
  /** How often it was taken up. */
  attempts(id: string): Promise<number>;
  progress(id: string, progress: { rows: number; fraction: number }, until: Date): Promise<void>;
  finish(id: string, counts: ImportCounts, now: Date): Promise<void>;
  fail(id: string, now: Date): Promise<void>;
  /** What people said that headers mean, in this kind of file. */
  remembered(kind: string): Promise<Map<string, string | null>>;
  remember(kind: string, meanings: ReadonlyMap<string, string | null>): Promise<void>;
  /** Takes files away that nobody decided on since an instant, and rejected rows older than another. */
  forget(undecidedSince: Date, rejectedSince: Date, now: Date): Promise<void>;
}
