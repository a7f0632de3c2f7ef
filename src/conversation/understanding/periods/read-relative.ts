import {
  freeRange,
  namedPeriod,
  namedPeriodAt,
  previousPeriod,
  sameLastYear,
  singleDay,
  weekOf,
  yearToDate,
} from "../../../domain/statistics/periods.ts";
import type { Period } from "../../../domain/statistics/period.ts";
import { addDays, day, monthOf, yearOf, type Day } from "../../../domain/vietnam-time.ts";
import { readSmallNumber } from "../text/number-words.ts";
import { PhraseTrie } from "../text/phrase-trie.ts";
import type { Token } from "../text/tokens.ts";
import type { Found, PeriodSetting } from "./read-range.ts";
import { readYear } from "./read-year.ts";
import { wordTable } from "../text/word-table.ts";

type RelativeKind = "day" | "week" | "month" | "quarter" | "half" | "year";

const kinds = wordTable<RelativeKind>({
  tuan: "week",
  thang: "month",
  quy: "quarter",
  qui: "quarter",
  week: "week",
  month: "month",
  quarter: "quarter",
});
const daysBack = wordTable<number>({ nay: 0, qua: 1, kia: 2 });
const toDate = new PhraseTrie<true>();
const toDatePhrases =
  "dau nam den nay, dau nam toi nay, dau nam den gio, dau nam toi gio, dau nam, luy ke, " +
  "tinh den nay, tinh toi nay, tinh den gio, tinh toi gio, tinh den hien tai, tinh den thoi diem nay, " +
  "den nay, toi nay, den gio, toi gio, den hien tai, toi hien tai, den thoi diem nay, " +
  "tu truoc den gio, tu truoc toi gio, year to date, ytd, so far this year, so far";
for (const phrase of toDatePhrases.split(", ")) toDate.add(phrase.split(" "), true);
/** Periods named by where they stand to today: "quý này", "tháng trước", "hôm qua", "lũy kế", "30 ngày qua". */
export function readRelative(
  tokens: readonly Token[],
  at: number,
  setting: PeriodSetting,
): Found | undefined {
  return readDay(tokens, at, setting) ?? readLast(tokens, at, setting) ?? readToDate(tokens, at, setting);
}

function readDay(tokens: readonly Token[], at: number, { today }: PeriodSetting): Found | undefined {
  const [word, next] = [tokens[at]?.text ?? "", tokens[at + 1]?.text ?? ""];
  if (word === "today" || (word === "trong" && next === "ngay" && !tokens[at + 2]))
    return period(singleDay(today), word === "today" ? at + 1 : at + 2);
  if (word === "yesterday") return period(singleDay(addDays(today, -1)), at + 1);
  const isDay = ["hom", "bua"].includes(word) && Object.hasOwn(daysBack, next);
  if (isDay) return period(singleDay(addDays(today, -daysBack[next]!)), at + 2);
  return ["sang", "chieu"].includes(word) && next === "nay" ? period(singleDay(today), at + 2) : undefined;
}

function readLast(tokens: readonly Token[], at: number, setting: PeriodSetting): Found | undefined {
  const { today, basis } = setting;
  const [word, next] = [tokens[at]?.text ?? "", tokens[at + 1]?.text ?? ""];
  const rolling = readRolling(tokens, at, today);
  if (rolling) return rolling;
  const isEnglish = ["this", "current", "last", "previous"].includes(word);
  const kind = kinds[isEnglish ? next : word];
  if (!kind) return undefined;
  const tail = isEnglish
    ? { back: word === "last" || word === "previous" ? 1 : 0, to: at + 2 }
    : readTail(tokens, at + 1);
  if (!tail) return undefined;
  const running = kind === "week" ? weekOf(today) : namedPeriodAt(kind as "month", today, basis);
  const found = tail.back ? previousPeriod(running) : running;
  // "quý này năm ngoái"
  const year = readYear(tokens, tail.to, today);
  return year && year.year < yearOf(today)
    ? period(sameLastYear(found), year.to)
    : period(found, year?.to ?? tail.to);
}

/** What follows "quý", "tháng", "tuần": "này", "trước", "vừa rồi", "hiện tại". */
function readTail(tokens: readonly Token[], at: number): { back: number; to: number } | undefined {
  const [word, next] = [tokens[at]?.text ?? "", tokens[at + 1]?.text ?? ""];
  if (word === "nay") return { back: 0, to: at + 1 };
  if (word === "hien" && (next === "tai" || next === "nay")) return { back: 0, to: at + 2 };
  if (word === "vua" && (next === "roi" || next === "qua" || next === "xong")) return { back: 1, to: at + 2 };
  return ["truoc", "roi", "qua"].includes(word) ? { back: 1, to: at + 1 } : undefined;
}

/** "30 ngày qua", "3 tháng gần đây", "last 7 days": up to today, today included. */
function readRolling(tokens: readonly Token[], at: number, today: Day): Found | undefined {
  const isLast = tokens[at]?.text === "last" || tokens[at]?.text === "past";
  const number = readSmallNumber(tokens, isLast ? at + 1 : at);
  if (!number || number.value < 1 || number.value > 366) return undefined;
  const unit = tokens[number.to]?.text ?? "";
  const [tail, next] = [tokens[number.to + 1]?.text ?? "", tokens[number.to + 2]?.text ?? ""];
  const isPair = `${tail} ${next}`;
  const isTwo = ["gan day", "vua qua", "vua roi", "tro lai"].includes(isPair);
  if (!isLast && !isTwo && tail !== "qua") return undefined;
  const to = isLast ? number.to + 1 : number.to + (isTwo ? 3 : 2);
  const from = startOfRolling(unit, number.value, today);
  return from && period(freeRange(from, today), to);
}

function startOfRolling(unit: string, count: number, today: Day): Day | undefined {
  if (unit === "ngay" || unit === "days") return addDays(today, 1 - count);
  if (unit === "tuan" || unit === "weeks") return addDays(today, 1 - 7 * count);
  const isMonths = unit === "thang" || unit === "months";
  const isYears = unit === "nam" || unit === "years";
  if (!isMonths && !isYears) return undefined;
  const back = isYears ? 12 * count : count;
  return day(yearOf(today), monthOf(today) - back, Number(today.slice(8)) + 1);
}

function readToDate(tokens: readonly Token[], at: number, setting: PeriodSetting): Found | undefined {
  const [match] = toDate.longestAt(tokens, at);
  return match && period(yearToDate(setting.today, setting.basis), match.to);
}

/** "năm 2021", "cả năm 2020", "năm ngoái"; a lone "2021" too, where nothing else says when. */
export function readWholeYear(
  tokens: readonly Token[],
  at: number,
  { today, basis }: PeriodSetting,
): Found | undefined {
  const found = readYear(tokens, at, today);
  return found && period(namedPeriod("year", found.year, 1, basis), found.to);
}

function period(found: Period, to: number): Found {
  return { kind: "period", period: found, to };
}
