import { basename } from "node:path";
import type { Say } from "../wording/wording.ts";
import type { ImportKindName } from "./import-kind.ts";
import { importTable, type ImportSummary, type ImportTools } from "./import-table.ts";
import { importKinds } from "./kinds/kinds.ts";
import { openTable } from "./open-table.ts";
import { rejectFileOf, writeRejectFile } from "./reject-file.ts";
import { FileRefusedError } from "./table.ts";

interface Imported extends ImportSummary {
  kind: "imported";
  /** Where the rows that were not taken stand; null when every row was taken. */
  rejectFile: string | null;
}

export type ImportOutcome =
  | Imported
  /** Nothing was taken; `sentence` tells the person why, in Vietnamese. */
  | { kind: "refused"; sentence: string };

/**
 * Imports a CSV or XLSX file: the rows that are right land together in one transaction, the others go to
 * `<path>.loi.csv`. Importing a file again changes nothing. Throws the system's error when the file cannot be opened,
 * and StoreUnavailableError when the database is away: then the database is as it was.
 */
export async function importFile(
  kind: ImportKindName,
  path: string,
  { now, ...tools }: ImportTools & { now: Date },
): Promise<ImportOutcome> {
  const outcome = await importNamed(kind, path, { now, source: basename(path), ...tools });
  return outcome.kind === "refused"
    ? { kind: "refused", sentence: showRefusal(outcome.refusal, tools.say) }
    : outcome;
}

/** The same for a file whose name is another than its path's, and whose changes are kept when a run is named. */
export async function importNamed(
  kind: ImportKindName,
  path: string,
  { now, source, runId, ...tools }: ImportTools & { now: Date; source: string; runId?: string },
): Promise<Imported | { kind: "refused"; refusal: FileRefusedError }> {
  const origin = { now, source, isDemonstration: false, ...(runId !== undefined && { runId }) };
  let summary: ImportSummary;
  try {
    summary = await importTable(importKinds[kind], await openTable(path), origin, tools);
  } catch (error) {
    if (error instanceof FileRefusedError) return { kind: "refused", refusal: error };
    throw error;
  }
  await writeRejectFile(path, summary.rejections, tools.say);
  return { kind: "imported", ...summary, rejectFile: summary.rejected ? rejectFileOf(path) : null };
}

function showRefusal({ key, values }: FileRefusedError, say: Say): string {
  return (say as (language: "vi", key: string, values: FileRefusedError["values"]) => string)(
    "vi",
    key,
    values,
  );
}
