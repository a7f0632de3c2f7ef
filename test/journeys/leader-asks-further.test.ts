import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createListWriting, listScheme } from "../../src/ordered-lists.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { sheetsOf } from "../support/read-report.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const now = new Date("2026-11-23T02:00:00Z");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
});
afterAll(() => test[Symbol.asyncDispose]());

const talking = (as: string) => personTalkingTo(test.app, { as });
const totalIn = (words: string) => Number(/: ([\d.]+) hồ sơ/.exec(words)?.[1]?.replaceAll(".", ""));
const buttonsOf = (replies: Reply[]) =>
  replies.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : [])));

describe("a leader who asks further", () => {
  it("goes from a figure of a room and a month to the list behind it, page by page, and to a file with as many", async () => {
    const person = talking("lanhdao");
    const figure = wordsOf(await person.says("bao nhiêu hồ sơ quá hạn ở phòng Hành chính tư pháp năm nay"));
    expect(figure).toContain("Năm 2026 (15/12/2025–14/12/2026), Phòng Hành chính tư pháp:");
    const total = totalIn(figure);
    expect(total).toBeGreaterThan(20);
    const first = wordsOf(await person.says("xem danh sách"));
    expect(first).toContain(`${total} hồ sơ quá hạn, từ 1 đến 20.`);
    const second = wordsOf(await person.says("tiếp"));
    expect(second).toContain(`từ 21 đến ${Math.min(40, total)}.`);
    const file = await person.says("xuất excel");
    expect(wordsOf(file)).toContain(`Danh sách hồ sơ quá hạn – Năm 2026.xlsx: ${total} hồ sơ: hồ sơ quá hạn`);
    for (const format of ["xlsx", "csv"]) {
      await person.says(`xuất ${format}`);
      const [order] = await test.app.database.query<{ ref: string }>(
        `select ref from attachment where ref like '${listScheme}:%' order by id desc limit 1`,
      );
      const written = await createListWriting(test.app).fetch(order!.ref);
      const content = written.kind === "content" ? written.content : Buffer.alloc(0);
      const codes =
        format === "csv"
          ? content.toString("utf8").match(/H57\.16-\d{6}-\d{4}/g)!
          : Object.values(await sheetsOf(content)).flatMap((sheet) =>
              JSON.stringify(sheet).match(/H57\.16-\d{6}-\d{4}/g)!,
            );
      expect(new Set(codes).size).toBe(total);
      expect(codes).toHaveLength(total);
    }
  });

  it.each([
    ["lĩnh vực nào trễ nhiều nhất năm 2026", "có nhiều hồ sơ quá hạn nhất"],
    [
      "thủ tục nào nhiều hồ sơ nhất quý 1/2021",
      "Xác nhận thông tin hộ tịch có nhiều hồ sơ tiếp nhận nhất, 188.",
    ],
    ["hồ sơ trực tuyến theo lĩnh vực quý 1/2021", "Tổng cộng | 0 | 431 | 431 | 431 | 0 | 0"],
    ["thống kê theo hình thức nộp quý 1/2021", "Trực tuyến | 0 | 431 | 431"],
    ["thống kê theo mức độ trực tuyến quý 1/2021", "Tổng cộng | 458 | 2.654 | 431 | 2.986 | 0 | 126"],
    ["trung vị thời gian giải quyết quý 1/2021", "Hồ sơ đã giải quyết: 2.986"],
    ["xu hướng 8 quý", "qua 8 kỳ, từ Quý I/2025 đến Quý IV/2026."],
    ["tỷ lệ đúng hạn quý 1/2021", "100% (2.986 trên 2.986 hồ sơ)"],
    ["so với cùng kỳ quý 1/2026", "Quý I/2026 so với Quý I/2025."],
    ["phòng tư pháp quý 1/2021 nhận bao nhiêu hồ sơ", "Có nhiều đơn vị mang tên gần như vậy."],
    ["phòng đất đai quý 1/2021 nhận bao nhiêu hồ sơ", "Cơ quan không có “phòng đất đai”."],
    ["bao nhieu ho so qua han quy 3/2019", "không có số liệu."],
  ])("with “%s” reads “%s”", async (text, expected) => {
    expect(wordsOf(await talking("lanhdao").says(text))).toContain(expected);
  });

  it("sets a quarter that still runs beside as much of the other, and says so", async () => {
    const words = wordsOf(await talking("lanhdao").says("so với quý trước quý 4/2026"));
    expect(words).toContain("Để so cùng thời lượng, Quý III/2026 cũng chỉ tính đến 23/08/2026 09:00.");
    const before = await test.app.statistics.dossiers({
      period: namedPeriod("quarter", 2026, 3, "reporting"),
      now: new Date("2026-08-23T02:00:00Z"),
    });
    expect(words).toMatch(new RegExp(`hồ sơ tiếp nhận \\| [\\d.]+ \\| ${before.received.total} \\|`, "i"));
    expect(wordsOf(await talking("lanhdao").says("xu hướng 8 quý"))).toContain(
      "so với kỳ trước tính đến 23/08/2026 09:00.",
    );
    expect(wordsOf(await talking("lanhdao").says("quý này nhận bao nhiêu hồ sơ"))).toContain(
      "Kỳ trước (Quý III/2026, tính đến 23/08/2026 09:00)",
    );
  });

  it("reads under each answer of a period the one number that the whole bears", async () => {
    const person = talking("lanhdao");
    const [run] = /Mã số liệu S-[0-9A-F]{12}\./.exec(wordsOf(await person.says("/thongke quy1 2021")))!;
    for (const asked of [
      "thống kê theo lĩnh vực quý 1/2021",
      "lĩnh vực nào nhận nhiều hồ sơ nhất quý 1/2021",
      "trung vị thời gian giải quyết quý 1/2021",
      "tỷ lệ đúng hạn quý 1/2021",
      "danh sách hồ sơ tiếp nhận quý 1/2021",
    ])
      expect([asked, wordsOf(await talking("lanhdao").says(asked))]).toEqual([
        asked,
        expect.stringContaining(run),
      ]);
  });

  it("chooses the room that was in doubt, and gets what was asked of it", async () => {
    const person = talking("lanhdao");
    await person.says("phòng tư pháp quý 1/2021 nhận bao nhiêu hồ sơ");
    expect(wordsOf(await person.says("Phòng Lý lịch tư pháp"))).toContain(
      "Quý I/2021 (15/12/2020–14/03/2021), Phòng Lý lịch tư pháp:",
    );
  });

  it("carries measure, room and period on from answer to answer", async () => {
    const person = talking("lanhdao");
    await person.says("phòng hành chính tư pháp quý 1/2021 nhận bao nhiêu hồ sơ");
    expect(wordsOf(await person.says("theo lĩnh vực thì sao"))).toContain(
      "Phòng Hành chính tư pháp: hồ sơ tiếp nhận theo lĩnh vực.",
    );
    expect(wordsOf(await person.says("còn quý trước?"))).toContain("Quý IV/2020");
    expect(wordsOf(await person.says("cách tính"))).toContain("Hồ sơ tiếp nhận: cách tính");
  });

  it("presses only what every channel can carry, and each press answers", async () => {
    const person = talking("lanhdao");
    const pressed = buttonsOf(
      await person.says("bao nhiêu hồ sơ quá hạn ở phòng Hành chính tư pháp quý 1/2026"),
    );
    expect(pressed.length).toBeGreaterThan(5);
    for (const { say } of pressed) {
      expect(say.length).toBeLessThanOrEqual(64);
      expect(wordsOf(await person.presses(say))).toMatch(/Quý I\/2026|Quý I\/2025/);
    }
  });

  it("has any figure explained, with the numbers of the period in its formula", async () => {
    const person = talking("lanhdao");
    await person.says("/thongke quy1 2021");
    const explained = wordsOf(await person.says("tỷ lệ trực tuyến tính thế nào"));
    expect(explained).toContain("trực tuyến 431 ÷ phải giải quyết 3.112 = 13,85%");
    expect(explained).toContain("Thông tư 01/2020/TT-VPCP");
    const all = buttonsOf(await person.says("/dinhnghia"));
    expect(all).toHaveLength(14);
    for (const { say, label } of all)
      expect(wordsOf(await person.presses(say))).toContain(`${label}: cách tính`);
  });
});

