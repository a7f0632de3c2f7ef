import type { ImportRun } from "../../../domain/imports/import-run.ts";
import { showNumber } from "../../../wording/numbers.ts";
import type { MessageKey } from "../../../wording/wording.ts";
import type { StaffVisit } from "../staff-visit.ts";

/** What came of an import, in a sentence: its counts, or why nothing was taken. */
export function RunOutcome({ run, visit }: { run: ImportRun; visit: StaffVisit }) {
  const { say, language } = visit;
  const { counts, refusal, undone } = run;
  const number = (count: number) => showNumber(count, language);
  return (
    <>
      {counts && (
        <p>
          {say("import-summary", {
            read: number(counts.read),
            added: number(counts.added),
            changed: number(counts.changed),
            unchanged: number(counts.unchanged),
            rejected: number(counts.rejected),
          })}
        </p>
      )}
      {refusal && <p>{sayRefusalOf(visit, refusal)}</p>}
      {undone && (
        <p>
          {say("staff-import-undone", {
            removed: number(undone.removed),
            restored: number(undone.restored),
            kept: undone.kept,
          })}
        </p>
      )}
    </>
  );
}

/** The sentence that was kept by its name carries the variables it takes; the compiler cannot pair them. */
function sayRefusalOf({ say }: StaffVisit, { key, values }: NonNullable<ImportRun["refusal"]>): string {
  return (say as (key: MessageKey, values: Record<string, string | number>) => string)(
    key as MessageKey,
    values,
  );
}
