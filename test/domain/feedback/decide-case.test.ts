import { describe, expect, it } from "vitest";
import type { CaseAction } from "../../../src/domain/feedback/case-action.ts";
import type { Actor, FeedbackCase } from "../../../src/domain/feedback/feedback.ts";
import { aCase, at, decide, event, people, policy } from "./case-setting.ts";

const inProgress = { status: "in-progress", acceptedAt: at("2026-11-23 09:00") } as const;
const refusedBecause = (because: string) => ({ kind: "refused", refusal: { because } });

describe("who may do what", () => {
  const { hoa, someoneElse, minh, thu, officerElsewhere, head, leaderElsewhere, director, admin, program } =
    people;
  const answer: CaseAction = { kind: "answer", text: "Đã cấp, mời chị đến nhận." };
  const grant: CaseAction = { kind: "decide-extension", isGranted: true };
  const extension = { workingDays: 3, reason: "chờ xác minh", by: "minh" };
  const cases: [
    name: string,
    CaseAction,
    allowed: Actor[],
    refused: Actor[],
    before?: Partial<FeedbackCase>,
  ][] = [
    [
      "accepting",
      { kind: "accept" },
      [minh, thu, head, director, admin],
      [hoa, officerElsewhere, leaderElsewhere, program],
    ],
    ["answering", answer, [minh, thu, head, director, admin], [hoa, officerElsewhere, leaderElsewhere]],
    [
      "granting more time",
      grant,
      [head, director, admin],
      [hoa, minh, officerElsewhere, leaderElsewhere],
      { extension },
    ],
    [
      "adding information",
      { kind: "add-information", text: "x", attachmentIds: [] },
      [hoa],
      [someoneElse, minh],
    ],
    ["withdrawing", { kind: "withdraw" }, [hoa], [someoneElse, minh, program]],
    [
      "asking for a reopening",
      { kind: "request-reopening", reason: "chưa xong" },
      [hoa],
      [someoneElse, minh],
      { status: "closed", closedAt: at("2026-11-23 10:00") },
    ],
    ["closing", { kind: "close" }, [minh, program], [hoa, officerElsewhere], { status: "answered" }],
  ];
  it.each(cases)("%s", (_name, action, allowed, refused, more = {}) => {
    for (const actor of allowed) expect(decide(action, actor, { before: aCase(more) }).kind).toBe("step");
    for (const actor of refused)
      expect(decide(action, actor, { before: aCase(more) })).toEqual(refusedBecause("not-allowed"));
  });

  it("a case with no unit is the duty officer's and every leader's", () => {
    const before = aCase({ unitCode: null, unitPath: [], officer: "minh" });
    for (const actor of [minh, leaderElsewhere, admin])
      expect(decide({ kind: "accept" }, actor, { before }).kind).toBe("step");
    expect(decide({ kind: "accept" }, officerElsewhere, { before })).toEqual(refusedBecause("not-allowed"));
  });
});

describe("accepting", () => {
  it("makes the case theirs and stops the acceptance clock once and for all", () => {
    expect(decide({ kind: "accept" }, people.thu)).toMatchObject({
      event: "accepted",
      to: "in-progress",
      changes: { officer: "thu", acceptedAt: at("2026-11-24 09:00") },
    });
  });

  it("tells who came first, and when", () => {
    const before = aCase({ ...inProgress, officer: "minh" });
    const events = [event("filed", at("2026-11-23 08:00")), event("accepted", at("2026-11-23 09:12"))];
    expect(decide({ kind: "accept" }, people.thu, { before, events })).toEqual({
      kind: "refused",
      refusal: { because: "already-taken", by: "Lê Văn Minh", at: at("2026-11-23 09:12") },
    });
  });
});

