import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Button, Reply } from "../../src/conversation/reply.ts";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const now = new Date("2026-11-23T02:00:00Z");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
  await test.app.database.query(
    `update procedure set fee = null, working_days = null, papers = null, submit_at = null, source = null
     where name = 'Đăng ký hành nghề thừa phát lại'`,
  );
  await test.app.database.query(
    "update procedure set is_published = false where name = 'Hợp nhất Văn phòng công chứng'",
  );
});
afterAll(() => test[Symbol.asyncDispose]());

const someone = () => personTalkingTo(test.app);
const firstLine = (replies: Reply[]) => wordsOf(replies).split("\n")[0];
const buttonsOf = (replies: Reply[]): Button[] =>
  replies.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : [])));

const recordName =
  "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam";

describe("chị Hoa, who asks about a procedure", () => {
  it.each([
    ["làm lý lịch tư pháp hết bao nhiêu tiền", "Phí: 200.000 đ"],
    ["lltp bao lâu có vậy ạ", "Thời hạn giải quyết: 10 ngày làm việc"],
    ["nop ho so ly lich tu phap o dau", "Nơi nộp: Bộ phận một cửa Sở Tư pháp"],
    ["li lich tu phap lam online duoc khong", "Nộp trực tuyến: nộp được trực tuyến toàn bộ"],
    ["làm lý lịch tư pháp cần giấy tờ gì", "Giấy tờ cần nộp:"],
    ["lý lịch tư pháp", `Thủ tục: ${recordName}`],
  ])("with “%s” reads first what was asked", async (text, answer) => {
    const replies = await someone().says(text);
    expect(firstLine(replies)).toContain(answer);
    expect(wordsOf(replies)).toContain(recordName);
  });

  it("asking everything at once gets it all in the order asked, with version and source", async () => {
    const words = wordsOf(
      await someone().says(
        "làm lý lịch tư pháp cần gì, bao lâu, bao nhiêu tiền, nộp ở đâu, online được không",
      ),
    );
    const places = [
      "Giấy tờ cần nộp:",
      "Tờ khai yêu cầu",
      "Thời hạn giải quyết:",
      "Phí:",
      "Nơi nộp:",
      "Nộp trực tuyến:",
      "Thủ tục:",
      "Mã thủ tục: 2.000001",
      "Mở trang nộp hồ sơ",
      "Theo danh mục cập nhật ngày 23/11/2026. Nguồn:",
      "kiểm tra lại với nguồn trước khi dùng thật",
    ].map((part) => words.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBe(0);
  });

  it("follows up without repeating the procedure", async () => {
    const hoa = someone();
    await hoa.says("làm lý lịch tư pháp cần gì");
    for (const [text, answer] of [
      ["còn phí thì sao", "Phí: 200.000 đ"],
      ["nộp online được không", "Nộp trực tuyến:"],
      ["bao lâu", "Thời hạn giải quyết: 10"],
      ["thế còn bao lâu thì sao ạ", "Thời hạn giải quyết: 10"],
      ["nộp ở đâu vậy", "Nơi nộp:"],
    ] as const)
      expect(firstLine(await hoa.says(text))).toContain(answer);
  });

  it("who turns to another procedure is answered about that one, and so is what follows", async () => {
    const hoa = someone();
    await hoa.says("làm lý lịch tư pháp cần gì");
    expect(wordsOf(await hoa.says("thôi quốc tịch Việt Nam bao nhiêu tiền"))).toContain("Phí: 3.000.000 đ");
    expect(wordsOf(await hoa.says("bao lâu"))).toContain("Thôi quốc tịch Việt Nam");
  });

  it("who asks for something else after a procedure is not told of the old one", async () => {
    const hoa = someone();
    await hoa.says("làm lý lịch tư pháp cần gì");
    expect(wordsOf(await hoa.says("đăng ký kết hôn cần gì"))).not.toContain("Thủ tục: ");
  });

  it("asking without a procedure is asked back for one", async () => {
    const words = wordsOf(await someone().says("cần giấy tờ gì"));
    expect(words).toContain("Anh/chị hỏi về thủ tục nào?");
    expect(words).toMatch(/\[Công chứng \(\d+\)\]/);
  });

  it("with words that several procedures share chooses among them, and what she asked is kept", async () => {
    const hoa = someone();
    const replies = await hoa.says("phí làm thủ tục luật sư là bao nhiêu");
    expect(firstLine(replies)).toBe("Anh/chị hỏi thủ tục nào trong các thủ tục dưới đây?");
    const buttons = buttonsOf(replies);
    expect(buttons.length).toBeGreaterThanOrEqual(3);
    expect(buttons.length).toBeLessThanOrEqual(6);
    for (const button of buttons) {
      expect(button.label.length).toBeLessThanOrEqual(64);
      // oxlint-disable-next-line no-control-regex
      expect(button.say).toMatch(/^[\x20-\x7e]{1,64}$/);
    }
    expect(firstLine(await hoa.presses(buttons[0]!.say))).toContain("Phí: không thu");
  });

  it("with something that is not in the catalogue is told so, with the nearest three and the fields", async () => {
    const replies = await someone().says("đăng ký kết hôn cần gì");
    expect(firstLine(replies)).toContain("không có thủ tục nào khớp");
    const buttons = buttonsOf(replies);
    expect(buttons).toHaveLength(4);
    expect(buttons.at(-1)).toEqual({ label: "Xem theo lĩnh vực", say: "/thutuc" });
  });

  it("reads plainly what the catalogue does not say", async () => {
    const words = wordsOf(
      await someone().says("đăng ký hành nghề thừa phát lại bao nhiêu tiền, bao lâu, cần gì, nộp ở đâu"),
    );
    for (const label of ["Phí", "Thời hạn giải quyết", "Giấy tờ cần nộp", "Nơi nộp"])
      expect(words).toContain(`${label}: danh mục chưa ghi`);
    expect(words).toContain("danh mục chưa ghi nguồn");
  });

  it("is never shown a procedure that is not published, not by its code either", async () => {
    const words = wordsOf([
      ...(await someone().says("hợp nhất văn phòng công chứng cần gì")),
      ...(await someone().says("/thutuc 2.000024")),
      ...(await someone().says("/thutuc")),
    ]);
    expect(words).not.toContain("Hợp nhất");
    expect(words).toContain("143 thủ tục");
  });

  it("with the code of a procedure gets that one", async () => {
    expect(wordsOf(await someone().says("/thutuc 2.000036"))).toContain("Thủ tục: Yêu cầu trợ giúp pháp lý");
    expect(firstLine(await someone().says("mã thủ tục 2.000036 cần gì"))).toBe("Giấy tờ cần nộp:");
  });

  it("with ten thousand characters gets an answer, quickly", async () => {
    const startedAt = performance.now();
    const replies = await someone().says(`/thutuc ${"đăng ký hành nghề luật sư ".repeat(400)}`);
    expect(wordsOf(replies)).toContain("luật sư");
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

describe("Mr Smith, who asks in English", () => {
  it("is answered in English", async () => {
    const smith = someone();
    await smith.says("/lang en");
    expect(firstLine(await smith.says("how much is a criminal record certificate"))).toContain(
      "Fee: 200.000 đ",
    );
    expect(firstLine(await smith.says("how long"))).toContain("Time: 10 working days");
  });
});

describe("anh Minh, who looks through the catalogue", () => {
  it("goes from fields to a field's pages to a procedure", async () => {
    const minh = someone();
    const fields = await minh.says("/thutuc");
    expect(firstLine(fields)).toContain("143 thủ tục");
    expect(buttonsOf(fields).at(-1)).toEqual({ label: "Trang sau", say: "/thutuc trang 2" });
    const rest = await minh.says("Trang sau");
    expect(wordsOf(rest)).toContain("Trang 2/2.");

    const notaries = buttonsOf(fields).find(({ label }) => label.startsWith("Công chứng"))!;
    const first = await minh.presses(notaries.say);
    expect(firstLine(first)).toMatch(/^Lĩnh vực Công chứng: \d+ thủ tục\.$/);
    const second = await minh.says("Trang sau");
    expect(wordsOf(second)).toContain("Trang 2/");
    expect(buttonsOf(second).map(({ label }) => label)).toContain("Trang trước");
    expect(wordsOf(await minh.presses(buttonsOf(first)[0]!.say))).toContain("Lĩnh vực: Công chứng");
  });

  it.each(["/thutuc linhvuc 99", "/thutuc linhvuc 1 trang 99", "/thutuc trang 0", "/thutuc linhvuc 0"])(
    "with “%s”, which is nowhere, still gets a list",
    async (text) => {
      expect(buttonsOf(await someone().says(text)).length).toBeGreaterThan(0);
    },
  );

  it("asking for a field's procedures gets the field", async () => {
    expect(firstLine(await someone().says("danh sách thủ tục hộ tịch"))).toContain("Lĩnh vực Hộ tịch");
  });
});
