import { dayOf, type Day } from "../domain/vietnam-time.ts";
import { Fault } from "./fault.ts";

/** A point in time as a file gives it: to the second, or only the day. */
export interface Moment {
  at: Date;
  isDayOnly: boolean;
}

const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Reads ISO 8601, or dd/MM/yyyy[ HH:mm[:ss]]; in Vietnam time when no zone is written. A day alone is its midnight. */
export function readMoment(text: string): Moment | Fault {
  const ordered = vietnamese.exec(text);
  if (ordered) {
    const [, dd, mm, yyyy, hour, minute, second] = ordered;
    return moment(text, [yyyy, mm, dd], [hour, minute, second]);
  }
  const [found, yyyy, mm, dd, hour, minute, second, zone] = iso.exec(text) ?? [];
  return found ? moment(text, [yyyy, mm, dd], [hour, minute, second], zone) : badDate(text);
}

/** Reads a calendar day; when a time is written too, the day it falls on in Vietnam. */
export function readCalendarDay(text: string): Day | Fault {
  const read = readMoment(text);
  return read instanceof Fault ? read : dayOf(read.at);
}

/** A deadline given as a day alone lasts until the office closes (17:00). */
export function dueAt({ at, isDayOnly }: Moment): Date {
  return isDayOnly ? new Date(at.getTime() + 17 * HOUR_MS) : at;
}

/** Whether `a` comes before `b`: to the second when both are, otherwise by the day in Vietnam. */
export function isBefore(a: Moment, b: Moment): boolean {
  if (a.at >= b.at) return false;
  return (!a.isDayOnly && !b.isDayOnly) || dayOf(a.at) < dayOf(b.at);
}

type Part = string | undefined;

const HOUR_MS = 3_600_000;
const VIETNAM_OFFSET_MS = 7 * HOUR_MS;

/** By numbers alone, each by itself: a big file has hundreds of thousands of these. */
function moment(text: string, [yyyy, mm, dd]: Part[], [hh, min, ss]: Part[], zone?: string): Moment | Fault {
  const year = Number(yyyy);
  const month = Number(mm);
  const day = Number(dd);
  const hour = hh === undefined ? 0 : Number(hh);
  const minute = min === undefined ? 0 : Number(min);
  const second = ss === undefined ? 0 : Number(ss);
  const isDay = year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!isDay || hour > 23 || minute > 59 || second > 59) return badDate(text);
  const onTheWall = Date.UTC(year, month - 1, day, hour, minute, second);
  return { at: new Date(onTheWall - offsetMs(zone)), isDayOnly: hh === undefined };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function offsetMs(zone: string | undefined): number {
  if (!zone) return VIETNAM_OFFSET_MS;
  if (zone.toUpperCase() === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(":", "") || 0);
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

function badDate(text: string): Fault {
  return new Fault("import-row-bad-date", { value: text });
}
