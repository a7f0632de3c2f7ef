import { existsSync, statSync } from "node:fs";
import { basename } from "node:path";
import { Argument, type Command } from "commander";
import type { App } from "../app.ts";
import { importFile, type ImportOutcome } from "../imports/import-file.ts";
import { importKindNames, type ImportKindName } from "../imports/import-kind.ts";
import { createAuditTrail } from "../persistence/audit/audit-trail.ts";
import { createImportStore } from "../persistence/import-store.ts";
import { showNumber } from "../wording/numbers.ts";
import { BadInputError } from "./command-error.ts";
import { createProgressBar } from "./progress-bar.ts";
import { operatorAt } from "./operator.ts";
import { withApp } from "./with-app.ts";

export function addImport(program: Command): void {
  program
    .command("import")
    .description("Take a CSV (UTF-8) or XLSX file in; rows that cannot be taken go to <file>.loi.csv.")
    .addArgument(new Argument("<kind>", "what the rows are").choices(importKindNames))
    .argument("<file>")
    .action((kind: ImportKindName, file: string) => {
      if (!existsSync(file) || !statSync(file).isFile())
        throw new BadInputError(`There is no file "${file}".`);
      return withApp({}, (app) => importInto(app, kind, file));
    });
}

async function importInto(app: App, kind: ImportKindName, file: string): Promise<void> {
  const bar = createProgressBar(process.stderr);
  const outcome = await importFile(kind, file, {
    now: app.clock(),
    say: app.say,
    store: createImportStore(app.database),
    onProgress: ({ rows, fraction }) => bar.show(rows, fraction),
  }).finally(() => bar.end());
  if (outcome.kind === "refused") throw new BadInputError(outcome.sentence);
  const { read, added, changed, rejected } = outcome;
  await createAuditTrail(app.database).record({
    ...operatorAt(app.clock()),
    deed: "table-imported",
    on: { kind: "file", id: basename(file) },
    detail: { kind, read, added, changed, rejected },
  });
  process.stdout.write(`${summaryOf(app, outcome)}\n`);
}

function summaryOf({ say }: App, outcome: Extract<ImportOutcome, { kind: "imported" }>): string {
  const { read, added, changed, unchanged, rejected, rejectFile } = outcome;
  const counts = Object.entries({ read, added, changed, unchanged, rejected });
  const written = Object.fromEntries(counts.map(([name, count]) => [name, showNumber(count)])) as Record<
    "read" | "added" | "changed" | "unchanged" | "rejected",
    string
  >;
  const summary = say("vi", "import-summary", written);
  return rejectFile ? `${summary}\n${say("vi", "import-reject-file", { file: rejectFile })}` : summary;
}