describe("words that are missing", () => {
  it.each<[CaseAction, Actor, Partial<FeedbackCase>?]>([
    [{ kind: "ask-citizen", question: "  " }, people.minh, inProgress],
    [{ kind: "ask-agency", agency: "UBND xã", reason: "" }, people.minh, inProgress],
    [{ kind: "request-extension", workingDays: 3, reason: "\n" }, people.minh],
    [{ kind: "draft", text: "" }, people.minh],
    [{ kind: "answer", text: " " }, people.minh],
    [{ kind: "refuse", ground: "unclear", explanation: "" }, people.minh],
    [{ kind: "forward", agency: "", explanation: "x" }, people.minh],
    [{ kind: "note", text: "" }, people.minh],
    [{ kind: "add-information", text: "", attachmentIds: [] }, people.hoa],
    [
      { kind: "request-reopening", reason: "" },
      people.hoa,
      { status: "closed", closedAt: at("2026-11-23 10:00") },
    ],
    [{ kind: "decide-reopening", isGranted: false, reason: "" }, people.head, { status: "reopen-requested" }],
  ])("%j changes nothing", (action, actor, more = {}) => {
    expect(decide(action, actor, { before: aCase(more) })).toEqual(refusedBecause("text-missing"));
  });
});

describe("more time", () => {
  const ask = (workingDays: number): CaseAction => ({
    kind: "request-extension",
    workingDays,
    reason: "chờ xác minh",
  });

  it("waits for a leader, who grants it or not", () => {
    expect(decide(ask(3), people.minh)).toMatchObject({
      event: "extension-requested",
      changes: { extension: { workingDays: 3, reason: "chờ xác minh", by: "minh" } },
    });
    const before = aCase({ extension: { workingDays: 3, reason: "chờ xác minh", by: "minh" } });
    expect(decide({ kind: "decide-extension", isGranted: true }, people.head, { before })).toMatchObject({
      event: "extension-granted",
      reason: "chờ xác minh",
      detail: { workingDays: 3 },
      changes: { extension: null, isExtended: true },
    });
    expect(
      decide({ kind: "decide-extension", isGranted: false, reason: "làm kịp" }, people.head, { before }),
    ).toMatchObject({ event: "extension-denied", changes: { extension: null } });
    expect(decide(ask(3), people.minh, { before })).toEqual(refusedBecause("extension-waiting"));
  });

  it.each([0, -1, 11, 1.5, Number.NaN])("of %s days is not asked for", (days) => {
    expect(decide(ask(days), people.minh)).toEqual({
      kind: "refused",
      refusal: { because: "days-out-of-range", most: 10 },
    });
  });

  it("is granted once, and once more after a reopening", () => {
    const granted = [
      event("filed", at("2026-11-23 08:00")),
      event("extension-granted", at("2026-11-24 08:00")),
    ];
    expect(decide(ask(3), people.minh, { events: granted })).toEqual(refusedBecause("extensions-used-up"));
    const reopened = [...granted, event("reopened", at("2026-11-26 08:00"))];
    expect(decide(ask(3), people.minh, { events: reopened }).kind).toBe("step");
  });

  it("has nothing to decide on when none was asked for", () => {
    expect(decide({ kind: "decide-extension", isGranted: true }, people.head)).toEqual(
      refusedBecause("no-extension-waiting"),
    );
  });
});

