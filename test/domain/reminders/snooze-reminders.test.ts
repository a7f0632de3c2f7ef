import { describe, expect, it } from "vitest";
import type { PlannedNotice } from "../../../src/domain/notices/notice.ts";
import type { ReminderSubject } from "../../../src/domain/reminders/reminder.ts";
import { snoozeReminders, type SnoozeUntil } from "../../../src/domain/reminders/snooze-reminders.ts";
import { showInstant } from "../../../src/domain/vietnam-time.ts";
import { at, calendar } from "../feedback/case-setting.ts";

const running: ReminderSubject = {
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

/** Anh Minh puts off what he is reminded of, on a Friday morning unless told otherwise. */
async function minhSnoozes(until: SnoozeUntil, { now = at("2026-11-27 09:00"), subjects = [running] } = {}) {
  const kept: string[] = [];
  const planned: PlannedNotice[] = [];
  const outcome = await snoozeReminders(
    { code: running.code, username: "minh", until, now },
    {
      snoozes: {
        runningClocks: async () => subjects,
        snooze: async ({ kind, id }, username, held) =>
          void kept.push(`${kind} ${id} ${username} ${showInstant(held)}`),
      },
      notices: { plan: async (notices) => void planned.push(...notices), cancel: async () => undefined },
      calendars: { version: "1", of: () => calendar },
    },
  );
  return { outcome, kept, planned };
}

describe("a reminder that is put off", () => {
  it("comes again on the next working morning, not on a Saturday", async () => {
    const { kept, planned } = await minhSnoozes("next-morning");
    expect(kept).toEqual(["feedback 1 minh 30/11/2026 07:30"]);
    expect(planned.map(({ recipient, dueAt }) => [recipient, showInstant(dueAt)])).toEqual([
      [{ kind: "staff", username: "minh" }, "30/11/2026 07:50"],
    ]);
  });

  it("comes again at the hour they chose, when it is worked", async () => {
    const { planned } = await minhSnoozes(at("2026-11-27 12:00"));
    expect(planned.map(({ dueAt }) => showInstant(dueAt))).toEqual(["27/11/2026 13:30"]);
  });

  it("that they have seen comes no more before its deadline", async () => {
    const { outcome, planned } = await minhSnoozes("acknowledged");
    expect(outcome).toEqual({ kind: "snoozed", until: running.dueAt });
    expect(planned).toEqual([]);
  });

  it("is never put off past its deadline", async () => {
    const { outcome, planned } = await minhSnoozes(at("2026-12-24 09:00"));
    expect(outcome).toEqual({ kind: "snoozed", until: running.dueAt });
    expect(planned).toEqual([]);
  });

  it("of nothing that runs puts nothing off", async () => {
    const { outcome, kept } = await minhSnoozes("acknowledged", { subjects: [] });
    expect(outcome).toEqual({ kind: "not-found" });
    expect(kept).toEqual([]);
  });
});
