import type { App } from "./app.ts";
import { faultOfDays, type DayChange, type OwnDay } from "./domain/deadlines/calendar-change.ts";
import type {
  CalendarChange,
  CalendarDesk,
  CalendarFault,
  CalendarOutcome,
} from "./domain/deadlines/calendar-desk.ts";
import {
  dueOnNewDaysOff,
  movedReminders,
  type CalendarEffects,
} from "./domain/deadlines/calendar-effects.ts";
import { showMinute, showShifts, weekdays, type WeekHours } from "./domain/deadlines/week-hours.ts";
import type { WorkingCalendars } from "./domain/deadlines/working-calendar.ts";
import { movedDeadlines } from "./domain/feedback/reckon-anew.ts";
import { mayChangeSetting } from "./domain/settings/may-change.ts";
import type { SettingRow } from "./domain/settings/setting-change.ts";
import type { StaffMember } from "./domain/staff/staff-member.ts";
import { addDays, day, dayOf, type Day } from "./domain/vietnam-time.ts";
import { importRows, type NamedRow } from "./imports/import-rows.ts";
import { moveStaleDeadlines } from "./move-stale-deadlines.ts";
import {
  readGivenDays,
  readOwnDays,
  readOwnHours,
  readPlannedReminders,
  readUnitPath,
  removeOwnDays,
  removeOwnHours,
} from "./persistence/calendar-entries.ts";
import type { Sql, Transaction } from "./persistence/database.ts";
import { createFeedbackRules } from "./persistence/feedback-rules.ts";
import { createImportStore } from "./persistence/import-store.ts";
import { readOpenCaseFiles } from "./persistence/open-case-files.ts";
import { readKeptWorkingCalendars, readWorkingCalendars } from "./persistence/read-working-calendars.ts";
import { createSettingHistory } from "./persistence/setting-history.ts";
import { lockSettings } from "./persistence/setting-lock.ts";

/** How far ahead work whose day becomes a day off is looked for. */
const lookAheadDays = 400;

class LookedOnly extends Error {
  readonly effects: CalendarEffects;
  constructor(effects: CalendarEffects) {
    super("a preview is never kept");
    this.effects = effects;
  }
}

/** The working calendar for the staff's pages. What is entered goes in by the same rules as an imported file. */
export function createCalendarDesk(app: App): CalendarDesk {
  const { database } = app;

  async function refuse(
    change: CalendarChange,
    staff: StaffMember,
    sql: Sql,
  ): Promise<{ kind: "not-allowed" } | { kind: "fault"; fault: CalendarFault } | undefined> {
    const unitCode = change.kind === "days" ? change.days.unitCode : change.unitCode;
    const path = unitCode === null ? null : await readUnitPath(unitCode, sql);
    if (path?.length === 0) return { kind: "fault", fault: "no-such-unit" };
    if (!mayChangeSetting(staff, change.kind === "days" ? "lich" : "gio", path))
      return { kind: "not-allowed" };
    if (change.kind === "hours")
      return change.week === null ? { kind: "fault", fault: "hours-unreadable" } : undefined;
    const { from, until } = change.days;
    const fault = faultOfDays(change.days, await readOwnDays(from, until, sql));
    return fault && { kind: "fault", fault };
  }

  async function write(change: CalendarChange, now: Date, sql: Transaction): Promise<void> {
    const { kind, rows } = rowsOf(change);
    if (change.kind === "days") await removeOwnDays(change.days, sql);
    else await removeOwnHours(change.unitCode, sql);
    if (rows.length === 0) return;
    const { rejections } = await importRows(kind, rows, {
      store: createImportStore({ transaction: (work) => work(sql) }),
      say: app.say,
      now,
      source: "staff page",
      isDemonstration: false,
    });
    if (rejections[0]) throw new Error(`The calendar was refused: ${rejections[0].reason}`);
  }

  return {
    calendars: () => readWorkingCalendars(database),
    daysOf: (year) => readOwnDays(day(year, 1, 1), day(year, 12, 31), database),
    hoursOf: (unitCode) => readOwnHours(unitCode, database),
    unitPath: (unitCode) => readUnitPath(unitCode, database),
    async preview(change, staff, now) {
      const refusal = await refuse(change, staff, database);
      if (refusal) return refusal;
      const before = await readWorkingCalendars(database);
      // What is looked at is exactly what would be kept: it is written, and taken back.
      const effects = await database
        .transaction(async (sql): Promise<CalendarEffects> => {
          await write(change, now, sql);
          throw new LookedOnly(await effectsOf(before, await readWorkingCalendars(sql), now, sql));
        })
        .catch((error: unknown) => {
          if (error instanceof LookedOnly) return error.effects;
          throw error;
        });
      return { kind: "effects", effects, version: before.version };
    },
    async save(change, seenVersion, staff, now) {
      const outcome = await database.transaction(async (sql): Promise<CalendarOutcome> => {
        await lockSettings(sql);
        const refusal = await refuse(change, staff, sql);
        if (refusal) return refusal;
        if ((await readWorkingCalendars(sql)).version !== seenVersion) return { kind: "changed-meanwhile" };
        const before = await toldOf(change, sql);
        await write(change, now, sql);
        await readKeptWorkingCalendars(sql);
        await createSettingHistory(sql).add({
          area: change.kind === "days" ? "lich" : "gio",
          subject: (change.kind === "days" ? change.days.unitCode : change.unitCode) ?? "",
          happenedAt: now,
          actor: staff.username,
          before,
          after: await toldOf(change, sql),
        });
        return { kind: "saved", moved: 0 };
      });
      return outcome.kind === "saved" ? { kind: "saved", moved: await moveStaleDeadlines(app) } : outcome;
    },
  };
}

