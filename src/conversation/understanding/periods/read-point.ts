import type { Day } from "../../../domain/vietnam-time.ts";
import { readSmallNumber } from "../text/number-words.ts";
import { touches, type Token } from "../text/tokens.ts";
import type { NamedKind, Point } from "./point.ts";
import { readYear, readYearAfter } from "./read-year.ts";
import { wordTable } from "../text/word-table.ts";

export interface FoundPoint {
  point: Point;
  to: number;
}

const romans = wordTable<number>({ i: 1, ii: 2, iii: 3, iv: 4, v: 5 });
const ordinals = wordTable<number>({ first: 1, second: 2, third: 3, fourth: 4 });
const quarterWords = new Set(["mot", "hai", "ba", "bon", "tu", "one", "two", "three", "four"]);
const months = ["january", "february", "march", "april", "may", "june", "july", "august"];
months.push("september", "october", "november", "december");
const monthHeads = new Set(["thang", "month", "t", "th"]);
const quarterHeads = new Set(["quy", "qui", "q", "quarter"]);

/** A day, month, quarter, half, nine months or year that is named by its number. */
export function readPoint(tokens: readonly Token[], at: number, today: Day): FoundPoint | undefined {
  return (
    readDate(tokens, at) ??
    readQuarter(tokens, at, today) ??
    readFirstMonths(tokens, at, today) ??
    readMonth(tokens, at, today) ??
    readHalf(tokens, at, today)
  );
}

/** "15/3", "15/03/2021", "15-3-2021", "15.3.2021", "2021-03-15", "ngày 15 tháng 3 năm 2021". */
function readDate(tokens: readonly Token[], at: number): FoundPoint | undefined {
  const isSaid = tokens[at]?.text === "ngay";
  const first = isSaid ? at + 1 : at;
  const numbers = [tokens[first], tokens[first + 2], tokens[first + 4]];
  const mark = tokens[first + 1]?.text ?? "";
  if (numbers[0]?.kind !== "number" || numbers[1]?.kind !== "number") return undefined;
  const [a, b, c] = numbers.map((token) => (token?.kind === "number" ? token.text : ""));
  const isTriple = tokens[first + 3]?.text === mark && c !== "";
  if (mark === "thang" && b!.length <= 2 && a!.length <= 2) return withYear(a!, b!, tokens, first + 3);
  if (!["/", "-", "."].includes(mark)) return undefined;
  if (isTriple && /^\d{4}$/.test(a!)) return date(c!, b!, a!, first + 5);
  if (isTriple && /^(?:\d\d){1,2}$/.test(c!) && a!.length <= 2 && b!.length <= 2)
    return date(a!, b!, c!, first + 5);
  // A fraction, a list number or a sum is no day.
  const isShort = mark === "/" && a!.length <= 2 && b!.length <= 2 && (isSaid || isPlausible(a!, b!));
  return isShort && !touches(tokens[first + 2], tokens[first + 3]) ? date(a!, b!, "", first + 3) : undefined;
}

