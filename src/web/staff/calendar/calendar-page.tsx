import type { OwnDay } from "../../../domain/deadlines/calendar-change.ts";
import { ordinaryWeek } from "../../../domain/office/opening-hours.ts";
import { showShifts } from "../../../domain/deadlines/week-hours.ts";
import type { WorkingCalendar } from "../../../domain/deadlines/working-calendar.ts";
import { dayOf, showDay, yearOf, type Day } from "../../../domain/vietnam-time.ts";
import type { Room } from "../../../domain/work/work-store.ts";
import { Field } from "../field.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { calendarOf, calendarPath } from "./calendar-words.ts";
import { DayForm, type WrittenDays } from "./day-form.tsx";
import { DayList } from "./day-list.tsx";
import { YearGrid } from "./year-grid.tsx";

interface CalendarPageProps {
  year: number;
  years: { first: number; last: number };
  /** Whose calendar; the agency's when left out. */
  unit: Room | undefined;
  units: readonly Room[];
  own: readonly OwnDay[];
  /** From the agency down to the unit; null for the agency's. */
  path: readonly string[] | null;
  calendar: WorkingCalendar;
  visit: StaffVisit;
  written: WrittenDays;
  owners: readonly (readonly [code: string, name: string])[];
}

/** A year of the agency or of a unit at a glance, with what was decided and what is only expected. */
export function calendarPage(props: CalendarPageProps): StaffPage {
  const { year, years, unit, units, path, calendar, visit, written, owners } = props;
  const { say } = visit;
  const unitCode = unit?.code ?? null;
  const mayChange = owners.length > 0;
  const own = new Map(
    (path ?? [])
      .flatMap((code) => props.own.filter((entered) => entered.unitCode === code))
      .map((entered) => [entered.day, entered]),
  );
  const address = (on: Day, until = on) => `${calendarOf(year, unitCode, { ngay: on, den: until })}#sua`;
  const isExpected = year > yearOf(calendar.confirmedThrough);
  return {
    title: say("calendar-title", { year: String(year) }),
    children: (
      <>
        <form method="get" action={calendarPath} class="pick">
          <Field
            name="donvi"
            label={say("calendar-owner")}
            value={unitCode ?? ""}
            choices={[["", say("calendar-agency")], ...units.map(({ code, name }) => [code, name] as const)]}
          />
          <input type="hidden" name="nam" value={year} />
          <button class="button">{say("staff-show-it")}</button>
        </form>
        <nav class="tabs" aria-label={say("calendar-years")}>
          {year > years.first && (
            <a href={calendarOf(year - 1, unitCode)} rel="prev">
              ← {year - 1}
            </a>
          )}
          <a href={calendarOf(year, unitCode)} aria-current="page">
            {year}
          </a>
          {year < years.last && (
            <a href={calendarOf(year + 1, unitCode)} rel="next">
              {year + 1} →
            </a>
          )}
          {mayChange && <a href="#sua">{say("calendar-edit")}</a>}
          <a href={`${calendarPath}/gio${unitCode ? `?donvi=${encodeURIComponent(unitCode)}` : ""}`}>
            {say("calendar-hours")}
          </a>
        </nav>
        {isExpected && (
          <p class="flash warning">
            {say("calendar-year-expected", { day: showDay(calendar.confirmedThrough) })}
          </p>
        )}
        <p class="quiet">
          {ordinaryWeek(dayOf(visit.now), calendar)
            .filter(({ shifts }) => shifts.length > 0)
            .map(({ from, to, shifts }) => {
              const names = [from, to].map((weekday) => say(`weekday-short-${weekday as 1}`));
              return `${from === to ? names[0] : names.join("–")}: ${showShifts(shifts)}`;
            })
            .join(" · ")}
        </p>
        <YearGrid
          year={year}
          calendar={calendar}
          own={own}
          visit={visit}
          addressOf={mayChange ? address : undefined}
        />
        <Legend visit={visit} />
        <h2>{say("calendar-days-told")}</h2>
        <DayList
          year={year}
          calendar={calendar}
          own={own}
          visit={visit}
          addressOf={mayChange ? address : undefined}
        />
        {mayChange && (
          <section id="sua">
            <h2>{say("calendar-edit")}</h2>
            <p class="quiet">{say("calendar-edit-how")}</p>
            <DayForm written={written} owners={owners} visit={visit} />
          </section>
        )}
      </>
    ),
  };
}

function Legend({ visit: { say } }: { visit: StaffVisit }) {
  const marks = [
    ["off", say("calendar-kind-off")],
    ["morning-off", say("calendar-kind-morning-off")],
    ["afternoon-off", say("calendar-kind-afternoon-off")],
    ["make-up", say("calendar-kind-make-up")],
    ["rest", say("calendar-rest")],
    ["off expected", say("calendar-expected")],
    ["off of-unit", say("calendar-of-unit")],
    ["is-today", say("calendar-today")],
  ] as const;
  return (
    <ul class="legend" aria-label={say("calendar-legend")}>
      {marks.map(([className, name]) => (
        <li>
          <span class={`day ${className}`} aria-hidden="true">
            8
          </span>{" "}
          {name}
        </li>
      ))}
    </ul>
  );
}