describe("waiting", () => {
  it("for the citizen pauses the clock, as often as the policy lets it", () => {
    const ask: CaseAction = { kind: "ask-citizen", question: "Chị gửi giúp số biên nhận?" };
    const before = aCase(inProgress);
    const pause = (day: string) => [
      event("citizen-asked", at(`${day} 08:00`), { fromStatus: "in-progress", toStatus: "awaiting-citizen" }),
      event("information-added", at(`${day} 10:00`), {
        fromStatus: "awaiting-citizen",
        toStatus: "in-progress",
      }),
    ];
    const filed = event("filed", at("2026-11-23 08:00"));
    expect(decide(ask, people.minh, { before, events: [filed, ...pause("2026-11-24")] })).toMatchObject({
      to: "awaiting-citizen",
      reason: "Chị gửi giúp số biên nhận?",
    });
    expect(
      decide(ask, people.minh, { before, events: [filed, ...pause("2026-11-24"), ...pause("2026-11-25")] }),
    ).toEqual({ kind: "refused", refusal: { because: "pauses-used-up", most: 2 } });
  });

  it("ends with the citizen's answer, and other news of theirs changes no state", () => {
    const news: CaseAction = { kind: "add-information", text: "BN-12", attachmentIds: ["4"] };
    expect(decide(news, people.hoa, { before: aCase({ status: "awaiting-citizen" }) })).toMatchObject({
      to: "in-progress",
    });
    expect(decide(news, people.hoa)).not.toHaveProperty("to");
    expect(decide(news, people.hoa, { before: aCase({ status: "closed" }) })).toEqual(
      refusedBecause("wrong-state"),
    );
  });
});

describe("an answer", () => {
  const strict = { ...policy, needsApproval: true };

  it("goes out as it was drafted, or as it is given", () => {
    const before = aCase({ ...inProgress, draft: { text: "bản nháp", by: "minh", isSubmitted: false } });
    expect(decide({ kind: "answer" }, people.minh, { before })).toMatchObject({
      to: "answered",
      changes: { answer: "bản nháp", draft: null, answeredAt: at("2026-11-24 09:00") },
    });
    expect(decide({ kind: "answer" }, people.minh)).toEqual(refusedBecause("no-draft"));
  });

  it("needs a leader where the policy says so", () => {
    const before = aCase({ ...inProgress, draft: { text: "bản nháp", by: "minh", isSubmitted: true } });
    expect(decide({ kind: "answer" }, people.minh, { before, under: strict })).toEqual(
      refusedBecause("needs-approval"),
    );
    expect(decide({ kind: "answer" }, people.head, { before, under: strict })).toMatchObject({
      to: "answered",
    });
    expect(decide({ kind: "return", reason: "thiếu căn cứ" }, people.head, { before })).toMatchObject({
      event: "returned",
      changes: { draft: { isSubmitted: false } },
    });
  });

  it.each<Partial<FeedbackCase>>([
    { status: "answered" },
    { status: "closed" },
    { status: "refused" },
    { status: "withdrawn" },
  ])("is not given to a case that ended: %j", (more) => {
    expect(decide({ kind: "answer", text: "x" }, people.minh, { before: aCase(more) })).toEqual(
      refusedBecause("wrong-state"),
    );
  });
});

describe("a reopening", () => {
  const ended = {
    status: "closed",
    closedAt: at("2026-11-01 10:00"),
    answeredAt: at("2026-10-30 10:00"),
  } as const;
  const ask: CaseAction = { kind: "request-reopening", reason: "vẫn chưa nhận được" };

  it("may be asked for until the thirtieth day after the end", () => {
    const on = (now: Date) => decide(ask, people.hoa, { before: aCase(ended), now });
    expect(on(at("2026-12-01 23:59"))).toMatchObject({ to: "reopen-requested" });
    expect(on(at("2026-12-02 00:00"))).toEqual({
      kind: "refused",
      refusal: { because: "reopening-too-late", until: at("2026-12-02 00:00") },
    });
  });

  it("begins a new round and keeps the first in the history", () => {
    const before = aCase({ ...ended, status: "reopen-requested", answer: "Đã cấp.", round: 1 });
    expect(
      decide({ kind: "decide-reopening", isGranted: true, reason: "đúng là chưa giao" }, people.head, {
        before,
      }),
    ).toMatchObject({
      to: "reopened",
      detail: { firstAnswer: "Đã cấp." },
      changes: { round: 2, answer: null, answeredAt: null, closedAt: null, acceptedAt: null },
    });
    expect(
      decide({ kind: "decide-reopening", isGranted: false, reason: "đã giao ngày 30/10" }, people.head, {
        before,
      }),
    ).toMatchObject({ to: "closed", event: "reopening-denied" });
  });
});
