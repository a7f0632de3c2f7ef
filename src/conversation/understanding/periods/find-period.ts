import type { PeriodBasis, Period } from "../../../domain/statistics/period.ts";
import { latestBegun, namedPeriod, singleDay } from "../../../domain/statistics/periods.ts";
import { dayOf, yearOf } from "../../../domain/vietnam-time.ts";
import type { Token } from "../text/tokens.ts";
import { daysOf, isReal, type Point } from "./point.ts";
import { readPoint } from "./read-point.ts";
import { periodWords } from "./period-words.ts";
import { readRange, type Found, type PeriodSetting } from "./read-range.ts";
import { readRelative, readWholeYear } from "./read-relative.ts";
import { readYear } from "./read-year.ts";

/** A period in a text, or what was said like one and is none; it covers tokens `from` to `to` (not included). */
export type FoundPeriod =
  | { kind: "period"; period: Period; from: number; to: number }
  | { kind: "invalid"; from: number; to: number };

export interface PeriodContext {
  now: Date;
  periodBasis: PeriodBasis;
}

type Reader = (tokens: readonly Token[], at: number, setting: PeriodSetting) => Found | undefined;

/** The first period of a text. Without a year it is the latest that has begun. */
export function findPeriod(tokens: readonly Token[], context: PeriodContext): FoundPeriod | undefined {
  const setting = { today: dayOf(context.now), basis: basisIn(tokens) ?? context.periodBasis };
  return (
    scan(tokens, setting, [readRange, readNamed, readRelative]) ?? scan(tokens, setting, [readWholeYear])
  );
}

function scan(
  tokens: readonly Token[],
  setting: PeriodSetting,
  readers: readonly Reader[],
): FoundPeriod | undefined {
  for (let from = 0; from < tokens.length; from++) {
    const { kind, text } = tokens[from]!;
    // Most words begin no period.
    if (kind === "mark" || (kind === "word" && !periodWords.has(text))) continue;
    for (const read of readers) {
      const found = read(tokens, from, setting);
      if (found) return { ...found, from };
    }
  }
  return undefined;
}

/** "dương lịch" cuts periods as the calendar does, "kỳ báo cáo" as reports do, whatever is usual here. */
function basisIn(tokens: readonly Token[]): PeriodBasis | undefined {
  for (let index = 0; index < tokens.length; index++) {
    const [word, next] = [tokens[index]!.text, tokens[index + 1]?.text];
    if (word === "calendar" || (word === "duong" && next === "lich")) return "calendar";
    if (word === "ky" && next === "bao" && tokens[index + 2]?.text === "cao") return "reporting";
  }
  return undefined;
}

function readNamed(tokens: readonly Token[], at: number, setting: PeriodSetting): Found | undefined {
  const found = readPoint(tokens, at, setting.today);
  if (!found) return undefined;
  const { point, to } = found;
  if (!isReal(point)) return { kind: "invalid", to };
  const year = point.year ?? yearBefore(tokens, at, setting);
  return { kind: "period", period: resolve(point, year, setting), to };
}

/** "năm 2021 quý 1", "2021 Q1". */
function yearBefore(tokens: readonly Token[], at: number, { today }: PeriodSetting): number | undefined {
  for (const start of [at - 2, at - 1]) {
    const found = start >= 0 ? readYear(tokens, start, today) : undefined;
    if (found?.to === at) return found.year;
  }
  return undefined;
}

function resolve(point: Point, year: number | undefined, { today, basis }: PeriodSetting): Period {
  if (point.kind !== "date")
    return year === undefined
      ? latestBegun(point.kind, point.number, today, basis)
      : namedPeriod(point.kind, year, point.number, basis);
  const thisYear = daysOf(point, yearOf(today), basis).from;
  return singleDay(daysOf(point, year ?? yearOf(today) - (thisYear > today ? 1 : 0), basis).from);
}
