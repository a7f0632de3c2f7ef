import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createJusticeOffice, type JusticeOffice } from "../support/justice-office.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";

// Monday 23 November 2026, 08:00 in Vietnam.
const now = new Date("2026-11-23T01:00:00Z");
let office: JusticeOffice;
beforeAll(async () => {
  office = await createJusticeOffice(() => now);
});
afterAll(() => office[Symbol.asyncDispose]());

describe("an officer's list of work", () => {
  it("shows by when to take what nobody took yet, and by when to answer the rest", async () => {
    const code = await office.file();
    const list = wordsOf(await office.minh.says("việc của tôi hôm nay"));
    expect(list).toContain(
      "Việc cần làm: 0 quá hạn, 0 đến hạn hôm nay, 1 trong ba ngày làm việc tới (hiện 1/1)",
    );
    expect(list).toContain(
      `${code} · sắp đến hạn · hạn nhận 08:30 thứ Ba 24/11/2026 · Chờ bản sao trích lục quá lâu, số căn cước 079******234`,
    );
    const item = wordsOf(await office.minh.says("1"));
    expect(item).toContain("Nội dung: Chờ bản sao trích lục quá lâu, số căn cước 079******234");
    expect(item).toContain("Người gửi: Nguyễn Thị Hoa, 0900000001");
    expect(item).toContain("Nhận lúc 08:00 thứ Hai 23/11/2026");
    expect(item).toContain("[Nhận việc] [Sai phòng] [Soạn trả lời]");
    expect(wordsOf(await office.lan.says("/viec phong"))).toContain(
      "Việc của Phòng Hành chính tư pháp: 0 quá hạn",
    );
    expect(wordsOf(await office.binh.says("/viec"))).toContain("Không có việc nào");

    await office.minh.presses(`/viec nhan ${code}`);
    const none = wordsOf(await office.minh.says("/viec"));
    expect(none).toContain("Không có việc nào quá hạn hay sắp đến hạn");
    expect(none).toContain("Ngoài ra còn 1 việc có hạn xa hơn.\n[Xem tất cả]");
    expect(wordsOf(await office.minh.says("Xem tất cả"))).toContain(
      `${code} · còn hạn · hạn 17:00 thứ Hai 30/11/2026`,
    );
    await office.minh.presses(`/viec hoi ${code}`);
    await office.minh.says("Chị gửi giúp số biên nhận?");
    expect(wordsOf(await office.minh.presses("/viec toi tatca"))).toContain(`${code} · đang chờ`);
  });

  it("is for staff alone", async () => {
    expect(wordsOf(await personTalkingTo(office.app).says("/viec"))).toContain("dành cho cán bộ");
  });
});
