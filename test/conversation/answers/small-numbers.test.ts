import { describe, expect, it } from "vitest";
import { figuresAnswer } from "../../../src/conversation/answers/figures-answer.ts";
import { rankRows } from "../../../src/domain/statistics/rank-rows.ts";
import { createWording } from "../../../src/wording/wording.ts";
import { wordsOf } from "../../support/people.ts";
import { someFigures } from "../../support/some-figures.ts";

const speech = { say: createWording(), language: "vi" } as const;
const dossiersOf = (resolved: number, late: number) => ({
  ...someFigures().dossiers,
  received: { total: resolved, online: 1, inPerson: resolved - 1, postal: 0 },
  resolved: { total: resolved, early: resolved - late, onTime: 0, late, noDueDate: 0 },
});
const target = { indicator: "onTimeRate", target: 0.9, actual: 0.5, isMet: false, source: "KH 1" } as const;

describe("figures of fewer than ten dossiers", () => {
  it("are told as they are counted, with why, and nothing of them in percent", () => {
    const words = wordsOf([
      { blocks: figuresAnswer(someFigures({ dossiers: dossiersOf(2, 1), targets: [target] }), speech) },
    ]);
    expect(words).toContain("đúng và trước hạn 1/2.");
    expect(words).toContain("Chưa đủ 10 hồ sơ nên nêu số hồ sơ thay cho tỷ lệ phần trăm.");
    expect(words).not.toContain("%");
    expect(words).not.toContain("chưa đạt");
  });

  it("are told as rates from ten on", () => {
    const words = wordsOf([
      { blocks: figuresAnswer(someFigures({ dossiers: dossiersOf(10, 5), targets: [target] }), speech) },
    ]);
    expect(words).toContain("đúng và trước hạn 50%.");
    expect(words).toContain("chưa đạt chỉ tiêu 90%");
    expect(words).not.toContain("Chưa đủ 10");
  });

  it("set nobody above or below others", () => {
    const rows = [9, 10].map((resolved) => ({
      code: String(resolved),
      name: `Phòng ${resolved}`,
      dossiers: dossiersOf(resolved, resolved - 1),
    }));
    const { ranked, tooFew } = rankRows(rows, "resolvedLate", "onlineRateOfHandled");
    expect(ranked.map(({ name }) => name)).toEqual(["Phòng 10"]);
    expect(tooFew.map(({ name }) => name)).toEqual(["Phòng 9"]);
  });
});
