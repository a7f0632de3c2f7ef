import { weekdayOf, type Day } from "../vietnam-time.ts";

/** One day that is not as its weekday would have it. */
export interface DayException {
  day: Day;
  kind: "off" | "make-up" | "morning-off" | "afternoon-off";
  /** What people call it: "Tết Nguyên đán". */
  note: string | null;
  /** Where it is laid down. */
  basis: string | null;
}

/** Minutes since midnight; the end is the moment work stops. */
export interface Shift {
  fromMinute: number;
  toMinute: number;
}

/** The shifts of each weekday, 1 = Monday … 7 = Sunday; a weekday left out is not worked. */
export type WeeklyHours = Readonly<Partial<Record<number, readonly Shift[]>>>;

const officeShifts: readonly Shift[] = [
  { fromMinute: 7 * 60 + 30, toMinute: 11 * 60 + 30 },
  { fromMinute: 13 * 60 + 30, toMinute: 17 * 60 },
];

/** Default office hours: 07:30–11:30 and 13:30–17:00, Monday to Friday. */
export const officeHours: WeeklyHours = {
  1: officeShifts,
  2: officeShifts,
  3: officeShifts,
  4: officeShifts,
  5: officeShifts,
};

/** Which hours are worked on which day. */
export interface WorkingCalendar {
  /** The hours worked on a day, in order; none on a day off. */
  shiftsOn(day: Day): readonly Shift[];
  /** What makes a day unlike its weekday. */
  exceptionOn(day: Day): DayException | undefined;
  /** The last day whose year's calendar is decided; what lies after it is only expected ("dự kiến"). */
  readonly confirmedThrough: Day;
}

/** The calendars of an agency and its units, as one version of them. */
export interface WorkingCalendars {
  /** Names the content: the same days and hours have the same version. */
  readonly version: string;
  /** A unit's own calendar, which inherits from those above it; the agency's when no unit is named. */
  of(unitCode?: string): WorkingCalendar;
}

const noon = 12 * 60;

/**
 * Weekly hours with exceptions, a later one in the place of an earlier one of the same day, and `holidayOn` for the days
 * without any. A make-up day is worked as the first weekday with work is; of half a day off only what lies on the other
 * side of noon is.
 */
export function createWorkingCalendar(
  exceptions: Iterable<DayException>,
  {
    hours = officeHours,
    confirmedThrough = "9999-12-31" as Day,
    holidayOn = (): DayException | undefined => undefined,
  }: {
    hours?: WeeklyHours;
    confirmedThrough?: Day;
    holidayOn?: WorkingCalendar["exceptionOn"];
  } = {},
): WorkingCalendar {
  const byDay = new Map<Day, DayException>();
  for (const exception of exceptions) byDay.set(exception.day, exception);
  const exceptionOn = (on: Day) => byDay.get(on) ?? holidayOn(on);
  return {
    shiftsOn: (on) => shiftsOf(hours[weekdayOf(on)] ?? [], exceptionOn(on), hours),
    exceptionOn,
    confirmedThrough,
  };
}

function shiftsOf(
  ordinary: readonly Shift[],
  exception: DayException | undefined,
  hours: WeeklyHours,
): readonly Shift[] {
  switch (exception?.kind) {
    case "off":
      return [];
    case "make-up":
      return Object.values(hours).find((shifts) => shifts!.length > 0) ?? officeShifts;
    case "morning-off":
      return within(ordinary, noon, 24 * 60);
    case "afternoon-off":
      return within(ordinary, 0, noon);
    case undefined:
      return ordinary;
  }
}

function within(shifts: readonly Shift[], fromMinute: number, toMinute: number): readonly Shift[] {
  return shifts
    .map((shift) => ({
      fromMinute: Math.max(shift.fromMinute, fromMinute),
      toMinute: Math.min(shift.toMinute, toMinute),
    }))
    .filter((shift) => shift.fromMinute < shift.toMinute);
}
