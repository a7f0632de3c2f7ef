import type { OwnDay } from "../../../domain/deadlines/calendar-change.ts";
import type { DayException, WorkingCalendar } from "../../../domain/deadlines/working-calendar.ts";
import { addDays, day, type Day } from "../../../domain/vietnam-time.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { nameOfDayKind, showSpan } from "./calendar-words.ts";

interface Run extends DayException {
  until: Day;
  isExpected: boolean;
  unitName: string | null;
}

/** Days of a year that are unlike their weekday, those in a row that say the same as one. */
function runsOf(year: number, calendar: WorkingCalendar, own: ReadonlyMap<Day, OwnDay>): Run[] {
  const runs: Run[] = [];
  for (let on = day(year, 1, 1); on <= day(year, 12, 31); on = addDays(on, 1)) {
    const exception = calendar.exceptionOn(on);
    if (!exception) continue;
    const { kind, note, basis } = exception;
    const unitName = own.get(on)?.unitName ?? null;
    const last = runs.at(-1);
    const isSame =
      last &&
      addDays(last.until, 1) === on &&
      [last.kind, last.note, last.basis, last.unitName].join("\n") ===
        [kind, note, basis, unitName].join("\n");
    if (isSame) last.until = on;
    else
      runs.push({ ...exception, day: on, until: on, isExpected: on > calendar.confirmedThrough, unitName });
  }
  return runs;
}

/** The same in words: what, when, by which decision. */
export function DayList({
  year,
  calendar,
  own,
  visit,
  addressOf,
}: {
  year: number;
  calendar: WorkingCalendar;
  own: ReadonlyMap<Day, OwnDay>;
  visit: StaffVisit;
  addressOf: ((on: Day, until: Day) => string) | undefined;
}) {
  const { say } = visit;
  const runs = runsOf(year, calendar, own);
  if (runs.length === 0) return <p class="empty">{say("calendar-empty")}</p>;
  return (
    <ul class="rows two">
      {runs.map((run) => (
        <li class="row">
          <div class="row-head">
            <strong>{showSpan(run.day, run.until)}</strong>
            <span class={`mark day-${run.kind}`}>{nameOfDayKind(run.kind, visit)}</span>
            {run.isExpected && <span class="mark today">{say("calendar-expected")}</span>}
            {run.unitName && <span class="mark">{run.unitName}</span>}
          </div>
          {run.note && <p>{run.note}</p>}
          <p class="quiet">
            {run.basis ?? say("calendar-no-basis")}
            {addressOf && (
              <>
                {" · "}
                <a
                  href={addressOf(run.day, run.until)}
                  aria-label={say("calendar-change-of", { days: showSpan(run.day, run.until) })}
                >
                  {say("calendar-change")}
                </a>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
