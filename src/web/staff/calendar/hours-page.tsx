import { readShifts, showShifts, weekdays } from "../../../domain/deadlines/week-hours.ts";
import type { WorkingCalendar } from "../../../domain/deadlines/working-calendar.ts";
import { ordinaryWeek } from "../../../domain/office/opening-hours.ts";
import { dayOf } from "../../../domain/vietnam-time.ts";
import type { Room } from "../../../domain/work/work-store.ts";
import { Facts } from "../facts.tsx";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { calendarPath } from "./calendar-words.ts";

/** What is written for a weekday that is not worked. */
export const noWork = "0";

/** Hours by weekday as they were written; nothing: as above them. */
export type WrittenHours = Readonly<Record<string, string>>;

interface HoursPageProps {
  unit: Room | undefined;
  units: readonly Room[];
  written: WrittenHours;
  calendar: WorkingCalendar;
  mayChange: boolean;
  isFaulty: boolean;
  visit: StaffVisit;
}

/** The hours of an ordinary week, what is in force and what this unit laid down itself. */
export function hoursPage(props: HoursPageProps): StaffPage {
  const { unit, units, written, calendar, mayChange, isFaulty, visit } = props;
  const { say } = visit;
  const inForce = weekdays.map((weekday) => {
    const part = ordinaryWeek(dayOf(visit.now), calendar).find(
      ({ from, to }) => from <= weekday && weekday <= to,
    );
    return [
      say(`weekday-${weekday}`),
      part && part.shifts.length > 0 ? showShifts(part.shifts) : say("calendar-rest"),
    ] as const;
  });
  return {
    title: say("calendar-hours"),
    ...(isFaulty && { flash: { tone: "warning" as const, text: say("calendar-fault-hours-unreadable") } }),
    children: (
      <>
        <nav class="tabs" aria-label={say("staff-calendar")}>
          <a href={calendarPath}>{say("staff-calendar")}</a>
        </nav>
        <form method="get" action={`${calendarPath}/gio`} class="pick">
          <Field
            name="donvi"
            label={say("calendar-owner")}
            value={unit?.code ?? ""}
            choices={[["", say("calendar-agency")], ...units.map(({ code, name }) => [code, name] as const)]}
          />
          <button class="button">{say("staff-show-it")}</button>
        </form>
        <h2>{say("calendar-hours-in-force")}</h2>
        <Facts facts={inForce} />
        {mayChange && (
          <section>
            <h2>{say("calendar-hours-own", { unit: unit?.name ?? say("calendar-agency") })}</h2>
            <p class="quiet">{say("calendar-hours-how")}</p>
            <PostForm visit={visit} action={`${calendarPath}/gio/xem-truoc`} className="panel settings-form">
              <input type="hidden" name="unit" value={unit?.code ?? ""} />
              <div class="field-pair">
                {weekdays.map((weekday) => {
                  const value = written[weekday] ?? "";
                  const isWrong = value !== "" && value !== noWork && readShifts(value) === undefined;
                  return (
                    <Field
                      name={`d${weekday}`}
                      label={say(`weekday-${weekday}`)}
                      value={value}
                      fault={isWrong ? say("calendar-fault-hours-unreadable") : undefined}
                    />
                  );
                })}
              </div>
              <div class="buttons">
                <button class="button primary">{say("calendar-preview")}</button>
              </div>
            </PostForm>
          </section>
        )}
      </>
    ),
  };
}
