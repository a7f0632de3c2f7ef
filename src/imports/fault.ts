import type { MessageArguments } from "../wording/message-arguments.ts";

/** The sentences that say what is wrong with a cell. */
export type FaultKey = Extract<keyof MessageArguments, `import-row-${string}`>;

/** One thing that is wrong with a row. */
export class Fault {
  readonly key: FaultKey;
  readonly values: Record<string, string | number>;
  /** The column as the file may name it; set when the cell is read if the reader did not say. */
  readonly column: string | undefined;

  constructor(key: FaultKey, values: Record<string, string | number> = {}, column?: string) {
    this.key = key;
    this.values = values;
    this.column = column;
  }

  inColumn(column: string): Fault {
    return new Fault(this.key, this.values, this.column ?? column);
  }
}
