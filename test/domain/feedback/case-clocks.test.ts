import { describe, expect, it } from "vitest";
import { clocksOf } from "../../../src/domain/feedback/case-clocks.ts";
import type { CaseEvent } from "../../../src/domain/feedback/feedback.ts";
import { choosePolicy } from "../../../src/domain/feedback/policy.ts";
import { routeByRules } from "../../../src/domain/feedback/routing.ts";
import { foldWords } from "../../../src/conversation/understanding/text/fold-words.ts";
import { at, calendar, event, policy } from "./case-setting.ts";

const clocks = (events: CaseEvent[], under = policy) => {
  const { acceptDueAt, dueAt } = clocksOf(events, under, { calendar, calendarVersion: "v" });
  return { acceptDueAt: new Date(acceptDueAt), dueAt: new Date(dueAt) };
};

const filed = (on: string) => event("filed", at(on), { toStatus: "assigned" });
const waits = (from: string, to?: string): CaseEvent[] => [
  event("citizen-asked", at(from), { fromStatus: "in-progress", toStatus: "awaiting-citizen" }),
  ...(to ? [event("resumed", at(to), { fromStatus: "awaiting-citizen", toStatus: "in-progress" })] : []),
];

describe("the clocks of a case", () => {
  it("start at receipt: eight working hours to accept, five working days to answer", () => {
    expect(clocks([filed("2026-11-23 08:00")])).toEqual({
      acceptDueAt: at("2026-11-24 08:30"),
      dueAt: at("2026-11-30 17:00"),
    });
  });

  it("start at the next opening for what comes on a Friday evening, of which Monday is the first day", () => {
    expect(clocks([filed("2026-11-20 18:00")])).toEqual({
      acceptDueAt: at("2026-11-24 08:00"),
      dueAt: at("2026-11-27 17:00"),
    });
  });

  it("pass over 30/4, 1/5 and the day in lieu", () => {
    expect(clocks([filed("2021-04-29 16:40")]).dueAt).toEqual(at("2021-05-10 17:00"));
    expect(clocks([filed("2021-04-30 16:40")]).dueAt).toEqual(at("2021-05-10 17:00"));
  });

  it.each([
    ["half a morning", "2026-11-24 07:30", "2026-11-24 09:30", "2026-12-01 17:00"],
    ["over a weekend", "2026-11-27 17:00", "2026-11-30 07:30", "2026-11-30 17:00"],
    ["two whole days", "2026-11-24 07:30", "2026-11-26 07:30", "2026-12-02 17:00"],
  ])("stand still while waiting %s", (_name, from, to, dueAt) => {
    expect(clocks([filed("2026-11-23 08:00"), ...waits(from, to)]).dueAt).toEqual(at(dueAt));
  });

  it("run on after five working days of silence", () => {
    // Five working days after Tuesday 24/11 end on Tuesday 1/12.
    const silent = [filed("2026-11-23 08:00"), ...waits("2026-11-24 07:30")];
    const answeredAtTheEnd = [filed("2026-11-23 08:00"), ...waits("2026-11-24 07:30", "2026-12-01 17:00")];
    const answeredLater = [filed("2026-11-23 08:00"), ...waits("2026-11-24 07:30", "2026-12-10 09:00")];
    expect(clocks(silent)).toEqual(clocks(answeredAtTheEnd));
    expect(clocks(answeredLater)).toEqual(clocks(answeredAtTheEnd));
  });

  it("add the days of an extension to the end", () => {
    const extended = event("extension-granted", at("2026-11-25 09:00"), { detail: { workingDays: 3 } });
    expect(clocks([filed("2026-11-23 08:00"), extended]).dueAt).toEqual(at("2026-12-03 17:00"));
  });

  it("begin anew at a reopening, without what was waited before", () => {
    const reopened = event("reopened", at("2026-12-14 09:00"), { toStatus: "reopened" });
    expect(
      clocks([filed("2026-11-23 08:00"), ...waits("2026-11-24 07:30", "2026-11-26 07:30"), reopened]).dueAt,
    ).toEqual(at("2026-12-21 17:00"));
  });

  it("keep the deadline that the source had set, and move it by what was waited", () => {
    const imported = event("imported", at("2026-11-23 10:00"), {
      toStatus: "assigned",
      detail: {
        receivedAt: at("2026-11-20 08:00").toISOString(),
        dueAt: at("2026-11-25 17:00").toISOString(),
      },
    });
    expect(clocks([imported]).dueAt).toEqual(at("2026-11-25 17:00"));
    expect(clocks([imported, ...waits("2026-11-24 07:30", "2026-11-25 07:30")]).dueAt).toEqual(
      at("2026-11-26 17:00"),
    );
    expect(clocks([imported, ...waits("2026-11-26 07:30", "2026-11-27 07:30")]).dueAt).toEqual(
      at("2026-11-25 17:00"),
    );
    expect(
      clocksOf([imported, ...waits("2026-11-24 07:30", "2026-11-25 07:30")], policy, {
        calendar,
        calendarVersion: "v",
      }).steps.map(({ kind }) => kind),
    ).toEqual(["given", "paused", "due"]);
  });
});

describe("the policy of a case", () => {
  const policies = [
    policy,
    { ...policy, id: 2, version: 2, validFrom: at("2026-12-01 00:00") },
    { ...policy, id: 3, field: "Hộ tịch" },
    { ...policy, id: 4, kind: "proposal" as const },
    { ...policy, id: 5, urgency: "urgent" as const },
  ];
  const asked = { field: "Luật sư", kind: "report", urgency: "normal", at: at("2026-11-23 08:00") } as const;
  it.each([
    ["the general one", asked, 1],
    ["a later version once it is valid", { ...asked, at: at("2026-12-01 00:00") }, 2],
    ["the field's before the kind's", { ...asked, field: "Hộ tịch", kind: "proposal" as const }, 3],
    ["the kind's before the general one", { ...asked, kind: "proposal" as const }, 4],
    ["that of its urgency", { ...asked, urgency: "urgent" as const }, 5],
  ])("is %s", (_name, matter, id) => {
    expect(choosePolicy(policies, matter).id).toBe(id);
  });
});

describe("routing", () => {
  const rules = [
    { id: 1, field: null, phrases: ["lý lịch", "LLTP"], unitCode: "LLTP", officer: "thu" },
    { id: 2, field: "Hộ tịch", phrases: ["trích lục"], unitCode: "HCTP", officer: null },
    { id: 3, field: "Hộ tịch", phrases: [], unitCode: "HCTP", officer: null },
  ];
  it.each([
    ["xin ly lich tu phap ma cho lau qua", null, 1, "lý lịch"],
    ["bản sao TRÍCH LỤC có sai sót", "Hộ tịch", 2, "trích lục"],
    ["cán bộ trả lời chậm", "Hộ tịch", 3, "Hộ tịch"],
    ["đèn hành lang hỏng", null, undefined, undefined],
    ["lltpx không phải là từ đó", null, undefined, undefined],
  ])("%s (%s) takes rule %s because of %s", (content, field, id, trigger) => {
    const route = routeByRules({ content, field }, rules, foldWords);
    expect([route?.routingRuleId, route?.routedBy]).toEqual([id, trigger]);
  });
});
