// What every measured path stands in: a database of its own, runs beside their floor, one table, one file of results.
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDatabase, type Database } from "../src/persistence/database.ts";
import { useEmbeddedPostgres } from "../src/persistence/embedded-postgres.ts";
import { migrate } from "../src/persistence/migrator.ts";

/** One line of `bench/results.json`. `ratio` is what the goal is about; times and rates depend on the machine. */
export interface Measurement {
  path: string;
  metric: string;
  unit: string;
  value: number;
  /** What the same run came to without what is measured; null where there is nothing to compare with. */
  floor: number | null;
  /** value ÷ floor. */
  ratio: number | null;
  /** "≤ 1.5", "≥ 0.4", of the ratio, or of the value where there is no floor; null where none was set. */
  goal: string | null;
  holds: boolean | null;
  /** Where and when it was measured. */
  machine: string;
  on: string;
}

type Limit = { atMost: number } | { atLeast: number };

/** A measurement without what the frame fills in. */
export interface Finding {
  metric: string;
  unit: string;
  value: number;
  floor?: number;
  goal?: Limit;
}

const resultsFile = new URL("./results.json", import.meta.url);

/** Numbers given as `--name 1,2,3`; `usual` when left out. */
export function numbersFlag(name: string, usual: number[]): number[] {
  const { values } = parseArgs({ strict: false, options: { [name]: { type: "string" } } });
  const given = values[name];
  return typeof given === "string" ? given.split(",").map(Number) : usual;
}

export function numberFlag(name: string, usual: number): number {
  return numbersFlag(name, [usual])[0]!;
}

/** Lends a migrated database in a folder of its own, and removes both. */
export async function withBenchDatabase(
  work: (database: Database, folder: string) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "motcua-bench-"));
  await chmod(folder, 0o755);
  try {
    await using postgres = await useEmbeddedPostgres(folder, settings);
    stopWithUs(postgres, folder);
    await migrate(postgres.url);
    await using database = openDatabase({ url: postgres.url });
    await work(database, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Whoever stops a measurement leaves no server behind. */
function stopWithUs(postgres: AsyncDisposable, folder: string): void {
  async function stop(): Promise<void> {
    await postgres[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
    process.exit(1);
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
}

/**
 * Median milliseconds of each way, all of them by turns, so that what else the machine does meets them alike. The first
 * rounds warm up and do not count; nor does what is done `before` a way.
 */
export async function mediansByTurns<Name extends string>(
  ways: Record<Name, () => Promise<unknown>>,
  {
    rounds = numberFlag("rounds", 5),
    warmUp = 1,
    before = {},
  }: { rounds?: number; warmUp?: number; before?: Partial<Record<Name, () => Promise<unknown>>> } = {},
): Promise<Record<Name, number>> {
  const names = Object.keys(ways) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++)
    for (const name of names) {
      await before[name]?.();
      const ms = await timed(ways[name]);
      if (round >= 0) taken.get(name)!.push(ms);
    }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name)!)])) as Record<Name, number>;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/** Prints the findings of a path and puts them in the place of its earlier ones in the file. */
export async function publish(path: string, findings: readonly Finding[]): Promise<void> {
  const measurements = findings.map((finding) => measurementOf(path, finding));
  console.table(
    measurements.map(({ metric, unit, value, floor, ratio, goal, holds }) => ({
      metric,
      value,
      unit,
      floor,
      ratio,
      goal,
      holds,
    })),
  );
  const earlier = await readResults();
  const others = earlier.filter((each) => each.path !== path);
  const all = [...others, ...measurements].toSorted((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
  );
  await writeFile(resultsFile, `${JSON.stringify(all, null, 1)}\n`);
}

/** What was measured last of every path. */
export async function readResults(): Promise<Measurement[]> {
  try {
    return JSON.parse(await readFile(resultsFile, "utf8")) as Measurement[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function measurementOf(path: string, { metric, unit, value, floor, goal }: Finding): Measurement {
  const ratio = floor === undefined ? null : value / floor;
  const judged = ratio ?? value;
  return {
    path,
    metric,
    unit,
    value: rounded(value),
    floor: floor === undefined ? null : rounded(floor),
    ratio: ratio === null ? null : rounded(ratio),
    goal: goal === undefined ? null : "atMost" in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`,
    holds: goal === undefined ? null : "atMost" in goal ? judged <= goal.atMost : judged >= goal.atLeast,
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
    on: new Date().toISOString().slice(0, 10),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
