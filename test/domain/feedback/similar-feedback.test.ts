import { describe, expect, it } from "vitest";
import { foldWords } from "../../../src/conversation/understanding/text/fold-words.ts";
import type { Attributes, FeedbackCase } from "../../../src/domain/feedback/feedback.ts";
import { findSimilar, likenessOf } from "../../../src/domain/feedback/similar-feedback.ts";

const lamp: Attributes = {
  content: "Đèn hành lang tầng 2 hỏng cả tuần nay",
  field: "Hộ tịch",
  place: { words: "tầng 2 nhà A" },
  dossierCode: null,
  person: "web:hoa",
};
const like = (more: Partial<Attributes>): number => likenessOf(lamp, { ...lamp, ...more }, foldWords);

function known(more: Partial<FeedbackCase>): FeedbackCase {
  return {
    ...lamp,
    id: "1",
    privacy: "agency",
    person: "web:nam",
    joinedToId: null,
    ...more,
  } as FeedbackCase;
}

describe("how like two matters are", () => {
  it.each<[why: string, more: Partial<Attributes>]>([
    ["the same words without accents", { content: "den hanh lang tang 2 hong ca tuan nay" }],
    ["nearly the same words", { content: "Đèn ở hành lang tầng 2 bị hỏng, tối quá" }],
    ["the same words, nowhere named", { place: {}, field: null }],
    ["positions ninety metres apart", { place: { latitude: 16.0478, longitude: 108.2062 } }],
  ])("is enough for %s", (_, more) => {
    expect(like(more)).toBeGreaterThanOrEqual(0.5);
  });

  it.each<[why: string, more: Partial<Attributes>]>([
    ["other words at the same place, of the same field", { content: "Máy lấy số không in được phiếu" }],
    [
      "nearly the same words, but elsewhere",
      { content: "Đèn hành lang hỏng", place: { words: "cổng bảo vệ" } },
    ],
    ["no words at all", { content: "" }],
  ])("is not enough for %s", (_, more) => {
    expect(like(more)).toBeLessThan(0.5);
  });

  it("is not enough for positions far apart, unless the words are the same", () => {
    const at = (latitude: number): Attributes => ({ ...lamp, place: { latitude, longitude: 108.2 } });
    const other = { ...at(16.06), content: "Đèn hành lang tầng 2 hỏng" };
    expect(likenessOf(at(16.05), other, foldWords)).toBeLessThan(0.5);
    expect(likenessOf(at(16.0501), { ...other, place: at(16.05).place }, foldWords)).toBeGreaterThan(0.5);
  });

  it("needs less of the words when the dossier is the same, and is none when it is another", () => {
    const of = (dossierCode: string, content: string): Attributes => ({ ...lamp, dossierCode, content });
    const late = of("H57.16-261101-0001", "Hồ sơ của tôi trễ hẹn đã 5 ngày");
    const again = of("H57.16-261101-0001", "Đã 5 ngày rồi hồ sơ chưa có kết quả");
    expect(likenessOf(late, again, foldWords)).toBeGreaterThanOrEqual(0.5);
    expect(likenessOf(late, { ...late, dossierCode: "H57.16-261101-0002" }, foldWords)).toBe(0);
  });

  it("is the same whichever comes first", () => {
    const other = { ...lamp, content: "đèn tầng 2 hỏng", place: { words: "tầng 2" } };
    expect(likenessOf(lamp, other, foldWords)).toBe(likenessOf(other, lamp, foldWords));
  });
});

describe("what a new matter may repeat", () => {
  it("is shown the person's own first, then the likeliest, three at most", () => {
    const found = findSimilar(
      lamp,
      [
        known({ id: "1", content: "Đèn hành lang tầng 2 hỏng" }),
        known({ id: "2" }),
        known({ id: "3", person: "web:hoa", content: "Đèn hành lang tầng 2 hỏng", privacy: "anonymous" }),
        known({ id: "4", content: "Đèn hành lang tầng 2 hỏng cả tuần" }),
        known({ id: "5", content: "Nhà vệ sinh bẩn" }),
      ],
      foldWords,
    );
    expect(found.map(({ matter, isOwn }) => [matter.id, isOwn])).toEqual([
      ["3", true],
      ["2", false],
      ["4", false],
    ]);
  });

  it("is never another person's anonymous case", () => {
    expect(findSimilar(lamp, [known({ privacy: "anonymous" })], foldWords)).toEqual([]);
    expect(findSimilar(lamp, [known({ privacy: "public" })], foldWords)).toHaveLength(1);
  });

  it("is not the case that the person has joined: theirs stands for it", () => {
    const main = known({ id: "7" });
    const own = known({ id: "8", person: "web:hoa", joinedToId: "7" });
    expect(findSimilar(lamp, [main, own], foldWords).map(({ matter }) => matter.id)).toEqual(["8"]);
  });
});
