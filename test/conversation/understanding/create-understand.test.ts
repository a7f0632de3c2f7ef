import { describe, expect, it } from "vitest";
import { createUnderstand } from "../../../src/conversation/understanding/create-understand.ts";
import { gazetteer } from "../../understanding/gazetteer.ts";

const context = { now: new Date("2021-03-20T03:00:00Z"), role: "citizen", periodBasis: "reporting" } as const;
const understand = createUnderstand(gazetteer);
const intentOf = (text: string) => understand(text, context).intent;
const entitiesOf = (text: string) => understand(text, context).entities;

describe("understanding a message", () => {
  it.each([
    ["/thongke quy1 2021", "statistics"],
    ["/stats", "statistics"],
    ["/thongke@MotCuaBot", "statistics"],
    ["/thống_kê", "statistics"],
    ["/tracuu", "dossier_status"],
    ["/hoso", "dossier_status"],
    ["/gopy", "feedback_new"],
    ["/huy", "cancel"],
    ["/cancel", "cancel"],
    ["/help", "help"],
    ["/trogiup", "help"],
    ["/ngonngu", "language"],
    ["/start", "start"],
  ])("takes the command %s for %s", (text, intent) => {
    expect(understand(text, context)).toMatchObject({ intent, confidence: 1 });
  });

  it("reads the odd arguments of a command as free words", () => {
    expect(entitiesOf("/thongke hộ tịch quý trước theo đơn vị")).toMatchObject({
      field: "Hộ tịch",
      breakdown: "unit",
      period: { kind: "quarter", year: 2021, number: 1 },
    });
  });

  it("reads a message behind an unknown command as if nothing were before it", () => {
    expect(intentOf("/abc hồ sơ của tôi tới đâu rồi")).toBe("dossier_status");
  });

  it("takes a bare code for the question where that dossier is", () => {
    expect(understand("h57.16 210315 0012", context)).toMatchObject({
      intent: "dossier_status",
      entities: { dossierCode: "H57.16-210315-0012" },
    });
  });

  it("tells which part of something like a code is wrong, and guesses none", () => {
    expect(entitiesOf("hồ sơ H57.16-210231-0012")).toEqual({ codeFault: "date" });
  });

  it("says what was meant as a period and is none", () => {
    expect(entitiesOf("thống kê quý 5")).toEqual({ invalidPeriod: "quý 5" });
  });

  it.each([
    ["không phải tra hồ sơ, tôi muốn góp ý", "feedback_new"],
    ["không phải góp ý đâu, tôi muốn tố cáo", "denunciation"],
    ["tôi không muốn theo dõi hồ sơ nữa", "dossier_unfollow"],
  ])("passes over what is denied in “%s”", (text, intent) => {
    expect(intentOf(text)).toBe(intent);
  });

  it.each(['từ "tố cáo" nghĩa là gì', "chữ “hối lộ” viết thế nào"])(
    "passes over what is quoted in %s",
    (text) => {
      expect(intentOf(text)).toBe("unknown");
    },
  );

  it.each([
    ["register a law firm", "procedure_info"],
    ["xin thẻ tư vấn viên", "procedure_info"],
    ["giấy xác nhận không có tiền án tiền sự làm ở đâu", "procedure_info"],
    ["muốn làm giám định viên pháp y tâm thần", "procedure_info"],
    ["trợ giúp pháp lí", "procedure_info"],
    ["thay đổi địa chỉ văn phòng công chứng", "procedure_info"],
    ["cấp thẻ ccv bao lâu", "procedure_info"],
    ["chấm dứt hoạt động công ty luật", "procedure_info"],
  ])("reads the words of a procedure in “%s” for no other wish", (text, intent) => {
    expect(intentOf(text)).toBe(intent);
  });

  it.each(["lí lịch tư pháp", "quí 2 năm nay", "tỉ lệ đúng hạn quí này"])("reads i for y in “%s”", (text) => {
    const { intent, entities } = understand(text, context);
    const other = understand(text.replace(/(?<=[Llt])í|(?<=qu)í/g, "ý").replace("tỉ", "tỷ"), context);
    expect({ intent, entities }).toEqual({ intent: other.intent, entities: other.entities });
    expect(intent).not.toBe("unknown");
  });

  it.each(["kkkk", "kkkkk"])("takes the laugh %s for no answer", (text) => {
    expect(intentOf(text)).toBe("unknown");
  });

  it("lets the main wish win and keeps the other as an alternative", () => {
    const { intent, alternatives } = understand("tôi muốn góp ý, với lại hồ sơ của tôi tới đâu rồi", context);
    expect([intent, ...alternatives.map((other) => other.intent)]).toEqual(
      expect.arrayContaining(["feedback_new", "dossier_status"]),
    );
  });

  it("understands a member of staff asking for their own work, which a citizen does not have", () => {
    const text = "hồ sơ nào sắp đến hạn";
    expect(understand(text, { ...context, role: "officer" }).intent).toBe("my_work");
    expect(intentOf(text)).not.toBe("my_work");
  });

  it.each([
    ["+84 905 123 456", "0905123456"],
    ["0905.123.456", "0905123456"],
    ["024 3825 1234", "02438251234"],
  ])("reads the phone number %s", (typed, phone) => {
    expect(entitiesOf(`số của tôi là ${typed}`).phone).toBe(phone);
  });

  it("takes a citizen's identity number for no phone number", () => {
    expect(entitiesOf("cccd 001203004567").phone).toBeUndefined();
  });

  it.each([
    ["1.234,5", 1234.5],
    ["hai chục", 20],
    ["ba trăm linh năm", 305],
    ["một nghìn hai trăm", 1200],
    ["15", 15],
  ])("reads the quantity %s", (text, quantity) => {
    expect(entitiesOf(text)).toEqual({ quantity });
  });

  it("writes a ticket code out in full", () => {
    expect(entitiesOf("pa 2026 123")).toEqual({ ticketCode: "PA-2026-000123" });
  });

  it("understands a new unit without a release, also with a letter wrong", () => {
    const grown = createUnderstand({
      ...gazetteer,
      units: [...gazetteer.units, { code: "TTCNTT", name: "Trung tâm Công nghệ thông tin" }],
    });
    for (const text of ["trung tâm công nghệ thông tin quý 1", "trung tam cong nghe thonng tin quý 1"])
      expect(grown(text, context)).toMatchObject({ intent: "statistics", entities: { unit: "TTCNTT" } });
    expect(entitiesOf("trung tâm công nghệ thông tin quý 1").unit).toBeUndefined();
  });

  it("answers anything at all, and quickly", () => {
    const long = "hồ sơ quý 1 không phải ".repeat(400);
    expect(intentOf(long)).toBeDefined();
    for (const text of [
      "",
      " ",
      "/",
      "😂",
      '"',
      '"""',
      "\u0000",
      "a".repeat(5_000),
      "-".repeat(5_000),
      "9".repeat(5_000),
    ])
      expect(intentOf(text)).toBe("unknown");
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"])(
    "takes %s for a word like any other",
    (word) => {
      expect(entitiesOf(`quý ${word} năm ${word}`)).toEqual({});
      for (const text of [word, `tháng ${word}`, `${word} quarter 2021`, `${word} triệu ${word} trăm`])
        expect(intentOf(text)).toBeDefined();
      expect(entitiesOf(`thống kê quý 1 năm 2021 ${word}`).period).toMatchObject({ year: 2021, number: 1 });
    },
  );
});
