import { expect, it } from "vitest";
import { sayReminders } from "../../../src/conversation/notices/several-reminders.ts";
import type { ReminderFacts } from "../../../src/domain/reminders/reminder.ts";
import { createWording } from "../../../src/wording/wording.ts";

const late = (code: string, offset: string): ReminderFacts => ({
  subjectKind: "feedback",
  code,
  title: "Đèn hành lang hỏng",
  clock: "answer",
  remindsOf: "2026-11-23T10:00:00.000Z",
  offset,
  isDemonstration: false,
});

it("tells whoever stands on two rungs of the ladder of one matter once", () => {
  const reminders = [
    late("PA-2026-000001", "head"),
    late("PA-2026-000001", "leader"),
    late("PA-2026-000002", "head"),
  ];
  const { blocks } = sayReminders(reminders as unknown as Record<string, unknown>[], {
    say: createWording(),
    language: "vi",
    now: new Date("2026-11-25T00:50:00Z"),
  });
  expect(blocks.find(({ kind }) => kind === "list")).toMatchObject({
    items: [expect.stringContaining("PA-2026-000001"), expect.stringContaining("PA-2026-000002")],
  });
  expect(JSON.stringify(blocks)).toContain("(hiện 2/2)");
});