function isPlausible(dayOfMonth: string, month: string): boolean {
  return Number(dayOfMonth) >= 1 && Number(dayOfMonth) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

function withYear(dayOfMonth: string, month: string, tokens: readonly Token[], at: number): FoundPoint {
  const isNamed = tokens[at]?.text === "nam" || tokens[at]?.text === "/" || tokens[at]?.text === "-";
  const year = tokens[isNamed ? at + 1 : at];
  return year?.kind === "number" && year.text.length === 4
    ? date(dayOfMonth, month, year.text, isNamed ? at + 2 : at + 1)
    : date(dayOfMonth, month, "", at);
}

function date(dayOfMonth: string, month: string, year: string, to: number): FoundPoint {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const said = { kind: "date", dayOfMonth: Number(dayOfMonth), month: Number(month) } as const;
  return { point: year ? { ...said, year: full } : said, to };
}

function readQuarter(tokens: readonly Token[], at: number, today: Day): FoundPoint | undefined {
  const head = tokens[at]?.text ?? "";
  const next = tokens[at + 1];
  if (tokens[at + 1]?.text === "quarter" && ordinals[head])
    return named("quarter", ordinals[head], tokens, at + 2, today);
  if (!quarterHeads.has(head) || !next) return undefined;
  const isFirst = next.text === "dau" && tokens[at + 2]?.text === "tien";
  if (isFirst) return named("quarter", 1, tokens, at + 3, today);
  if ((next.text === "dau" || next.text === "cuoi") && tokens[at + 2]?.text === "nam") {
    const to = readYear(tokens, at + 2, today) ? at + 2 : at + 3;
    return named("quarter", next.text === "dau" ? 1 : 4, tokens, to, today);
  }
  if (romans[next.text]) return named("quarter", romans[next.text]!, tokens, at + 2, today);
  if (next.kind !== "number" && !quarterWords.has(next.text)) return undefined;
  const number = readSmallNumber(tokens, at + 1)!;
  // "quý 2021" lacks its number, "q 10" in a sentence is a district.
  if (number.value > 99 || (head === "q" && !touches(tokens[at], next) && number.value > 4)) return undefined;
  return named("quarter", number.value, tokens, number.to, today);
}

/** "6 tháng đầu năm", "9 tháng", "3 tháng đầu năm 2021", "6T/2021". */
function readFirstMonths(tokens: readonly Token[], at: number, today: Day): FoundPoint | undefined {
  const number = readSmallNumber(tokens, at);
  const unit = number && tokens[number.to];
  if (!unit || !(unit.text === "thang" || unit.text === "t" || unit.text === "months")) return undefined;
  const spans: Record<number, NamedKind> = { 3: "quarter", 6: "half", 9: "nine-months", 12: "year" };
  const kind = spans[number.value];
  const half = tokens[number.to + 1]?.text;
  const isQualified = half === "dau" || half === "cuoi";
  // "sau tháng" is also "after the month".
  const isSpoken = tokens[at]!.kind === "word" && !isQualified;
  if (!kind || isSpoken || (!isQualified && number.value % 6 !== 0 && number.value !== 9)) return undefined;
  if (unit.text === "t" && !touches(tokens[at], unit)) return undefined;
  const last: Record<number, number> = { 3: 4, 6: 2, 9: 1, 12: 1 };
  const isFollowed = isQualified && tokens[number.to + 2]?.text === "nam";
  const hasYear = isFollowed && readYear(tokens, number.to + 2, today);
  const to = number.to + 1 + (isQualified ? 1 : 0) + (isFollowed && !hasYear ? 1 : 0);
  return named(kind, half === "cuoi" ? last[number.value]! : 1, tokens, to, today);
}

function readMonth(tokens: readonly Token[], at: number, today: Day): FoundPoint | undefined {
  const head = tokens[at];
  const next = tokens[at + 1];
  if (!head) return undefined;
  const english = months.indexOf(head.text) + 1;
  // "may" and "march" are also other words.
  if (english && (english !== 5 || next?.kind === "number"))
    return named("month", english, tokens, at + 1, today);
  if (head.kind === "number" && next?.text === "/" && /^20\d\d$/.test(tokens[at + 2]?.text ?? ""))
    return named("month", Number(head.text), tokens, at + 1, today);
  if (!monthHeads.has(head.text) || !next) return undefined;
  if (head.text.length < 3 && !(next.kind === "number" && touches(head, next))) return undefined;
  if (next.text === "gieng") return named("month", 1, tokens, at + 2, today);
  if (next.text === "chap") return named("month", 12, tokens, at + 2, today);
  const number = readSmallNumber(tokens, at + 1);
  if (!number || number.value > 99) return undefined;
  return named("month", number.value, tokens, number.to, today);
}

function readHalf(tokens: readonly Token[], at: number, today: Day): FoundPoint | undefined {
  const [a, b, c] = [tokens[at]?.text ?? "", tokens[at + 1]?.text ?? "", tokens[at + 2]?.text];
  if (a === "nua" && (b === "dau" || b === "cuoi") && c === "nam") {
    const to = readYear(tokens, at + 2, today) ? at + 2 : at + 3;
    return named("half", b === "dau" ? 1 : 2, tokens, to, today);
  }
  if (a === "nua" && b === "nam" && (c === "dau" || c === "cuoi"))
    return named("half", c === "dau" ? 1 : 2, tokens, at + 3, today);
  if (b === "half" && (a === "first" || a === "second"))
    return named("half", ordinals[a]!, tokens, at + 2, today);
  if (a === "h" && /^[12]$/.test(b) && touches(tokens[at], tokens[at + 1]))
    return named("half", Number(b), tokens, at + 2, today);
  return undefined;
}

function named(
  kind: NamedKind,
  number: number,
  tokens: readonly Token[],
  to: number,
  today: Day,
): FoundPoint {
  const year = readYearAfter(tokens, to, today);
  return year ? { point: { kind, number, year: year.year }, to: year.to } : { point: { kind, number }, to };
}
