import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charactersOf } from "../../../src/channels/rendering/characters.ts";
import { splitText } from "../../../src/channels/rendering/split-text.ts";

const split = (text: string, limit: number, keptWhole = [] as { start: number; end: number }[]) =>
  splitText(text, limit, keptWhole).map(({ start, end }) => text.slice(start, end));

describe("splitting a long text", () => {
  it("leaves a text that fits alone", () => {
    expect(split("Hồ sơ đã có kết quả.", 20)).toEqual(["Hồ sơ đã có kết quả."]);
  });

  it.each([
    ["between paragraphs", "Đoạn một. Hết.\n\nĐoạn hai.", 20, ["Đoạn một. Hết.", "Đoạn hai."]],
    ["else between lines", "Dòng một. Đủ\nDòng hai", 14, ["Dòng một. Đủ", "Dòng hai"]],
    ["else between sentences", "Câu một đây. Câu hai đây nữa.", 20, ["Câu một đây.", "Câu hai đây nữa."]],
    ["else between words", "một hai ba bốn năm sáu", 12, ["một hai ba", "bốn năm sáu"]],
    ["else between characters", "aaaaaaaaaa", 4, ["aaaa", "aaaa", "aa"]],
    [
      "not early only for a paragraph's sake",
      "A.\n\nmột hai ba bốn năm",
      16,
      ["A.\n\nmột hai ba", "bốn năm"],
    ],
    [
      "before a long word rather than in it",
      "xem https://vi.du/ho-so/1234",
      26,
      ["xem", "https://vi.du/ho-so/1234"],
    ],
  ])("cuts %s", (_, text, limit, parts) => {
    expect(split(text, limit)).toEqual(parts);
  });

  it("does not take the dots of a number for the end of a sentence", () => {
    expect(split("Đã nhận 2.654 hồ sơ", 12)).toEqual(["Đã nhận", "2.654 hồ sơ"]);
  });

  it.each([
    ["a letter with its accents apart", "e\u0302\u0301"],
    ["a family of emoji", "👨‍👩‍👧‍👦"],
    ["a flag", "🇻🇳"],
    ["a surrogate pair", "𝒱"],
  ])("never cuts %s", (_, character) => {
    for (let before = 0; before < 12; before++) {
      const parts = split("a".repeat(before) + character.repeat(3), 12);
      expect(parts.join("")).toBe("a".repeat(before) + character.repeat(3));
      expect(parts.flatMap(charactersOf).filter((each) => each !== "a")).toEqual([
        character,
        character,
        character,
      ]);
    }
  });

  it("keeps a link whole", () => {
    expect(split("một hai Cổng dịch vụ công", 20, [{ start: 8, end: 25 }])).toEqual([
      "một hai",
      "Cổng dịch vụ công",
    ]);
  });

  it("cuts even a character that is longer than a whole message, but no surrogate pair", () => {
    const parts = split(`👍${"\u0301".repeat(9)}`, 4);
    expect(parts.join("")).toBe(`👍${"\u0301".repeat(9)}`);
    expect(parts.every((part) => part.length <= 4 && !/\p{Cs}/u.test(part))).toBe(true);
  });

  it("never makes a part of white space", () => {
    expect(split(`a${" ".repeat(50)}b`, 10)).toEqual(["a", "b"].map((text) => expect.stringContaining(text)));
  });

  const character = fc.constantFrom(
    "a",
    "ế",
    "e\u0302\u0301",
    "👨‍👩‍👧‍👦",
    "🇻🇳",
    "𝒱",
    "&",
    "<",
    ".",
    "! ",
    " ",
    " \u0301",
    "\n",
    "\n\n",
  );
  const texts = fc.array(character, { maxLength: 200 }).map((characters) => characters.join(""));

  it("loses nothing but white space, keeps the limit, breaks no character", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 60 }), (text, limit) => {
        const parts = split(text, limit);
        expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        expect(parts.every((part) => part.length <= limit && part.trim())).toBe(true);
        const visible = (part: string) => charactersOf(part).filter((each) => each.trim());
        expect(parts.flatMap(visible)).toEqual(visible(text));
      }),
    );
  });
});
