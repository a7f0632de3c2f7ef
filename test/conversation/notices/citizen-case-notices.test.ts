import { describe, expect, it } from "vitest";
import { citizenCaseComposers } from "../../../src/conversation/notices/citizen-case-notices.ts";
import { refusalGrounds } from "../../../src/domain/feedback/case-action.ts";
import { caseNoticeKinds, type CaseNoticeFacts } from "../../../src/domain/feedback/case-notices.ts";
import { createWording, languages, type Language } from "../../../src/wording/wording.ts";
import { wordsOf } from "../../support/people.ts";
import { at } from "../../domain/feedback/case-setting.ts";

const say = createWording();
const now = at("2026-11-24 09:00");
const facts: CaseNoticeFacts = {
  code: "PA-2026-000001",
  version: 3,
  content: "Quá hẹn mà chưa có bản sao trích lục",
  field: "Hộ tịch",
  unitName: "Phòng Hành chính tư pháp",
  dueAt: at("2026-11-30 17:00").toISOString(),
  until: at("2026-12-24 00:00").toISOString(),
  words: "Lời của cơ quan",
  detail: { agency: "Sở Y tế", workingDays: 3, ground: "unclear" },
  isDemonstration: false,
};

type Kind = keyof typeof citizenCaseComposers;
const kinds = Object.keys(citizenCaseComposers) as Kind[];

function told(kind: Kind, more: Partial<CaseNoticeFacts> = {}, language: Language = "vi"): string {
  return wordsOf([citizenCaseComposers[kind]({ ...facts, ...more }, { say, language, now })]);
}

describe("what a person is told of their case", () => {
  it("has words for every kind that goes to citizens, in both languages", () => {
    expect(kinds.toSorted()).toEqual(
      Object.entries(caseNoticeKinds)
        .flatMap(([kind, to]) => (to === "citizen" ? [kind] : []))
        .toSorted(),
    );
    for (const kind of kinds)
      for (const language of languages) {
        expect(told(kind, {}, language)).toContain("PA-2026-000001");
        expect(told(kind, {}, language)).not.toMatch(/undefined|null|NaN|\{/);
      }
  });

  it.each([
    ["case-accepted", "Hẹn trả lời: 17:00 thứ Hai 30/11/2026."],
    ["case-question", "Lời của cơ quan"],
    ["case-paused", "đang hỏi ý kiến Sở Y tế"],
    ["case-extended", "cần thêm 3 ngày làm việc mới trả lời được. Lý do: Lời của cơ quan"],
    ["case-extended", "Hẹn trả lời mới: 17:00 thứ Hai 30/11/2026."],
    [
      "case-answered",
      "Phòng Hành chính tư pháp trả lời phản ánh PA-2026-000001 của anh/chị:\nLời của cơ quan",
    ],
    ["case-answered", "đề nghị xem lại đến hết ngày 23/12/2026"],
    ["case-refused", "Lời của cơ quan"],
    ["case-forwarded", "đến Sở Y tế để giải quyết theo thẩm quyền"],
    ["case-reopened", "Hẹn trả lời mới: 17:00 thứ Hai 30/11/2026."],
    ["case-reopening-denied", "Lý do: Lời của cơ quan"],
    ["case-survey", "đến hết ngày 23/12/2026"],
    ["case-survey-again", "cũng là lần cuối"],
  ] as const)("%s says: %s", (kind, sentence) => {
    expect(told(kind)).toContain(sentence);
  });

  it("tells on each ground of a refusal where to go", () => {
    const where = refusalGrounds.map((ground) => told("case-refused", { detail: { ground } }));
    expect(new Set(where).size).toBe(refusalGrounds.length);
  });

  it("is marked when it is a demonstration, and names the agency when the case has no unit", () => {
    expect(told("case-answered", { isDemonstration: true })).toMatch(
      /Dữ liệu minh hoạ, không phải phản ánh thật\.$/,
    );
    expect(told("case-answered")).not.toContain("minh hoạ");
    expect(told("case-refused", { unitName: null })).toMatch(/^Cơ quan chưa thể giải quyết/);
  });

  it("has no button that a platform could not carry", () => {
    const commands = kinds
      .flatMap((kind) => citizenCaseComposers[kind]({ ...facts }, { say, language: "vi", now }).blocks)
      .flatMap((block) => (block.kind === "buttons" ? block.buttons.map((button) => button.say) : []));
    expect(commands.length).toBeGreaterThan(2 * kinds.length - 1);
    expect(commands.filter((command) => !/^[\x20-\x7e]{1,64}$/.test(command))).toEqual([]);
  });
});
