import { describe, expect, it } from "vitest";
import { createProcedureCatalogue } from "../../src/conversation/procedures/procedure-catalogue.ts";
import { isUnmistakable } from "../../src/conversation/procedures/choose-procedures.ts";
import { readUtterances, stripAccents } from "../understanding/evaluation.ts";
import { judge, procedures, readQuestions, score, sets, type SetName } from "./evaluation.ts";

// Floors a little under what was measured when they were set: `npm run eval:procedures` prints the figures.
const floors: Record<SetName, { count: number; first: number; firstThree: number; madeUp: number }> = {
  tune: { count: 190, first: 0.97, firstThree: 0.99, madeUp: 0.05 },
  unseen: { count: 160, first: 0.97, firstThree: 0.99, madeUp: 0.07 },
  fresh: { count: 75, first: 0.92, firstThree: 0.98, madeUp: 0.07 },
};

describe("the search of procedures, measured on labelled questions", () => {
  for (const set of sets)
    for (const [form, write] of [
      ["as written", (text: string) => text],
      ["without accents", stripAccents],
      ["in capitals", (text: string) => text.toUpperCase()],
      ["with decomposed letters", (text: string) => text.normalize("NFD")],
    ] as const)
      it(`keeps its floors on the ${set} set ${form}`, () => {
        const result = score(readQuestions(set).map((question) => judge(question, write(question.text))));
        const floor = floors[set];
        expect(result.count).toBeGreaterThanOrEqual(floor.count);
        expect(result.first).toBeGreaterThanOrEqual(floor.first);
        expect(result.firstThree).toBeGreaterThanOrEqual(floor.firstThree);
        expect(result.toldWrong).toBeLessThanOrEqual(0.01);
        expect(result.madeUp).toBeLessThanOrEqual(floor.madeUp);
      });

  it("is measured on every real procedure of the catalogue", () => {
    const asked = new Set(sets.flatMap(readQuestions).map(({ code }) => code));
    const real = procedures.filter(({ name }) => !name.includes("(minh hoạ)"));
    expect(real.length).toBeGreaterThanOrEqual(40);
    expect(real.filter(({ code }) => !asked.has(code))).toEqual([]);
  });
});

describe("words that were not understood as a question", () => {
  it("are taken for one about a procedure only where they can mean nothing else", () => {
    const catalogue = createProcedureCatalogue(procedures);
    const isTaken = (text: string) => isUnmistakable(catalogue.search(catalogue.read(text)));
    const outside = readUtterances("unseen").filter(({ intent }) => intent === "unknown");
    expect(outside.length).toBeGreaterThan(100);
    expect(outside.filter(({ text }) => isTaken(text)).length / outside.length).toBeLessThanOrEqual(0.01);
    expect(["li lich tu phap", "legal aid", "xin cấp thẻ ccv"].filter((text) => !isTaken(text))).toEqual([]);
  });
});

describe("a catalogue", () => {
  const catalogue = createProcedureCatalogue(procedures);

  it("finds each procedure first by its own name", () => {
    const others = procedures.filter(
      ({ name, code }) => catalogue.search(catalogue.read(name))[0]?.procedure.code !== code,
    );
    expect(others.map(({ name }) => name)).toEqual([]);
  });

  it("finds nothing by words that none of its names has, nor by small words alone", () => {
    expect(catalogue.search(catalogue.read("hộ chiếu"))).toEqual([]);
    expect(catalogue.search(catalogue.read("cho em hỏi với ạ"))).toEqual([]);
    expect(catalogue.search(catalogue.read(""))).toEqual([]);
  });

  it("gives scores between 0 and 1, best first, whatever is asked", () => {
    for (const { text } of sets.flatMap(readQuestions)) {
      const scores = catalogue.search(catalogue.read(text)).map((hit) => hit.score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores.every((found) => found > 0 && found <= 1 + 1e-9)).toBe(true);
    }
  });

  it("that is empty or has names without words still answers", () => {
    expect(createProcedureCatalogue([]).search({ aspects: [], words: ["luat"], wantsList: false })).toEqual(
      [],
    );
    const odd = createProcedureCatalogue([{ ...procedures[0]!, name: "–", alsoCalled: " ; ;" }]);
    expect(odd.search(odd.read("lý lịch tư pháp"))).toEqual([]);
    expect(odd.find("2.000001")?.name).toBe("–");
  });

  it("is read for what is asked, in the order of the question", () => {
    expect(catalogue.read("nộp ở đâu, bao lâu, phí bao nhiêu, cần gì, online được không").aspects).toEqual([
      "place",
      "time",
      "fee",
      "papers",
      "online",
    ]);
  });
});
