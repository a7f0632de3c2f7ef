import type { OwnDay } from "../../../domain/deadlines/calendar-change.ts";
import { weekdays } from "../../../domain/deadlines/week-hours.ts";
import type { WorkingCalendar } from "../../../domain/deadlines/working-calendar.ts";
import { isWorkingDay } from "../../../domain/deadlines/working-time.ts";
import { addDays, day, dayOf, showDay, weekdayOf, type Day } from "../../../domain/vietnam-time.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { nameOfDayKind } from "./calendar-words.ts";

interface YearGridProps {
  year: number;
  calendar: WorkingCalendar;
  own: ReadonlyMap<Day, OwnDay>;
  visit: StaffVisit;
  /** Where a day is changed; undefined where one may not. */
  addressOf: ((on: Day) => string) | undefined;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Twelve months; a day unlike its weekday stands out by shape as well as by colour, and says why. */
export function YearGrid(props: YearGridProps) {
  return (
    <div class="year">
      {months.map((month) => (
        <Month month={month} {...props} />
      ))}
    </div>
  );
}

function Month({ month, ...props }: YearGridProps & { month: number }) {
  const { year, visit } = props;
  const first = day(year, month, 1);
  const count = Number(day(year, month + 1, 0).slice(8));
  const cells: (Day | undefined)[] = [
    ...Array.from({ length: weekdayOf(first) - 1 }, () => undefined),
    ...Array.from({ length: count }, (_, index) => addDays(first, index)),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
  return (
    <table class="month">
      <caption>{visit.say("calendar-month", { month: String(month) })}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th scope="col">{visit.say(`weekday-short-${weekday}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr>
            {weekdays.map((_, place) => (
              <td>{week[place] && <DayCell on={week[place]} {...props} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ on, calendar, own, visit, addressOf }: Omit<YearGridProps, "year"> & { on: Day }) {
  const exception = calendar.exceptionOn(on);
  const isExpected = exception !== undefined && on > calendar.confirmedThrough;
  const unitOwn = own.get(on)?.unitCode;
  const what = exception && [nameOfDayKind(exception.kind, visit), exception.note].filter(Boolean).join(": ");
  const marks = [
    what,
    isExpected && visit.say("calendar-expected"),
    unitOwn && visit.say("calendar-of-unit"),
    on === dayOf(visit.now) && visit.say("calendar-today"),
  ].filter(Boolean);
  const told = marks.join(", ");
  const className = [
    "day",
    exception ? exception.kind : !isWorkingDay(on, calendar) && "rest",
    isExpected && "expected",
    unitOwn && "of-unit",
    on === dayOf(visit.now) && "is-today",
  ]
    .filter(Boolean)
    .join(" ");
  // The number is what is seen; the rest of the day and what it is are read out after it.
  const content = (
    <>
      {String(Number(on.slice(8)))}
      <span class="visually-hidden">{[showDay(on).slice(2), told].filter(Boolean).join(", ")}</span>
    </>
  );
  return addressOf ? (
    <a class={className} href={addressOf(on)} title={told || undefined}>
      {content}
    </a>
  ) : (
    <span class={className} title={told || undefined}>
      {content}
    </span>
  );
}
