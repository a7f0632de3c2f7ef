import { dayOf, instantOn, readDay, type Day } from "../domain/vietnam-time.ts";
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
  return isDayOnly ? new Date(at.getTime() + 17 * 3_600_000) : at;
}

/** Whether `a` comes before `b`: to the second when both are, otherwise by the day in Vietnam. */
export function isBefore(a: Moment, b: Moment): boolean {
  return a.isDayOnly || b.isDayOnly ? dayOf(a.at) < dayOf(b.at) : a.at < b.at;
}

type Part = string | undefined;

function moment(text: string, [yyyy, mm, dd]: Part[], [hour, minute, second]: Part[], zone?: string) {
  const on = readDay(`${yyyy}-${mm!.padStart(2, "0")}-${dd!.padStart(2, "0")}`);
  if (!on || Number(yyyy) < 1900) return badDate(text);
  if (hour === undefined) return { at: instantOn(on), isDayOnly: true };
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return badDate(text);
  const inVietnam = instantOn(on).getTime() + seconds * 1000;
  return { at: new Date(inVietnam + VIETNAM_OFFSET_MS - offsetMs(zone)), isDayOnly: false };
}

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

function offsetMs(zone: string | undefined): number {
  if (!zone) return VIETNAM_OFFSET_MS;
  if (zone.toUpperCase() === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(":", "") || 0);
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

function badDate(text: string): Fault {
  return new Fault("import-row-bad-date", { value: text });
}
