import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { App } from "./app.ts";
import type { ImportRun } from "./domain/imports/import-run.ts";
import { importNamed } from "./imports/import-file.ts";
import type { ImportKindName } from "./imports/import-kind.ts";
import { createAuditTrail } from "./persistence/audit/audit-trail.ts";
import { createImportRunStore } from "./persistence/import-run-store.ts";
import { createImportStore } from "./persistence/import-store.ts";
import { inParts, withFile } from "./staff-imports.ts";

/** As long as an import may say nothing before another worker takes it up. */
const leaseMs = 2 * 60_000;
const mostAttempts = 3;

/** Files that nobody decided on are kept so long, and rows that were not taken so much longer: they name people. */
const decideWithinMs = 2 * 24 * 3_600_000;
const rejectsKeptMs = 30 * 24 * 3_600_000;

/** Brings in what was handed over on the pages, one file after another, until nothing waits; says how many. */
export async function runImports(app: App): Promise<number> {
  const runs = createImportRunStore(app.database);
  for (let done = 0; ; done += 1) {
    const now = app.clock();
    const run = await runs.lease(now, new Date(now.getTime() + leaseMs));
    if (!run) return done;
    if ((await runs.attempts(run.id)) > mostAttempts) {
      app.log.error({ run: run.id }, "an import was begun several times and never ended, given up");
      await runs.fail(run.id, now);
    } else await bringIn(app, run);
  }
}

async function bringIn({ database, say, clock }: App, run: ImportRun): Promise<void> {
  const runs = createImportRunStore(database);
  await withFile(async (path) => {
    const file = await open(path, "w");
    for await (const part of runs.parts(run.id, "file")) await file.write(part);
    await file.close();
    let told: Promise<unknown> = Promise.resolve();
    const outcome = await importNamed(run.kind as ImportKindName, path, {
      store: createImportStore(database),
      say,
      now: clock(),
      source: run.fileName,
      runId: run.id,
      meanings: run.meanings,
      onProgress: (progress) => {
        told = told.then(() => runs.progress(run.id, progress, new Date(clock().getTime() + leaseMs)));
      },
    });
    await told;
    if (outcome.kind === "refused") {
      const { key, values } = outcome.refusal;
      return runs.refuse(run.id, { key, values }, clock());
    }
    if (outcome.rejectFile !== null) {
      let place = 0;
      for await (const part of inParts(createReadStream(outcome.rejectFile) as AsyncIterable<Buffer>))
        await runs.addPart(run.id, "rejects", place++, part);
    }
    const { read, added, changed, unchanged, rejected } = outcome;
    await runs.finish(run.id, { read, added, changed, unchanged, rejected }, clock());
    await createAuditTrail(database).record({
      by: { kind: "staff", name: run.uploadedBy },
      deed: "table-imported",
      on: { kind: "file", id: run.fileName },
      channel: "web",
      at: clock(),
      detail: { kind: run.kind, read, added, changed, rejected },
    });
  });
}

/** Whether a file waits for a worker. */
export function importsWait({ database, clock }: App): Promise<boolean> {
  return createImportRunStore(database).isAnyWaiting(clock());
}

/** Forgets files that nobody decided on, and rows that nobody came for. */
export async function forgetOldImports({ database, clock }: App): Promise<void> {
  const ago = (ms: number) => new Date(clock().getTime() - ms);
  await createImportRunStore(database).forget(ago(decideWithinMs), ago(rejectsKeptMs), clock());
}
