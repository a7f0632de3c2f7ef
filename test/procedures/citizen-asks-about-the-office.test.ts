import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../../src/conversation/reply.ts";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { byTest } from "../support/acts.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const monday = new Date("2026-11-23T09:00:00+07:00");
let now = monday;
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
});
afterAll(() => test[Symbol.asyncDispose]());

const someone = () => personTalkingTo(test.app);
const firstLine = (replies: Reply[]) => wordsOf(replies).split("\n")[0];

async function firstLineAt(at: string, text: string): Promise<string | undefined> {
  now = new Date(`${at}+07:00`);
  try {
    return firstLine(await someone().says(text));
  } finally {
    now = monday;
  }
}

describe("bà Lan, who asks when the office is open", () => {
  it.each([
    ["2026-11-23T09:00", "Bộ phận một cửa đang mở cửa, đến 11:30 hôm nay."],
    ["2026-11-23T11:30", "Bộ phận một cửa đang đóng cửa, mở lại lúc 13:30 hôm nay."],
    ["2026-11-23T16:59", "Bộ phận một cửa đang mở cửa, đến 17:00 hôm nay."],
    ["2026-11-23T17:00", "Bộ phận một cửa đang đóng cửa, mở lại lúc 07:30 thứ Ba 24/11/2026."],
    ["2026-11-27T18:00", "Bộ phận một cửa đang đóng cửa, mở lại lúc 07:30 thứ Hai 30/11/2026."],
    ["2025-12-31T18:00", "Bộ phận một cửa đang đóng cửa, mở lại lúc 07:30"],
  ])("at %s reads whether it is now, and when next", async (at, answer) => {
    expect(await firstLineAt(at, "mấy giờ làm việc")).toContain(answer);
  });

  it.each([
    ["thứ 7 có làm không", "Không. Thứ Bảy 28/11/2026 không làm việc."],
    ["chu nhat co lam viec khong", "Không. Chủ nhật 29/11/2026 không làm việc."],
    ["ngày mai có làm việc không", "Có. Thứ Ba 24/11/2026 làm việc 07:30–11:30, 13:30–17:00."],
    ["are you open on saturday", "Không. Thứ Bảy 28/11/2026"],
    ["nghỉ tết mấy ngày", "Kỳ nghỉ tới"],
    ["sở tư pháp ở đâu", "Địa chỉ: Số 1 đường Minh Hoạ"],
    ["/diachi", "Địa chỉ: "],
    ["cho xin số điện thoại sở", "Điện thoại: 0900 000 000"],
    ["/lienhe", "Điện thoại: 0900 000 000"],
  ])("with “%s” reads first what was asked", async (text, answer) => {
    expect(firstLine(await someone().says(text))).toContain(answer);
  });

  it("before a holiday reads that it is one, by its name", async () => {
    expect(await firstLineAt("2025-12-31T09:00", "mai có làm việc không")).toContain(
      "Không. Thứ Năm 01/01/2026 nghỉ: Tết Dương lịch.",
    );
  });

  it("gets the week, the address, the numbers and the next holiday below", async () => {
    const words = wordsOf(await someone().says("giờ làm việc"));
    expect(words).toContain(
      "Giờ làm việc: thứ Hai – thứ Sáu: 07:30–11:30, 13:30–17:00; thứ Bảy – Chủ nhật: nghỉ",
    );
    expect(words).toContain("Đường dây nóng: 0900 001 022 (số minh hoạ)");
    expect(words).toContain("Trang web: chưa có trong hệ thống");
    expect(words).toMatch(/Kỳ nghỉ tới.*: Tết Dương lịch, 01\/01\/2027/);
    expect(words).toContain("Dữ liệu minh hoạ, không phải địa chỉ");
  });
});

describe("an agency that has not written down how to reach it", () => {
  it("says so, and still gives its hours", async () => {
    await using bare = await createTestApp(() => monday);
    const replies = await personTalkingTo(bare.app).says("số điện thoại sở");
    expect(firstLine(replies)).toBe("Điện thoại: chưa có trong hệ thống");
    expect(wordsOf(replies)).toContain("đang mở cửa, đến 11:30");
    await bare.app.settings.write({ office: { hotline: "1022" } }, byTest);
    expect((await bare.app.settings.read()).office).toEqual({ hotline: "1022" });
  });
});
