// Rows a second of importing 100,000 dossiers, beside a bare COPY of the same rows in the same run: `tsx bench/import.ts`.
import { createReadStream, createWriteStream } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { importFile } from "../src/imports/import-file.ts";
import { importRows } from "../src/imports/import-rows.ts";
import { openDatabase, type Database } from "../src/persistence/database.ts";
import { useEmbeddedPostgres } from "../src/persistence/embedded-postgres.ts";
import { createImportStore } from "../src/persistence/import-store.ts";
import { migrate } from "../src/persistence/migrator.ts";
import { createWording } from "../src/wording/wording.ts";

const rowCount = Number(process.argv[2] ?? 100_000);
const rounds = 3;
const say = createWording();
const now = new Date("2026-11-23T02:00:00Z");

const folder = await mkdtemp(join(tmpdir(), "motcua-bench-"));
await chmod(folder, 0o755);
try {
  await using postgres = await useEmbeddedPostgres(folder);
  await migrate(postgres.url);
  await using database = openDatabase({ url: postgres.url });
  await seed(database);
  await measure(database);
} finally {
  await rm(folder, { recursive: true });
}

async function measure(database: Database): Promise<void> {
  const [first, newer] = [join(folder, "first.csv"), join(folder, "newer.csv")];
  await writeDossiers(first, 0, "dang_xu_ly");
  await writeDossiers(newer, Math.floor(rowCount * 0.3), "da_tra_ket_qua");
  const figures: Record<string, number[]> = {};
  const note = (name: string, ms: number) => (figures[name] ??= []).push((rowCount / ms) * 1000);
  let peakBytes = 0;
  const watch = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss())), 20);
  await timed(() => bareCopy(database, first));
  for (let round = 0; round < rounds; round++) {
    await database.query("truncate dossier, dossier_event");
    note("bare COPY of the file", await timed(() => bareCopy(database, first)));
    note("import, all new", await timed(() => take(database, first, { added: rowCount })));
    note("import again, unchanged", await timed(() => take(database, first, { unchanged: rowCount })));
    await database.query("vacuum analyze dossier");
    note("import newer, 70 % changed, 30 % new", await timed(() => take(database, newer, {})));
  }
  clearInterval(watch);
  const floor = median(figures["bare COPY of the file"]!);
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([name, rates]) => [
        name,
        { "rows/s": Math.round(median(rates)), "÷ COPY": Number((median(rates) / floor).toFixed(3)) },
      ]),
    ),
  );
  console.log(`${rowCount} rows, medians of ${rounds}; peak memory of the process ${peakBytes >> 20} MiB`);
}

async function seed(database: Database): Promise<void> {
  const tools = { store: createImportStore(database), say, now, source: "bench", isDemonstration: false };
  const numbers = Array.from({ length: 50 }, (_, i) => i);
  await importRows(
    "don-vi",
    numbers.map((i) => ({ ma_don_vi: `H57.${i}`, ten: `Phòng ${i}` })),
    tools,
  );
  await importRows(
    "thu-tuc",
    numbers.map((i) => ({ ma_thu_tuc: `2.${i}`, ten: `Thủ tục ${i}`, linh_vuc: `Lĩnh vực ${i % 9}` })),
    tools,
  );
}

async function writeDossiers(path: string, from: number, status: string): Promise<void> {
  const finished = status === "dang_xu_ly" ? ["", ""] : ["20/03/2021 09:15", "22/03/2021"];
  await pipeline(function* () {
    yield "ma_ho_so,ma_thu_tuc,ma_don_vi,hinh_thuc,tiep_nhan,hen_tra,hoan_thanh,tra_ket_qua,trang_thai,nguoi_nop,so_dien_thoai\n";
    for (let i = 0; i < rowCount; i++) {
      // Scattered, as codes of a real export are.
      const serial = from + ((i * 7919) % rowCount);
      const cells = [
        `H57.16-210315-${10_000 + serial}`,
        `2.${serial % 50}`,
        `H57.${serial % 49}`,
        "truc_tuyen",
      ];
      yield `${[...cells, "15/03/2021 08:05", "29/03/2021", ...finished, status, "Nguyễn Thị Lan", "0912345678"].join(",")}\n`;
    }
  }, createWriteStream(path));
}

async function bareCopy(database: Database, path: string): Promise<void> {
  await database.query("drop table if exists bare");
  await database.query(`create table bare (${"abcdefghijk".split("").join(" text, ")} text)`);
  await database.transaction(async ({ client }) => {
    const target = client.query(copyFrom("copy bare from stdin with (format csv, header)"));
    await pipeline(createReadStream(path), target);
  });
}

async function take(database: Database, path: string, wanted: Record<string, number>): Promise<void> {
  const outcome = await importFile("ho-so", path, { store: createImportStore(database), say, now });
  for (const [name, count] of Object.entries({ read: rowCount, rejected: 0, ...wanted }))
    if (Reflect.get(outcome, name) !== count)
      throw new Error(`${name} is not ${count}: ${JSON.stringify(outcome)}`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
