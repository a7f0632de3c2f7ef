import { mayChangeSetting } from "../../../domain/settings/may-change.ts";
import { dayOf, readDay, yearOf } from "../../../domain/vietnam-time.ts";
import { readFields } from "../form-fields.ts";
import type { StaffPorts } from "../staff-ports.ts";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { Refusal } from "../../refusal.ts";
import { calendarPage } from "./calendar-page.tsx";
import { calendarOf, calendarPath, nameOfDayKind, sentenceOf, showSpan } from "./calendar-words.ts";
import { DayForm, type WrittenDays } from "./day-form.tsx";
import { effectsPage } from "./effects-page.tsx";
import { addHoursRoutes } from "./hours-routes.tsx";
import { fieldOfFault, readDays, writtenDays } from "./read-days.ts";

const firstYear = 2020;
const lastYear = 2040;

/** The year at a glance, and its changes: first what they would move, then whether they are kept. */
export function addCalendarRoutes(
  site: StaffSite,
  { calendarDesk: desk, work }: Pick<StaffPorts, "calendarDesk" | "work">,
): void {
  const rooms = () => work.rooms();

  site.page<{ Querystring: unknown }>(calendarPath, async (visit, { query }) => {
    const fields = readFields(query);
    const asked = Number(fields.text("nam"));
    const year = asked >= firstYear && asked <= lastYear ? Math.trunc(asked) : yearOf(dayOf(visit.now));
    const units = await rooms();
    const unit = units.find(({ code }) => code === fields.text("donvi"));
    const from = readDay(fields.text("ngay"));
    return calendarPage({
      year,
      years: { first: firstYear, last: lastYear },
      unit,
      units,
      own: await desk.daysOf(year),
      path: unit ? await desk.unitPath(unit.code) : null,
      calendar: (await desk.calendars()).of(unit?.code),
      visit,
      written: {
        from: from ?? "",
        until: readDay(fields.text("den")) ?? from ?? "",
        kind: fields.text("loai") || "off",
        note: fields.text("ten"),
        basis: fields.text("cancu"),
        unit: unit?.code ?? (visit.staff.role === "admin" ? "" : visit.staff.unitCode),
      },
      owners: await ownersFor(visit),
    });
  });

  site.form(`${calendarPath}/xem-truoc`, async (visit, fields): Promise<FormOutcome> => {
    const written = writtenDays(fields);
    return preview(visit, written);
  });

  site.form(`${calendarPath}/luu`, async (visit, fields): Promise<FormOutcome> => {
    const written = writtenDays(fields);
    const days = readDays(written);
    if ("unreadable" in days) return preview(visit, written);
    const unitPath = days.unitCode ? await desk.unitPath(days.unitCode) : null;
    if (mayChangeSetting(visit.staff, "lich", unitPath))
      await visit.awaitSecond("policy", `${visit.say("staff-calendar")}: ${showSpan(days.from, days.until)}`);
    const outcome = await desk.save({ kind: "days", days }, fields.text("seen"), visit.staff, visit.now);
    switch (outcome.kind) {
      case "saved":
        return {
          to: calendarOf(yearOf(days.from), days.unitCode),
          flash: {
            tone: "done",
            text: visit.say("calendar-saved", {
              days: showSpan(days.from, days.until),
              moved: outcome.moved,
            }),
          },
        };
      case "changed-meanwhile":
        return preview(visit, written, true);
      case "fault":
        return preview(visit, written);
      case "not-allowed":
        throw new Refusal(403, { key: "web-error-not-yours-to-change" });
    }
  });

  addHoursRoutes(site, { desk, rooms });

  /** Whose days somebody may change, with what they are called. */
  async function ownersFor(visit: StaffVisit): Promise<(readonly [string, string])[]> {
    const owners: (readonly [string, string])[] = [];
    if (mayChangeSetting(visit.staff, "lich", null)) owners.push(["", visit.say("calendar-agency")]);
    for (const { code, name } of await rooms())
      if (mayChangeSetting(visit.staff, "lich", await desk.unitPath(code))) owners.push([code, name]);
    return owners;
  }

  async function preview(
    visit: StaffVisit,
    written: WrittenDays,
    isChangedMeanwhile = false,
  ): Promise<FormOutcome> {
    const { say } = visit;
    const days = readDays(written);
    if ("unreadable" in days)
      return again(visit, written, { field: days.unreadable, text: say("calendar-fault-day") });
    const seen = await desk.preview({ kind: "days", days }, visit.staff, visit.now);
    if (seen.kind === "not-allowed") throw new Refusal(403, { key: "web-error-not-yours-to-change" });
    if (seen.kind === "fault")
      return again(visit, written, { field: fieldOfFault[seen.fault], text: sentenceOf(seen.fault, visit) });
    const owner = (await ownersFor(visit)).find(([code]) => code === (days.unitCode ?? ""));
    return effectsPage({
      effects: seen.effects,
      facts: [
        [say("calendar-days"), showSpan(days.from, days.until)],
        [say("calendar-kind"), nameOfDayKind(days.kind, visit)],
        [say("calendar-owner"), owner?.[1]],
        [say("calendar-called"), days.note],
        [say("calendar-reference"), days.basis],
      ],
      keep: { action: `${calendarPath}/luu`, fields: { ...written, seen: seen.version } },
      back: `${calendarOf(yearOf(days.from), days.unitCode, {
        ngay: days.from,
        den: days.until,
        loai: days.kind,
        ten: days.note,
        cancu: days.basis,
      })}#sua`,
      visit,
      isChangedMeanwhile,
    });
  }

  async function again(
    visit: StaffVisit,
    written: WrittenDays,
    fault: { field: keyof WrittenDays; text: string },
  ): Promise<FormOutcome> {
    return {
      title: visit.say("calendar-edit"),
      status: 422,
      flash: { tone: "warning", text: fault.text },
      children: <DayForm written={written} owners={await ownersFor(visit)} visit={visit} fault={fault} />,
    };
  }
}
