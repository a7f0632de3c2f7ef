import { freeRange, yearToDate } from "../../../domain/statistics/periods.ts";
import type { Period, PeriodBasis } from "../../../domain/statistics/period.ts";
import { yearOf, type Day } from "../../../domain/vietnam-time.ts";
import type { Token } from "../text/tokens.ts";
import { daysOf, isReal, type Point } from "./point.ts";
import { readPoint, type FoundPoint } from "./read-point.ts";
import { readYearAfter } from "./read-year.ts";

/** A period, or something said like one that no calendar has; `to` is the token after it. */
export type Found = { kind: "period"; period: Period; to: number } | { kind: "invalid"; to: number };

export interface PeriodSetting {
  today: Day;
  basis: PeriodBasis;
}

const openings = new Set(["tu", "from", "between"]);
const links = new Set(["den", "toi", "-", "to", "and", "until", "till"]);
const nowWords = new Set(["nay", "gio", "now", "today"]);

/** "từ 1/2 đến 15/2/2021", "01/02/2021-15/02/2021", "tháng 1 đến tháng 3", "từ 1/2 đến nay". */
export function readRange(tokens: readonly Token[], at: number, setting: PeriodSetting): Found | undefined {
  const { today } = setting;
  const isOpened = openings.has(tokens[at]?.text ?? "");
  const first = isOpened ? at + 1 : at;
  if (isOpened && tokens[first]?.text === "dau" && tokens[first + 1]?.text === "nam")
    return toDate(tokens, first + 2, setting);
  const bare = readBareNumber(tokens, first);
  const start = readPoint(tokens, first, today);
  const linkAt = start?.to ?? bare?.to;
  if (linkAt === undefined) return undefined;
  const secondAt = afterLink(tokens, linkAt);
  if (secondAt === undefined) return undefined;
  const isToNow =
    nowWords.has(tokens[secondAt]?.text ?? "") ||
    (tokens[secondAt]?.text === "hom" && tokens[secondAt + 1]?.text === "nay");
  if (isToNow && start) return untilToday(start.point, secondAt + 1, setting);
  const end = readPoint(tokens, secondAt, today) ?? sameKind(tokens, secondAt, start?.point, today);
  if (!end) return undefined;
  // "từ ngày 1 đến 15/2": the first day is of the month of the second.
  const isDayOfSameMonth = bare && (!start || start.to === bare.to) && end.point.kind === "date";
  const from: Point | undefined =
    isDayOfSameMonth && end.point.kind === "date" ? { ...end.point, dayOfMonth: bare.value } : start?.point;
  return from && between(from, end.point, end.to, setting);
}

function readBareNumber(tokens: readonly Token[], at: number): { value: number; to: number } | undefined {
  const numberAt = tokens[at]?.text === "ngay" || tokens[at]?.text === "mung" ? at + 1 : at;
  const token = tokens[numberAt];
  const isDay = token?.kind === "number" && Number(token.text) >= 1 && Number(token.text) <= 31;
  return isDay ? { value: Number(token.text), to: numberAt + 1 } : undefined;
}

function afterLink(tokens: readonly Token[], at: number): number | undefined {
  const isSpoken = tokens[at]?.text === "cho" || tokens[at]?.text === "keo";
  const linkAt = isSpoken ? at + 1 : at;
  if (!links.has(tokens[linkAt]?.text ?? "")) return undefined;
  const isWhole = tokens[linkAt + 1]?.text === "het" || tokens[linkAt + 1]?.text === "cuoi";
  return isWhole ? linkAt + 2 : linkAt + 1;
}

/** "từ tháng 1 đến 3 năm 2021": the second number is of the kind of the first. */
function sameKind(
  tokens: readonly Token[],
  at: number,
  point: Point | undefined,
  today: Day,
): FoundPoint | undefined {
  const token = tokens[at];
  if (!point || point.kind === "date" || point.year !== undefined || token?.kind !== "number")
    return undefined;
  const said = { kind: point.kind, number: Number(token.text) };
  const year = readYearAfter(tokens, at + 1, today);
  return year ? { point: { ...said, year: year.year }, to: year.to } : { point: said, to: at + 1 };
}

/** Years that were left out: those of the other end, else the latest in which the range has begun. */
function between(from: Point, until: Point, to: number, { today, basis }: PeriodSetting): Found {
  if (!isReal(from) || !isReal(until)) return { kind: "invalid", to };
  const startIn = (year: number) => daysOf(from, year, basis).from;
  const endIn = (year: number) => daysOf(until, year, basis).to;
  let startYear = from.year ?? until.year ?? yearOf(today);
  let endYear = until.year ?? from.year ?? yearOf(today);
  const isCrossed = startIn(startYear) > endIn(endYear);
  if (isCrossed && from.year === undefined) startYear--;
  else if (isCrossed && until.year === undefined) endYear++;
  if (from.year === undefined && until.year === undefined && startIn(startYear) > today) {
    startYear--;
    endYear--;
  }
  const [start, end] = [startIn(startYear), endIn(endYear)];
  return start > end ? { kind: "invalid", to } : { kind: "period", period: freeRange(start, end), to };
}

function untilToday(from: Point, to: number, { today, basis }: PeriodSetting): Found {
  if (!isReal(from)) return { kind: "invalid", to };
  const year = from.year ?? yearOf(today);
  const start = daysOf(from, year, basis).from;
  const begun = start > today && from.year === undefined ? daysOf(from, year - 1, basis).from : start;
  return begun > today ? { kind: "invalid", to } : { kind: "period", period: freeRange(begun, today), to };
}

/** After "từ đầu năm": to now, or to a day that is named. */
function toDate(tokens: readonly Token[], at: number, { today, basis }: PeriodSetting): Found {
  const untilToday = (to: number): Found => ({ kind: "period", period: yearToDate(today, basis), to });
  const secondAt = afterLink(tokens, at);
  if (secondAt === undefined) return untilToday(at);
  const end = readPoint(tokens, secondAt, today);
  if (!end) return untilToday(nowWords.has(tokens[secondAt]?.text ?? "") ? secondAt + 1 : at);
  if (!isReal(end.point)) return { kind: "invalid", to: end.to };
  const inYear = (year: number) => daysOf(end.point, year, basis).to;
  const thisYear = yearOf(today);
  const year = end.point.year ?? (inYear(thisYear) > today ? thisYear - 1 : thisYear);
  return { kind: "period", period: yearToDate(inYear(year), basis), to: end.to };
}
