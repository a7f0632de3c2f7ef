// Importing dossiers with everything that belongs to it, beside a bare COPY and one INSERT … ON CONFLICT of the same rows:
// `npm run bench import [--rows 1000000] [--rounds 5]`.
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { importFile } from "../src/imports/import-file.ts";
import type { Database } from "../src/persistence/database.ts";
import { createImportStore } from "../src/persistence/import-store.ts";
import { createWording } from "../src/wording/wording.ts";
import { mediansByTurns, numberFlag, publish, withBenchDatabase } from "./frame.ts";
import { describeCatalogue, writeDossierFile } from "./dossier-files.ts";

const rowCount = numberFlag("rows", 1_000_000);
const say = createWording();
const now = new Date("2026-11-23T02:00:00Z");

const columns = `code, procedure_id, unit_id, submission_mode, status, received_at, due_at, finished_at, returned_at, resolved_at,
  officer_id, applicant_name, applicant_phone, interlinked, partner_agency`;

await withBenchDatabase(measure, { max_wal_size: "8GB", shared_buffers: "1GB" });

async function measure(database: Database, folder: string): Promise<void> {
  await describeCatalogue(database, { say, now });
  const [first, newer, staged] = ["first.csv", "newer.csv", "staged.tsv"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await writeDossierFile(first, { rowCount, from: 0, isFinished: false });
  await writeDossierFile(newer, { rowCount, from: Math.floor(rowCount * 0.3), isFinished: true });
  await take(database, first, {});
  await makeBare(database, staged);
  let peakBytes = 0;
  const watch = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss())), 50);
  const ms = await mediansByTurns(
    {
      bare: () => copyBare(database, staged),
      first: () => take(database, first, { added: rowCount }),
      again: () => take(database, first, { unchanged: rowCount }),
      newer: () => take(database, newer, {}),
      withoutSums: async () => {
        await database.query("alter table dossier disable trigger user");
        await take(database, first, { added: rowCount });
        await database.query("alter table dossier enable trigger user");
      },
    },
    {
      before: {
        bare: () => empty(database),
        first: () => empty(database),
        withoutSums: () => empty(database),
        newer: () => settle(database),
      },
    },
  );
  clearInterval(watch);
  const rate = (name: keyof typeof ms) => (rowCount / ms[name]) * 1000;
  const metric = (name: string) => `${name}, ${rowCount} rows`;
  await publish("import", [
    {
      metric: metric("all new"),
      unit: "rows/s",
      value: rate("first"),
      floor: rate("bare"),
      goal: { atLeast: 0.4 },
    },
    {
      metric: metric("again, unchanged, beside the first time"),
      unit: "rows/s",
      value: rate("again"),
      floor: rate("first"),
      goal: { atLeast: 3 },
    },
    {
      metric: metric("newer, 70 % changed, 30 % new"),
      unit: "rows/s",
      value: rate("newer"),
      floor: rate("bare"),
    },
    {
      metric: metric("what the kept sums add"),
      unit: "ms",
      value: ms.first,
      floor: ms.withoutSums,
      goal: { atMost: 1.25 },
    },
    { metric: metric("most memory"), unit: "MiB", value: peakBytes / 2 ** 20, goal: { atMost: 300 } },
  ]);
}

async function empty(database: Database): Promise<void> {
  await database.query("truncate dossier, dossier_event, bare cascade");
}

async function settle(database: Database): Promise<void> {
  await database.query("vacuum analyze dossier");
}

/** A table with the columns and indexes of dossiers and nothing else, and a file of its rows as COPY takes them. */
async function makeBare(database: Database, staged: string): Promise<void> {
  await database.query("create table bare (like dossier including all)");
  await database.query(`create unlogged table bare_staged as select ${columns} from dossier`);
  await database.transaction(async ({ client }) => {
    await pipeline(client.query(copyTo("copy bare_staged to stdout")), createWriteStream(staged));
  });
}

async function copyBare(database: Database, staged: string): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query("truncate bare_staged");
    await pipeline(createReadStream(staged), sql.client.query(copyFrom("copy bare_staged from stdin")));
    await sql.query(
      `insert into bare (${columns}) select ${columns} from bare_staged
       on conflict (code) do update set status = excluded.status, finished_at = excluded.finished_at`,
    );
  });
}

async function take(database: Database, path: string, wanted: Record<string, number>): Promise<void> {
  const outcome = await importFile("ho-so", path, { store: createImportStore(database), say, now });
  for (const [name, count] of Object.entries({ read: rowCount, rejected: 0, ...wanted }))
    if (Reflect.get(outcome, name) !== count)
      throw new Error(`${name} is not ${count}: ${JSON.stringify(outcome)}`);
}