async function effectsOf(
  before: WorkingCalendars,
  after: WorkingCalendars,
  now: Date,
  sql: Sql,
): Promise<CalendarEffects> {
  const files = await readOpenCaseFiles(sql);
  const moved = movedDeadlines(files, await createFeedbackRules(sql).policies(), after);
  const today = dayOf(now);
  return {
    moved,
    kept: files.length - new Set(moved.map(({ code }) => code)).size,
    dueOnDaysOff: dueOnNewDaysOff(
      await readGivenDays(today, addDays(today, lookAheadDays), sql),
      before,
      after,
    ),
    reminders: movedReminders(await readPlannedReminders(sql), moved, before, after),
  };
}

const dayWords = {
  off: "nghi",
  "make-up": "lam_bu",
  "morning-off": "nghi_sang",
  "afternoon-off": "nghi_chieu",
} as const;

function rowsOf(change: CalendarChange): { kind: "ngay-nghi" | "gio-lam-viec"; rows: NamedRow[] } {
  return change.kind === "days"
    ? { kind: "ngay-nghi", rows: dayRows(change.days) }
    : { kind: "gio-lam-viec", rows: hourRows(change.week ?? {}, change.unitCode) };
}

function dayRows({ from, until, kind, note, basis, unitCode }: DayChange): NamedRow[] {
  if (kind === "ordinary") return [];
  return daysFrom(from, until).map((on) => ({
    ngay: on,
    loai: dayWords[kind],
    ghi_chu: note,
    can_cu: basis,
    ma_don_vi: unitCode ?? "",
  }));
}

function daysFrom(from: Day, until: Day): Day[] {
  const days: Day[] = [];
  for (let on = from; on <= until; on = addDays(on, 1)) days.push(on);
  return days;
}

function hourRows(week: WeekHours, unitCode: string | null): NamedRow[] {
  return weekdays.flatMap((weekday) => {
    const shifts = week[weekday];
    const row = { thu: weekday === 7 ? "cn" : String(weekday + 1), ma_don_vi: unitCode ?? "" };
    if (shifts === undefined) return [];
    if (shifts.length === 0) return [{ ...row, tu: "", den: "" }];
    return shifts.map(({ fromMinute, toMinute }) => ({
      ...row,
      tu: showMinute(fromMinute),
      den: showMinute(toMinute),
    }));
  });
}

/** What the history keeps of the days or hours that a change is about. */
async function toldOf(change: CalendarChange, sql: Sql): Promise<SettingRow | null> {
  if (change.kind === "hours") {
    const week = Object.entries(await readOwnHours(change.unitCode, sql));
    return week.length ? Object.fromEntries(week.map(([at, shifts]) => [at, showShifts(shifts!)])) : null;
  }
  const { from, until, unitCode } = change.days;
  const own = (await readOwnDays(from, until, sql)).filter((entered) => entered.unitCode === unitCode);
  return own.length ? Object.fromEntries(own.map((entered) => [entered.day, tellDay(entered)])) : null;
}

function tellDay({ kind, note, basis }: OwnDay): string {
  return [dayWords[kind], note, basis].filter(Boolean).join(" · ");
}
