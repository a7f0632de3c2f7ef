import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backgroundWork } from "../../src/background-work.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../support/feedback-town.ts";
import { personTalkingTo, wordsOf, type Person } from "../support/people.ts";

// Anh Quân is on duty; chị Hoa talks with him.

let town: FeedbackTown;
let hoa: Person;
let quan: Person;
beforeEach(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  hoa = personTalkingTo(town.test.app, { name: "hoa" });
  quan = personTalkingTo(town.test.app, { as: "quan", name: "quan" });
  await quan.says("/help");
});
afterEach(() => town[Symbol.asyncDispose]());

/** What came to somebody, once the assistant has passed everything on. */
async function heardBy(person: Person): Promise<string> {
  await backgroundWork(town.test.app, []).recurring["hand-over-notices"]();
  return wordsOf(await person.hears());
}

async function inTalk(): Promise<void> {
  await hoa.says("/gapnguoi");
  await heardBy(quan);
  await quan.says("Nhận");
  await heardBy(hoa);
}

describe("what a citizen says", () => {
  it("before anybody took the talk is read by whoever takes it", async () => {
    await hoa.says("/gapnguoi");
    await heardBy(quan);
    await hoa.says("con em sinh ở Đức, số 0912345678");
    expect(wordsOf(await quan.says("Nhận"))).toContain("con em sinh ở Đức, số 091****678");
  });

  it("may be a number without pressing anything by it", async () => {
    await inTalk();
    expect(await hoa.says("1")).toEqual([]);
    expect(await heardBy(quan)).toContain("công dân: 1");
    expect(await quan.says("2")).toEqual([]);
    expect(await heardBy(hoa)).toBe("Đỗ Quân: 2\n[Kết thúc]");
  });

  it("long ago is not shown to the officer", async () => {
    await hoa.says("chuyện riêng của tuần trước");
    town.now = at("2026-11-24 08:00");
    await hoa.says("/gapnguoi");
    const offer = await heardBy(quan);
    expect(offer).toContain("Công dân xin gặp cán bộ");
    expect(offer).not.toContain("chuyện riêng");
    expect(offer).not.toContain("/gapnguoi");
  });
});

describe("a talk", () => {
  it("goes on for the one who has been silent longer than the other", async () => {
    await inTalk();
    town.now = at("2026-11-23 08:20");
    await hoa.says("em đang tìm giấy ạ");
    await heardBy(quan);
    town.now = at("2026-11-23 08:35");
    await hoa.says("em tìm thấy rồi");
    town.now = at("2026-11-23 08:40");
    await backgroundWork(town.test.app, []).recurring["forget-stale-conversations"]();
    await heardBy(quan);
    expect(await quan.says("chị đọc số giúp em")).toEqual([]);
    expect(await heardBy(hoa)).toBe("Đỗ Quân: chị đọc số giúp em\n[Kết thúc]");
    town.now = at("2026-11-23 09:06");
    await quan.says("chị còn đó không ạ");
    await heardBy(hoa);
    town.now = at("2026-11-23 09:20");
    expect(await hoa.says("em đây")).toEqual([]);
    expect(await heardBy(quan)).toContain("em đây");
  });

  it("is left by /huy on either side; the word alone is for whoever is at the other end", async () => {
    await inTalk();
    expect(await hoa.says("huỷ hồ sơ được không ạ")).toEqual([]);
    expect(await heardBy(quan)).toContain("công dân: huỷ hồ sơ được không ạ");
    expect(wordsOf(await hoa.says("/huy"))).toContain("Đã kết thúc cuộc trò chuyện");
    expect(await heardBy(quan)).toContain("Công dân đã kết thúc");
    await inTalk();
    expect(wordsOf(await quan.says("/huy"))).toContain("Đã kết thúc cuộc trò chuyện");
    expect(await heardBy(hoa)).toContain("Cán bộ đã kết thúc cuộc trò chuyện");
  });

  it("that the officer ended does not swallow the next question", async () => {
    await inTalk();
    await quan.says("/ketthuc");
    await heardBy(hoa);
    expect(wordsOf(await hoa.says("thủ tục đăng ký khai sinh cần giấy tờ gì"))).toContain("Danh mục");
  });

  it("left by the one who ended it leaves the next words to the assistant", async () => {
    await inTalk();
    await hoa.says("/ketthuc");
    expect(wordsOf(await hoa.says("cảm ơn"))).toContain("Cảm ơn anh/chị");
    expect(wordsOf(await quan.says("/viec"))).not.toContain("đã kết thúc");
  });

  it("not taken goes to the next though the citizen keeps writing, and is over when the office closes", async () => {
    const lan = personTalkingTo(town.test.app, { as: "lan", name: "lan" });
    await lan.says("/help");
    town.now = at("2026-11-23 11:20");
    await hoa.says("/gapnguoi");
    town.now = at("2026-11-23 11:24");
    await hoa.says("có ai không ạ");
    town.now = at("2026-11-23 11:26");
    await backgroundWork(town.test.app, []).recurring["tend-relays"]();
    expect(await heardBy(lan)).toContain("có ai không ạ");
    town.now = at("2026-11-23 11:32");
    await backgroundWork(town.test.app, []).recurring["tend-relays"]();
    expect(await heardBy(hoa)).toContain("không có cán bộ nào nhận được");
  });
});
