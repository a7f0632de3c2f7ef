import { addDays, dayOf, instantOn, type Day } from "../vietnam-time.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

const minuteMs = 60_000;

/** A calendar without any working time for this long is broken: better to fail than to search for ever. */
const longestBreakDays = 400;

/** A day is worked when any of its hours are. */
export function isWorkingDay(on: Day, calendar: WorkingCalendar): boolean {
  return calendar.shiftsOn(on).length > 0;
}

/** Working days after one day up to and including another; day zero is the first. 0 when `to` is not after `from`. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  let count = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(on, calendar)) count += 1;
  return count;
}

/**
 * The nth working day after a day, or before it when `count` is negative. Zero is the day itself, or the next working day
 * when it is a day off.
 */
export function addWorkingDays(on: Day, count: number, calendar: WorkingCalendar): Day {
  const step = count < 0 ? -1 : 1;
  let day = count === 0 ? nearestWorkingDay(on, 1, calendar) : on;
  for (let left = Math.abs(count); left > 0; left -= 1)
    day = nearestWorkingDay(addDays(day, step), step, calendar);
  return day;
}

function nearestWorkingDay(on: Day, step: 1 | -1, calendar: WorkingCalendar): Day {
  let day = on;
  for (let tried = 0; !isWorkingDay(day, calendar); tried += 1) {
    if (tried > longestBreakDays) throw new RangeError(`The calendar has no working day near ${on}.`);
    day = addDays(day, step);
  }
  return day;
}

/** When work begins on a working day. */
export function openingOn(on: Day, calendar: WorkingCalendar): Date {
  return instantOn(on, calendar.shiftsOn(on).at(0)!.fromMinute);
}

/** When work ends on a working day. */
export function closingOn(on: Day, calendar: WorkingCalendar): Date {
  return instantOn(on, calendar.shiftsOn(on).at(-1)!.toMinute);
}

interface Stretch {
  startMs: number;
  endMs: number;
}

/** The worked stretches from the day of an instant on, in order. */
function* stretchesFrom(from: Date, calendar: WorkingCalendar): Generator<Stretch> {
  let idleDays = 0;
  for (let on = dayOf(from); idleDays <= longestBreakDays; on = addDays(on, 1)) {
    const shifts = calendar.shiftsOn(on);
    idleDays = shifts.length === 0 ? idleDays + 1 : 0;
    const midnightMs = instantOn(on).getTime();
    for (const { fromMinute, toMinute } of shifts)
      yield { startMs: midnightMs + fromMinute * minuteMs, endMs: midnightMs + toMinute * minuteMs };
  }
  throw new RangeError(`The calendar has no working time after ${from.toISOString()}.`);
}

/** The instant itself when it is worked, else the next moment at which work begins. The end of a shift is not worked. */
export function nextOpening(from: Date, calendar: WorkingCalendar): Date {
  const fromMs = from.getTime();
  for (const { startMs, endMs } of stretchesFrom(from, calendar))
    if (fromMs < endMs) return new Date(Math.max(fromMs, startMs));
  throw new RangeError("unreachable");
}

export function isWorkingTime(at: Date, calendar: WorkingCalendar): boolean {
  return nextOpening(at, calendar).getTime() === at.getTime();
}

/** The instant that many worked minutes later; 0 gives the next opening. Fractions of a minute are kept. */
export function addWorkingMinutes(from: Date, minutes: number, calendar: WorkingCalendar): Date {
  const fromMs = from.getTime();
  let leftMs = minutes * minuteMs;
  for (const { startMs, endMs } of stretchesFrom(from, calendar)) {
    const beginMs = Math.max(fromMs, startMs);
    if (beginMs >= endMs) continue;
    if (leftMs <= endMs - beginMs) return new Date(beginMs + leftMs);
    leftMs -= endMs - beginMs;
  }
  throw new RangeError("unreachable");
}

/** Worked minutes between two instants; 0 when the second is not after the first. */
export function workingMinutesBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  let ms = 0;
  const last = dayOf(to);
  for (let on = dayOf(from); on <= last; on = addDays(on, 1)) {
    const midnightMs = instantOn(on).getTime();
    for (const { fromMinute, toMinute } of calendar.shiftsOn(on)) {
      const begin = Math.max(from.getTime(), midnightMs + fromMinute * minuteMs);
      const end = Math.min(to.getTime(), midnightMs + toMinute * minuteMs);
      if (end > begin) ms += end - begin;
    }
  }
  return ms / minuteMs;
}

/** The instant that many worked minutes earlier; 0 gives the end of the work done until then. */
export function subtractWorkingMinutes(from: Date, minutes: number, calendar: WorkingCalendar): Date {
  const fromMs = from.getTime();
  let leftMs = minutes * minuteMs;
  let idleDays = 0;
  for (let on = dayOf(from); idleDays <= longestBreakDays; on = addDays(on, -1)) {
    const shifts = calendar.shiftsOn(on);
    idleDays = shifts.length === 0 ? idleDays + 1 : 0;
    const midnightMs = instantOn(on).getTime();
    for (const { fromMinute, toMinute } of shifts.toReversed()) {
      const startMs = midnightMs + fromMinute * minuteMs;
      const endMs = Math.min(fromMs, midnightMs + toMinute * minuteMs);
      if (endMs <= startMs) continue;
      if (leftMs <= endMs - startMs) return new Date(endMs - leftMs);
      leftMs -= endMs - startMs;
    }
  }
  throw new RangeError(`The calendar has no working time before ${from.toISOString()}.`);
}
