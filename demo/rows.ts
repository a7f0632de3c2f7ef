import { showInstant } from "../src/domain/vietnam-time.ts";

/** A row as a file of its kind would hold it, by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** `dd/MM/yyyy HH:mm`, or empty. */
export function written(at: Date | null): string {
  return at ? showInstant(at) : "";
}
