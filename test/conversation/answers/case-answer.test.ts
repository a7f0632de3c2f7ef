import { describe, expect, it } from "vitest";
import { caseAnswer } from "../../../src/conversation/answers/case-answer.ts";
import { caseHistory } from "../../../src/conversation/answers/case-history.ts";
import { excerpt } from "../../../src/conversation/answers/excerpt.ts";
import { feedbackStatuses, isOpen } from "../../../src/domain/feedback/case-states.ts";
import { caseEventKinds } from "../../../src/domain/feedback/feedback.ts";
import { createWording, languages } from "../../../src/wording/wording.ts";
import { wordsOf } from "../../support/people.ts";
import { aCase, at, calendar, event, people } from "../../domain/feedback/case-setting.ts";

const say = createWording();
const telling = {
  say,
  now: at("2026-11-24 09:00"),
  calendars: { version: "test", of: () => calendar } as never,
  agencyName: "Sở Tư pháp",
};

describe("a case, told to the person who sent it", () => {
  it("has its own sentence and its next step in each state and language", () => {
    for (const language of languages) {
      const told = feedbackStatuses.map((status) => {
        const answeredAt = isOpen(status) ? null : at("2026-11-24 08:00");
        const blocks = caseAnswer(
          { matter: aCase({ status, answeredAt }), events: [] },
          { ...telling, language },
        );
        const [state, next] = blocks.filter((block) => block.kind === "paragraph").map(({ text }) => text);
        expect(state).toContain("PA-2026-000001");
        expect(next!.length).toBeGreaterThan(20);
        return state;
      });
      expect(new Set(told).size).toBe(feedbackStatuses.length);
    }
  });

  it("begs pardon while it is late, and not while it waits", () => {
    const late = (status: "in-progress" | "awaiting-citizen") =>
      wordsOf([
        {
          blocks: caseAnswer(
            { matter: aCase({ status, dueAt: at("2026-11-23 17:00") }), events: [] },
            { ...telling, language: "vi" },
          ),
        },
      ]);
    expect(late("in-progress")).toContain("Cơ quan xin lỗi anh/chị");
    expect(late("awaiting-citizen")).not.toContain("xin lỗi");
  });

  it("is marked when it is a demonstration", () => {
    const blocks = caseAnswer(
      { matter: aCase({ isDemonstration: true }), events: [] },
      { ...telling, language: "vi" },
    );
    expect(wordsOf([{ blocks }])).toContain("Dữ liệu minh hoạ");
  });
});

describe("the history of a case", () => {
  it("can be told of every event in both languages, naming nobody", () => {
    const told = caseEventKinds.map((kind) =>
      event(kind, at("2026-11-24 08:00"), {
        actor: people.minh,
        reason: "lý do",
        detail: {
          agency: "Sở Y tế",
          text: "trả lời",
          workingDays: 3,
          to: { dueAt: at("2026-11-30 17:00").toISOString() },
        },
      }),
    );
    for (const language of languages) {
      const words = wordsOf([{ blocks: caseHistory({ matter: aCase(), events: told }, { say, language }) }]);
      expect(words.split("\n").length).toBeGreaterThan(15);
      expect(words).not.toMatch(/minh|undefined|\{|null/i);
    }
  });

  it("tells of a change of mind only what counts in the end", () => {
    const rated = (isSatisfied: boolean) =>
      event("rated", at("2026-11-24 08:00"), { detail: { isSatisfied } });
    const words = wordsOf([
      {
        blocks: caseHistory(
          { matter: aCase(), events: [rated(false), rated(false), rated(true)] },
          { say, language: "vi" },
        ),
      },
    ]);
    expect(words).toContain("đánh giá: hài lòng");
    expect(words).not.toContain("chưa hài lòng");
  });
});

describe("an excerpt", () => {
  it.each([
    ["ngắn", 10, "ngắn"],
    ["  nhiều \n dòng\t và  khoảng trắng ", 40, "nhiều dòng và khoảng trắng"],
    ["chờ bản sao trích lục khai sinh", 16, "chờ bản sao…"],
    ["x".repeat(50), 10, `${"x".repeat(9)}…`],
    ["👩‍👩‍👧".repeat(20), 5, `${"👩‍👩‍👧".repeat(4)}…`],
  ])("of %s stays on one line within %i characters", (text, limit, short) => {
    expect(excerpt(text, limit)).toBe(short);
  });
});
