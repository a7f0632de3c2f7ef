import { describe, expect, it } from "vitest";
import { readClause, readOpening } from "../../../src/conversation/flows/feedback/read-opening.ts";

describe("the words that begin feedback", () => {
  it.each([
    "tôi muốn góp ý",
    "Em muốn gửi phản ánh ạ",
    "phản ánh kiến nghị",
    "cho tôi góp ý chút nhé",
    "/phananh",
    "/gopy@MotCuaBot",
    "I want to give feedback",
    "toi muon phan anh mot viec",
  ])("hold no matter yet: %s", (text) => {
    expect(readOpening(text).content).toBeUndefined();
  });

  it.each([
    ["phản ánh: ghế gãy", "ghế gãy"],
    ["Tôi muốn phản ánh: ghế gãy", "ghế gãy"],
    ["phan anh - ghe gay", "ghe gay"],
    ["/phananh ghế gãy", "ghế gãy"],
    ["Tôi muốn phản ánh về thái độ phục vụ", "Tôi muốn phản ánh về thái độ phục vụ"],
    ["Ghế gãy, phản ánh mãi không ai sửa", "Ghế gãy, phản ánh mãi không ai sửa"],
    ["góp ý:\nghế gãy\nquạt hỏng", "ghế gãy\nquạt hỏng"],
  ])("%s → %s", (text, content) => {
    expect(readOpening(text).content).toBe(content);
  });

  it("say whether it is a proposal", () => {
    expect(readOpening("kiến nghị: thêm ghế").kind).toBe("proposal");
    expect(readOpening("phản ánh: thiếu ghế").kind).toBe("report");
    expect(readOpening("thiếu ghế").kind).toBeUndefined();
  });

  it("give the last clauses to what they say by themselves, in any order", () => {
    const said = { content: "ghế gãy, phải đứng", privacy: "anonymous", dossierCode: "H57.16-261101-0001" };
    for (const tail of ["hồ sơ H57.16-261101-0001, ẩn danh", "xin giấu tên; mã hồ sơ H57.16-261101-0001."])
      expect(readOpening(`ghế gãy, phải đứng, ${tail}`)).toEqual(said);
    expect(readOpening("ghế gãy. Gọi lại cho tôi 0905 123 456")).toEqual({
      content: "ghế gãy",
      contact: { phone: "0905123456" },
    });
  });

  it("keep clauses that say more than that", () => {
    for (const text of [
      "quầy 3 không niêm yết, công khai",
      "hồ sơ H57.16-261101-0001 trễ hẹn",
      "gọi 0905123456 không ai nghe",
    ])
      expect(readOpening(text)).toEqual({ content: text });
  });
});

describe("a message beside the questions", () => {
  it.each([
    ["ẩn danh", { privacy: "anonymous" }],
    ["chỉ cơ quan biết thôi", undefined],
    ["Chỉ cơ quan biết", { privacy: "agency" }],
    ["h57.16 261101 0001", { dossierCode: "H57.16-261101-0001" }],
    ["sđt 0905123456", { contact: { phone: "0905123456" } }],
    ["tầng 2", undefined],
  ])("%s", (text, said) => {
    expect(readClause(text)).toEqual(said);
  });
});