describe("an officer who asks", () => {
  it("sees the agency's figures, and of the dossiers behind them only their own room's", async () => {
    const person = talking("canbo1");
    await person.says("bao nhiêu hồ sơ đã giải quyết năm 2026");
    const words = wordsOf(await person.says("xem danh sách"));
    expect(words).toMatch(/Toàn bộ có [\d.]+; danh sách chỉ gồm [\d.]+ hồ sơ thuộc phạm vi của anh\/chị\./);
    expect(words).not.toContain("(Phòng Bổ trợ tư pháp)");
    expect(words).toContain("(Phòng Hành chính tư pháp)");
  });

  it("means their own room by “phòng mình”", async () => {
    expect(
      wordsOf(await talking("canbo1").says("phòng mình quý 1/2021 giải quyết được bao nhiêu hồ sơ")),
    ).toContain("Phòng Hành chính tư pháp:");
  });
});

describe("a citizen who asks further", () => {
  it.each(["danh sách hồ sơ quá hạn quý 1/2021", "xu hướng 8 quý", "hồ sơ công chứng quá hạn quý 1/2021"])(
    "with “%s” is told for whom that is, and offered the public figures",
    async (text) => {
      const words = wordsOf(await talking("citizen").says(text));
      expect(words).toContain("chỉ dành cho cán bộ, lãnh đạo");
      expect(words).toContain("[Số liệu chung]");
      expect(words).not.toContain("H57.16-");
    },
  );

  it("has the public figures explained too", async () => {
    expect(wordsOf(await talking("citizen").says("trễ hạn nghĩa là gì"))).toContain(
      "Hồ sơ quá hạn: cách tính",
    );
  });
});
