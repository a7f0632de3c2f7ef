/**
 * Vietnamese civil time. Instants are `Date`s; a calendar day is a `Day`, the text `yyyy-mm-dd`, which sorts and
 * compares as text. Vietnam has kept UTC+7 without daylight saving since 1975, so the offset is arithmetic, not a zone.
 */
export type Day = string & { readonly __day: unique symbol };

/** Hands out the current instant. The domain never reads the machine's clock itself. */
export type Clock = () => Date;

const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** `yyyy-mm-dd` → Day; undefined when the text is not a day of the calendar (2021-02-30). */
export function readDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const instant = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(text)
    ? undefined
    : (text as Day);
}

/** Year, month 1–12 and day of month → Day. A day or month out of range rolls over, as in `Date.UTC`. */
export function day(year: number, month: number, dayOfMonth: number): Day {
  return new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10) as Day;
}

/** The calendar day in Vietnam at an instant. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10) as Day;
}

/** The instant at which a day begins in Vietnam, or `minutes` after it. */
export function instantOn(on: Day, minutes = 0): Date {
  return new Date(Date.parse(`${on}T00:00:00Z`) - OFFSET_MS + minutes * 60_000);
}

export function addDays(on: Day, days: number): Day {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(on: Day): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
}

export function yearOf(on: Day): number {
  return Number(on.slice(0, 4));
}

/** 1–12. */
export function monthOf(on: Day): number {
  return Number(on.slice(5, 7));
}

/** `dd/MM/yyyy`, as days are shown to people. */
export function showDay(on: Day): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
}

/** `HH:mm` in Vietnam. */
export function showTime(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16);
}

/** `dd/MM/yyyy HH:mm` in Vietnam. */
export function showInstant(instant: Date): string {
  return `${showDay(dayOf(instant))} ${showTime(instant)}`;
}

/** ISO 8601 with Vietnam's offset, to the second: `2021-05-10T17:00:00+07:00`. */
export function isoInVietnam(instant: Date): string {
  return `${new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}
