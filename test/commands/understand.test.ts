import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/persistence/database.ts";
import { runMotcua } from "../support/run-motcua.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query("insert into unit (code, name) values ('HCTP', 'Phòng Hành chính tư pháp')");
  await database.query("insert into field (name) values ('Hộ tịch')");
});
afterAll(() => database[Symbol.asyncDispose]());

const understand = (...args: string[]) => runMotcua(["understand", ...args], database.url);
const atNow = ["--json", "--now", "2026-11-23T10:00:00+07:00"];

async function readAll(texts: readonly string[], ...options: string[]) {
  const args = ["understand", ...atNow, ...options, "-"];
  const { code, stdout, stderr } = await runMotcua(args, database.url, {}, `${texts.join("\n")}\n`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("motcua understand", () => {
  it("prints one object with exactly what is promised", async () => {
    const { code, stdout } = await understand(...atNow, "so sánh hộ tịch quý 3 với cùng kỳ năm ngoái");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      text: "so sánh hộ tịch quý 3 với cùng kỳ năm ngoái",
      intent: "statistics",
      confidence: expect.any(Number),
      entities: {
        field: "Hộ tịch",
        comparison: "sameLastYear",
        period: {
          kind: "quarter",
          basis: "reporting",
          from: "2026-06-15",
          to: "2026-09-14",
          year: 2026,
          number: 3,
          label: "Quý III/2026",
        },
      },
      alternatives: expect.any(Array),
    });
  });

  const intents: [text: string, intent: string][] = [
    ["hồ sơ của em tới đâu rồi", "dossier_status"],
    ["theo dõi hồ sơ H57.16-210315-0012", "dossier_follow"],
    ["bỏ theo dõi", "dossier_unfollow"],
    ["/thongke hộ tịch quý trước theo đơn vị", "statistics"],
    ["tôi muốn góp ý", "feedback_new"],
    ["phản ánh PA-2026-000123 tới đâu", "feedback_status"],
    ["làm lý lịch tư pháp cần gì", "procedure_info"],
    ["thứ 7 có làm không", "office_info"],
    ["việc của tôi", "my_work"],
    ["tôi muốn khiếu nại", "complaint"],
    ["tôi tố cáo cán bộ nhận hối lộ", "denunciation"],
    ["cháy nhà", "emergency"],
    ["cho gặp cán bộ", "human"],
    ["các bạn lưu gì về tôi", "data_access"],
    ["xóa dữ liệu của tôi", "data_erasure"],
    ["xin chào", "greeting"],
    ["cảm ơn", "thanks"],
    ["bạn giúp được gì", "help"],
    ["/start", "start"],
    ["huỷ", "cancel"],
    ["quay lại", "back"],
    ["đúng rồi", "confirm"],
    ["không phải", "deny"],
    ["english please", "language"],
    ["liên kết tài khoản", "link_account"],
    ["hôm nay trời đẹp quá nhỉ", "unknown"],
  ];
  it("knows every intent, one text a line, in their order", async () => {
    const read = await readAll(
      intents.map(([text]) => text),
      "--as",
      "officer",
    );
    expect(read.map(({ text, intent }) => [text, intent])).toEqual(intents);
  });

  it("names what was found", async () => {
    const read = await readAll([
      "h57.16 210315 0012",
      "PA-2026-000123",
      "gọi lại cho tôi 0900 000 123",
      "phòng hành chính tư pháp trễ bao nhiêu hồ sơ quý này theo lĩnh vực",
      "thống kê quý 5",
    ]);
    expect(read.map(({ entities }) => entities)).toMatchObject([
      { dossierCode: "H57.16-210315-0012" },
      { ticketCode: "PA-2026-000123" },
      { phone: "0900000123" },
      { unit: "HCTP", measure: "late", breakdown: "field", period: { kind: "quarter", number: 4 } },
      { invalidPeriod: "quý 5" },
    ]);
  });

  it("gives up to three other readings, the likeliest first", async () => {
    const [read] = await readAll(["trích lục với ngoại hạng kết quả phản ánh sao"]);
    const confidences = read.alternatives.map(({ confidence }: { confidence: number }) => confidence);
    expect(confidences.length).toBeGreaterThan(0);
    expect(confidences.length).toBeLessThanOrEqual(3);
    expect(confidences).toEqual(confidences.toSorted((a: number, b: number) => b - a));
  });

  it("answers every line of thousands, empty ones too", async () => {
    const texts = Array.from({ length: 3_000 }, (_, index) => (index % 100 === 0 ? "" : `hồ sơ số ${index}`));
    const read = await readAll(texts);
    expect(read.map(({ text }) => text)).toEqual(texts);
    expect(read[0].intent).toBe("unknown");
  });

  it.each([
    [["--as", "mayor", "xin chào"], "mayor"],
    [["--now", "yesterday", "xin chào"], "ISO 8601"],
    [[], "text"],
  ])("refuses %j with exit code 1", async (args, why) => {
    const { code, stdout, stderr } = await understand(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(why);
  });
});
