import type { MessageKey } from "../wording/wording.ts";

export type Delimiter = "," | ";" | "\t";

/** A row of a file: its line (of a text) or row number (of a sheet), from 1, and its cells as text. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** A file that has been opened: the cells of its header, and the rows below it, some at a time, which can be read once. */
export interface Table {
  header: string[];
  delimiter: Delimiter;
  rows: AsyncGenerator<readonly TableRow[]>;
  /** How much of the file has been read, 0–1. */
  fractionRead(): number;
}

export type RefusalKey = Extract<MessageKey, `import-refused-${string}`>;

/** The file as a whole cannot be taken; says why in the words of `key`. */
export class FileRefusedError extends Error {
  override name = "FileRefusedError";
  readonly key: RefusalKey;
  readonly values: Record<string, string | number>;

  constructor(key: RefusalKey, values: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(key, options);
    this.key = key;
    this.values = values;
  }
}
