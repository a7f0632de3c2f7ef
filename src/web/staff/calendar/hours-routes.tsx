import type { CalendarDesk } from "../../../domain/deadlines/calendar-desk.ts";
import { readShifts, showShifts, weekdays, type WeekHours } from "../../../domain/deadlines/week-hours.ts";
import type { Shift } from "../../../domain/deadlines/working-calendar.ts";
import { mayChangeSetting } from "../../../domain/settings/may-change.ts";
import type { Room } from "../../../domain/work/work-store.ts";
import { Refusal } from "../../refusal.ts";
import { readFields, type FormFields } from "../form-fields.ts";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { calendarPath } from "./calendar-words.ts";
import { effectsPage } from "./effects-page.tsx";
import { hoursPage, noWork, type WrittenHours } from "./hours-page.tsx";

const path = `${calendarPath}/gio`;

/** The hours of an ordinary week, the agency's and each unit's. */
export function addHoursRoutes(
  site: StaffSite,
  { desk, rooms }: { desk: CalendarDesk; rooms: () => Promise<Room[]> },
): void {
  site.page<{ Querystring: unknown }>(path, async (visit, { query }) => {
    const unitCode = readFields(query).text("donvi");
    const own = await desk.hoursOf(unitCode || null);
    return show(
      visit,
      unitCode,
      Object.fromEntries(Object.entries(own).map(([at, shifts]) => [at, write(shifts!)])),
    );
  });

  site.form(`${path}/xem-truoc`, async (visit, fields) => preview(visit, fields));

  site.form(`${path}/luu`, async (visit, fields): Promise<FormOutcome> => {
    const unitCode = fields.text("unit") || null;
    const change = { kind: "hours", unitCode, week: readWeek(fields) } as const;
    const unitPath = unitCode ? await desk.unitPath(unitCode) : null;
    if (mayChangeSetting(visit.staff, "gio", unitPath))
      await visit.awaitSecond("policy", visit.say("calendar-hours"));
    const outcome = await desk.save(change, fields.text("seen"), visit.staff, visit.now);
    switch (outcome.kind) {
      case "saved":
        return {
          to: `${path}${unitCode ? `?donvi=${encodeURIComponent(unitCode)}` : ""}`,
          flash: { tone: "done", text: visit.say("calendar-hours-saved", { moved: outcome.moved }) },
        };
      case "changed-meanwhile":
        return preview(visit, fields, true);
      case "fault":
        return preview(visit, fields);
      case "not-allowed":
        throw new Refusal(403, { key: "web-error-not-yours-to-change" });
    }
  });

  async function preview(
    visit: StaffVisit,
    fields: FormFields,
    isChangedMeanwhile = false,
  ): Promise<FormOutcome> {
    const { say } = visit;
    const unitCode = fields.text("unit");
    const written = Object.fromEntries(weekdays.map((weekday) => [weekday, fields.text(`d${weekday}`)]));
    const seen = await desk.preview(
      { kind: "hours", unitCode: unitCode || null, week: readWeek(fields) },
      visit.staff,
      visit.now,
    );
    if (seen.kind === "not-allowed") throw new Refusal(403, { key: "web-error-not-yours-to-change" });
    if (seen.kind === "fault") return { ...(await show(visit, unitCode, written, true)), status: 422 };
    const unit = (await rooms()).find(({ code }) => code === unitCode);
    return effectsPage({
      effects: seen.effects,
      facts: [
        [say("calendar-owner"), unit?.name ?? say("calendar-agency")],
        ...weekdays
          .filter((weekday) => written[weekday] !== "")
          .map((weekday) => [say(`weekday-${weekday}`), written[weekday]] as const),
      ],
      keep: {
        action: `${path}/luu`,
        fields: {
          unit: unitCode,
          seen: seen.version,
          ...Object.fromEntries(weekdays.map((weekday) => [`d${weekday}`, written[weekday] ?? ""])),
        },
      },
      back: `${path}?donvi=${encodeURIComponent(unitCode)}`,
      visit,
      isChangedMeanwhile,
    });
  }

  async function show(
    visit: StaffVisit,
    unitCode: string,
    written: WrittenHours,
    isFaulty = false,
  ): Promise<StaffPage> {
    const units = await rooms();
    const unit = units.find(({ code }) => code === unitCode);
    const unitPath = unit ? await desk.unitPath(unit.code) : null;
    return hoursPage({
      unit,
      units,
      written,
      calendar: (await desk.calendars()).of(unit?.code),
      mayChange: mayChangeSetting(visit.staff, "gio", unitPath),
      isFaulty,
      visit,
    });
  }
}

function write(shifts: readonly Shift[]): string {
  return shifts.length === 0 ? noWork : showShifts(shifts);
}

/** The week that was written; null when some hours cannot be read. */
function readWeek(fields: FormFields): WeekHours | null {
  const week: Partial<Record<number, readonly Shift[]>> = {};
  for (const weekday of weekdays) {
    const text = fields.text(`d${weekday}`);
    if (text === "") continue;
    const shifts = text === noWork ? [] : readShifts(text);
    if (shifts === undefined) return null;
    week[weekday] = shifts;
  }
  return week;
}
