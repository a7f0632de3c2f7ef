import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingTime } from "../../../src/domain/deadlines/working-time.ts";
import { planReminders } from "../../../src/domain/reminders/plan-reminders.ts";
import type { ReminderSubject } from "../../../src/domain/reminders/reminder.ts";
import { showInstant } from "../../../src/domain/vietnam-time.ts";
import { at, calendar } from "../feedback/case-setting.ts";

const subject: ReminderSubject = {
  kind: "feedback",
  id: "1",
  code: "PA-2026-000001",
  title: "Chờ lâu",
  clock: "answer",
  startedAt: at("2026-11-23 08:00"),
  dueAt: at("2026-11-30 17:00"),
  unitCode: null,
  isDemonstration: false,
};
const plan = (more: Partial<ReminderSubject> = {}, now = subject.startedAt) =>
  planReminders({ ...subject, ...more }, now, calendar);
const told = (more: Partial<ReminderSubject> = {}, now?: Date) =>
  plan(more, now).map(({ facts, dueAt }) => `${String(facts.offset)} ${showInstant(dueAt)}`);

describe("the reminders of a deadline", () => {
  it("count down in working time, then climb the ladder", () => {
    expect(told()).toEqual([
      "half 26/11/2026 07:50",
      "day-before 27/11/2026 15:00",
      "hours-before 30/11/2026 15:00",
      "at-due 01/12/2026 07:50",
      "head 01/12/2026 13:30",
      "leader 02/12/2026 07:50",
      "office 04/12/2026 07:50",
    ]);
  });

  it("of a few hours collapse where they would fall together", () => {
    const urgent = { startedAt: at("2026-11-23 08:00"), dueAt: at("2026-11-23 10:00") };
    expect(told(urgent, at("2026-11-23 08:00"))).toEqual([
      "half 23/11/2026 09:00",
      "at-due 23/11/2026 10:00",
      "head 23/11/2026 16:00",
      "leader 24/11/2026 10:00",
      "office 26/11/2026 10:00",
    ]);
  });

  it("are not planned for instants that have passed", () => {
    expect(told({}, at("2026-11-30 16:00"))[0]).toBe("at-due 01/12/2026 07:50");
    expect(told({}, at("2026-12-10 08:00"))).toEqual([]);
  });

  it("come when the policy says, up the ladder of the policy", () => {
    const planned = planReminders(subject, subject.startedAt, calendar, {
      offsets: [
        { name: "2d-before", workingDays: 2 },
        { name: "1h-before", workingHours: 1 },
      ],
      ladder: [{ rung: "leader", workingHours: 2 }],
    });
    expect(planned.map(({ facts, dueAt }) => `${String(facts.offset)} ${showInstant(dueAt)}`)).toEqual([
      "2d-before 26/11/2026 15:00",
      "1h-before 30/11/2026 16:00",
      "leader 01/12/2026 09:30",
    ]);
  });

  it("say nothing before the deadline once it has passed, not even after lunch", () => {
    const late = { startedAt: at("2026-12-01 12:00") };
    expect(told(late, late.startedAt)[0]).toBe("head 01/12/2026 13:30");
  });

  it("have the same keys for the same deadline, and others for another", () => {
    const keys = (more: Partial<ReminderSubject>) => plan(more).map(({ key }) => key);
    expect(keys({ title: "khác" })).toEqual(keys({}));
    expect(keys({ dueAt: at("2026-12-01 17:00") }).some((key) => keys({}).includes(key))).toBe(false);
    expect(new Set(keys({})).size).toBe(keys({}).length);
  });

  it("go to the officer before the deadline and are worth nothing after it; later ones climb", () => {
    expect(
      plan().map(({ kind, recipient, expiresAt }) => [kind, recipient, expiresAt !== undefined]),
    ).toEqual([
      ["reminder", { kind: "ladder", rung: "officer" }, true],
      ["reminder", { kind: "ladder", rung: "officer" }, true],
      ["reminder", { kind: "ladder", rung: "officer" }, true],
      ["reminder", { kind: "ladder", rung: "officer" }, false],
      ["escalation", { kind: "ladder", rung: "head" }, false],
      ["escalation", { kind: "ladder", rung: "leader" }, false],
      ["escalation", { kind: "ladder", rung: "office" }, false],
    ]);
  });

  it("are all in working time, in their order, the officer before anyone above, whatever the deadline", () => {
    const minute = fc.integer({ min: 0, max: 200 * 24 * 60 });
    const start = at("2026-01-01 00:00").getTime();
    fc.assert(
      fc.property(minute, minute, (from, length) => {
        const startedAt = new Date(start + from * 60_000);
        const dueAt = new Date(startedAt.getTime() + (length + 1) * 60_000);
        const planned = plan({ startedAt, dueAt }, startedAt);
        const instants = planned.map((notice) => notice.dueAt.getTime());
        expect(planned.every((notice) => isWorkingTime(notice.dueAt, calendar))).toBe(true);
        const officer = planned
          .filter(({ kind }) => kind !== "escalation")
          .map(({ dueAt: on }) => on.getTime());
        const above = planned
          .filter(({ kind }) => kind === "escalation")
          .map(({ dueAt: on }) => on.getTime());
        expect(Math.max(...officer)).toBeLessThanOrEqual(Math.min(...above));
        expect(above).toEqual(above.toSorted((a, b) => a - b));
        expect(new Set(planned.map(({ key }) => key)).size).toBe(instants.length);
      }),
    );
  });
});
