import { day, yearOf, type Day } from "../vietnam-time.ts";
import { tetOf } from "./expected-holidays.ts";
import { decidedThrough, nationalHolidayOn } from "./national-holidays.ts";
import {
  createWorkingCalendar,
  officeHours,
  type DayException,
  type Shift,
  type WeeklyHours,
  type WorkingCalendar,
  type WorkingCalendars,
} from "./working-calendar.ts";

/** A shift of a weekday (1 = Monday … 7 = Sunday), or, without minutes, that nobody works on it. */
type WeekdayHours = { weekday: number } & (Shift | { fromMinute: null; toMinute: null });

/** Whose: the agency's when no unit is named. */
type Owned<T> = T & { unitCode: string | null };

/** All that decides which hours are worked: plain values, to be kept with the promises that were made by them. */
export interface CalendarContent {
  /** The national days of whole years. */
  national: readonly DayException[];
  exceptions: readonly Owned<DayException>[];
  hours: readonly Owned<WeekdayHours>[];
  /** Units with days or hours of their own and all units below them, each with the unit above. */
  units: readonly { code: string; parentCode: string | null }[];
}

/**
 * Calendars from their content. A unit has the days of those above it but for its own, and each weekday's hours as the
 * nearest laid them down. A year is confirmed when the program knows it or the agency entered a day off of its Tết with
 * the basis, as long as the years before it are: one decision a year is about Tết and National Day alike.
 */
export function createWorkingCalendars(version: string, content: CalendarContent): WorkingCalendars {
  const parents = new Map(content.units.map(({ code, parentCode }) => [code, parentCode]));
  const holidayOn = holidaysOf(content.national);
  const confirmedThrough = confirmedDay(content.exceptions);
  const created = new Map<string | undefined, WorkingCalendar>();

  function create(unitCode: string | undefined): WorkingCalendar {
    const owners = ownersOf(unitCode, parents);
    const exceptions = owners.flatMap((owner) => content.exceptions.filter((own) => own.unitCode === owner));
    const weeks = owners.map((owner) => weekOf(content.hours.filter((own) => own.unitCode === owner)));
    const week: WeeklyHours = Object.assign({}, officeHours, ...weeks);
    // Without any working time no deadline could be told.
    const hours = Object.values(week).some((shifts) => shifts!.length > 0) ? week : officeHours;
    return createWorkingCalendar(exceptions, { hours, confirmedThrough, holidayOn });
  }

  return {
    version,
    of(unitCode) {
      const known = unitCode !== undefined && parents.has(unitCode) ? unitCode : undefined;
      let calendar = created.get(known);
      if (!calendar) created.set(known, (calendar = create(known)));
      return calendar;
    },
  };
}

/** National days as they were kept; years that were not kept are as the program knows them today. */
function holidaysOf(national: readonly DayException[]): WorkingCalendar["exceptionOn"] {
  const byDay = new Map(national.map((holiday) => [holiday.day, holiday]));
  const years = new Set(national.map((holiday) => yearOf(holiday.day)));
  return (on) => (years.has(yearOf(on)) ? byDay.get(on) : nationalHolidayOn(on));
}

function confirmedDay(exceptions: readonly Owned<DayException>[]): Day {
  const entered = new Set(
    exceptions
      .filter(({ unitCode, kind, basis }) => unitCode === null && kind === "off" && basis !== null)
      .map((own) => own.day),
  );
  let year = yearOf(decidedThrough);
  while (tetOf(year + 1).some((on) => entered.has(on))) year += 1;
  return day(year, 12, 31);
}

/** The agency, then the units from the highest down to this one. */
function ownersOf(
  unitCode: string | undefined,
  parents: ReadonlyMap<string, string | null>,
): (string | null)[] {
  const path: string[] = [];
  for (let code: string | null | undefined = unitCode; code && parents.has(code); code = parents.get(code))
    path.unshift(code);
  return [null, ...path];
}

/** The weekdays that are laid down, each whole. */
function weekOf(hours: readonly WeekdayHours[]): WeeklyHours {
  const week: Partial<Record<number, Shift[]>> = {};
  for (const { weekday, fromMinute, toMinute } of hours) {
    const shifts = (week[weekday] ??= []);
    if (fromMinute !== null) shifts.push({ fromMinute, toMinute });
  }
  for (const shifts of Object.values(week)) shifts!.sort((a, b) => a.fromMinute - b.fromMinute);
  return week;
}
