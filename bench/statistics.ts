// A quarter's answer, by unit and by field, from the kept sums beside the best direct query on the same rows, at several
// sizes; what the sums add to a change of one dossier, and how long they take to rebuild:
// `npm run bench statistics [--sizes 10000,1000000,10000000] [--rounds 7]`.
import { namedPeriod } from "../src/domain/statistics/periods.ts";
import { countOneByOne, countPartsOneByOne } from "../src/persistence/count-figures.ts";
import type { Database } from "../src/persistence/database.ts";
import { mendSums, recountSums } from "../src/persistence/kept-figures/recount-sums.ts";
import { createStatisticsStore } from "../src/persistence/statistics-store.ts";
import { describeAgency, makeDossiers } from "./dossiers-in-sql.ts";
import { mediansByTurns, numbersFlag, publish, timed, withBenchDatabase, type Finding } from "./frame.ts";
import { countInRanges } from "./count-in-ranges.ts";

const sizes = numbersFlag("sizes", [10_000, 1_000_000, 10_000_000]);
const now = new Date("2026-11-28T03:00:00Z");
const quarter = { period: namedPeriod("quarter", 2026, 2, "reporting"), now };
const running = { period: namedPeriod("quarter", 2026, 4, "reporting"), now };
const changesARound = 200;

const findings: Finding[] = [];
/** Milliseconds of each answer at the smallest size. */
const smallest: Record<string, number> = {};

await withBenchDatabase(
  async (database) => {
    await describeAgency(database);
    for (const size of sizes) await measure(database, size);
    await publish("statistics", findings);
  },
  { max_wal_size: "8GB", shared_buffers: "1GB", work_mem: "32MB", max_parallel_workers_per_gather: "0" },
);

async function measure(database: Database, size: number): Promise<void> {
  const rebuildMs = await fill(database, size);
  const statistics = createStatisticsStore(database);
  const ms = await mediansByTurns({
    quarter: () => statistics.figures(quarter),
    running: () => statistics.figures(running),
    unit: () => statistics.breakdown({ ...quarter, by: "unit" }),
    field: () => statistics.breakdown({ ...quarter, by: "field" }),
    onePass: () => countOneByOne(database, quarter),
    ranges: () => countInRanges(database, quarter),
    unitDirect: () => countPartsOneByOne(database, { ...quarter, by: "unit" }),
    fieldDirect: () => countPartsOneByOne(database, { ...quarter, by: "field" }),
  });
  const isLargest = size === Math.max(...sizes) && sizes.length > 1;
  const direct = Math.min(ms.onePass, ms.ranges);
  const of = `of ${size.toLocaleString("en")}`;
  const answers = [
    ["the quarter", ms.quarter, direct, 1 / 40],
    ["the running quarter", ms.running, direct, 1 / 40],
    ["the quarter by unit", ms.unit, ms.unitDirect, 1 / 10],
    ["the quarter by field", ms.field, ms.fieldDirect, 1 / 10],
  ] as const;
  for (const [name, value, floor, share] of answers) {
    smallest[name] ??= value;
    findings.push({
      metric: `${name} ${of}, beside the best direct query`,
      unit: "ms",
      value,
      floor,
      ...(isLargest && { goal: { atMost: share } }),
    });
    if (isLargest)
      findings.push({
        metric: `${name} ${of}, beside the smallest size`,
        unit: "ms",
        value,
        floor: smallest[name],
        goal: { atMost: 1.5 },
      });
  }
  findings.push({ metric: `rebuilding the sums ${of}`, unit: "ms", value: rebuildMs, floor: ms.onePass });
  const changes = await mediansByTurns(
    { kept: () => changeOneByOne(database), bare: () => changeOneByOne(database) },
    {
      before: {
        kept: () => database.query("alter table dossier enable trigger user"),
        bare: () => database.query("alter table dossier disable trigger user"),
      },
    },
  );
  findings.push({
    metric: `resolving one dossier ${of}, beside no sums kept`,
    unit: "ms",
    value: changes.kept / changesARound,
    floor: changes.bare / changesARound,
    goal: { atMost: 1.1 },
  });
}

/** Dossiers in place of those there were; the milliseconds in which their sums were made of nothing. */
async function fill(database: Database, size: number): Promise<number> {
  await database.query("alter table dossier disable trigger user");
  await database.query("truncate dossier, figure_sum, figure_change cascade");
  await makeDossiers(database, size, now);
  await database.query("alter table dossier enable trigger user");
  await database.query("vacuum analyze dossier");
  const rebuildMs = await timed(() => database.transaction(mendSums));
  await database.query("vacuum analyze figure_sum");
  const { sums, wrong } = await recountSums(database);
  console.log(`${size} dossiers, ${sums} sums, ${wrong} wrong; rebuilt in ${Math.round(rebuildMs)} ms`);
  return rebuildMs;
}

/** Each in a transaction of its own, to and fro, so that nothing piles up. */
async function changeOneByOne(database: Database): Promise<void> {
  for (let change = 0; change < changesARound; change++)
    await database.query(
      `update dossier set status = 'returned', resolved_at = case when resolved_at is null then $2::timestamptz end
       where id = (select min(id) from dossier) + $1::int`,
      [change, now],
    );
}
