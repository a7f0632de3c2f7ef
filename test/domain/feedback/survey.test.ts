import { describe, expect, it } from "vitest";
import type { FeedbackTools } from "../../../src/domain/feedback/feedback-tools.ts";
import { followWithSurvey, type Survey } from "../../../src/domain/feedback/survey.ts";
import { closesAt } from "../../../src/domain/feedback/upkeep-cases.ts";
import type { PlannedNotice } from "../../../src/domain/notices/notice.ts";
import { aCase, at, calendar, event } from "./case-setting.ts";

/** What is kept and planned when chị Hoa's case closes at an instant. */
async function closing(text: string): Promise<{ survey: Survey; notices: PlannedNotice[] }> {
  const surveys: Survey[] = [];
  const notices: PlannedNotice[] = [];
  const tools = {
    surveys: { open: async (survey: Survey) => void surveys.push(survey) },
    notices: { plan: async (planned: readonly PlannedNotice[]) => void notices.push(...planned) },
  } as unknown as FeedbackTools;
  const now = at(text);
  await followWithSurvey(
    aCase({ status: "closed", closedAt: now }),
    event("closed", now),
    { now, calendar },
    tools,
  );
  return { survey: surveys[0]!, notices };
}

describe("the survey of a closed case", () => {
  it.each([
    ["at work", "2026-11-23 10:00", "2026-11-23 10:00", "2026-12-08 00:00", "2026-11-26 07:30"],
    ["over the noon break", "2026-11-23 12:00", "2026-11-23 13:30", "2026-12-08 00:00", "2026-11-26 07:30"],
    ["on Friday night", "2026-11-27 20:00", "2026-11-30 07:30", "2026-12-15 00:00", "2026-12-03 07:30"],
  ])(
    "closed %s is asked, ends and reminds in working time",
    async (_when, closedAt, asked, expires, again) => {
      const { survey, notices } = await closing(closedAt);
      expect(survey).toMatchObject({
        round: 1,
        askedAt: at(asked),
        expiresAt: at(expires),
        remindedAt: at(again),
        ratedAt: null,
      });
      expect(notices.map(({ kind, dueAt, expiresAt }) => ({ kind, dueAt, expiresAt }))).toEqual([
        { kind: "case-survey", dueAt: at(asked), expiresAt: at(expires) },
        { kind: "case-survey-again", dueAt: at(again), expiresAt: at(expires) },
      ]);
      for (const { facts } of notices) expect(facts.until).toBe(at(expires).toISOString());
    },
  );

  it("reminds after Tết when the days off lie in between", async () => {
    const { survey } = await closing("2026-02-12 16:00");
    expect(survey.askedAt).toEqual(at("2026-02-12 16:00"));
    expect(survey.remindedAt! > at("2026-02-22 00:00")).toBe(true);
    expect(survey.remindedAt! < survey.expiresAt).toBe(true);
  });
});

describe("an answered case", () => {
  it.each([
    ["2026-11-23 08:00", "2026-11-30 17:00"],
    ["2026-11-27 20:00", "2026-12-04 17:00"],
    ["2026-11-28 09:00", "2026-12-04 17:00"],
  ])("answered at %s closes at %s, unless the person says something", (answeredAt, expected) => {
    expect(closesAt(at(answeredAt), calendar)).toEqual(at(expected));
  });
});
