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
interface Shift {
  fromMinute: number;
  toMinute: number;
}

/** Default office hours: 07:30–11:30 and 13:30–17:00, Monday to Friday. */
const officeShifts: readonly Shift[] = [
  { fromMinute: 7 * 60 + 30, toMinute: 11 * 60 + 30 },
  { fromMinute: 13 * 60 + 30, toMinute: 17 * 60 },
];

/** Which hours are worked on which day. */
export interface WorkingCalendar {
  /** The hours worked on a day; none on a day off. */
  shiftsOn(day: Day): readonly Shift[];
}

/** Office weeks with exceptions; a later exception of the same day replaces an earlier one. */
export function createWorkingCalendar(exceptions: Iterable<DayException>): WorkingCalendar {
  const byDay = new Map<Day, DayException>();
  for (const exception of exceptions) byDay.set(exception.day, exception);
  return { shiftsOn: (on) => shiftsOf(on, byDay.get(on)) };
}

function shiftsOf(on: Day, exception: DayException | undefined): readonly Shift[] {
  const isWeekday = weekdayOf(on) <= 5;
  switch (exception?.kind) {
    case "off":
      return [];
    case "make-up":
      return officeShifts;
    case "morning-off":
      return isWeekday ? officeShifts.slice(1) : [];
    case "afternoon-off":
      return isWeekday ? officeShifts.slice(0, 1) : [];
    case undefined:
      return isWeekday ? officeShifts : [];
  }
}
