import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backgroundWork } from "../../src/background-work.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../support/feedback-town.ts";
import { personTalkingTo, wordsOf, type Person } from "../support/people.ts";

// Anh Quân administers and is on duty, chị Lan leads; both are on a messenger of theirs.

let town: FeedbackTown;
let hoa: Person;
let quan: Person;
let lan: Person;
beforeEach(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  hoa = personTalkingTo(town.test.app, { name: "hoa" });
  [quan, lan] = [await linked("quan"), await linked("lan")];
});
afterEach(() => town[Symbol.asyncDispose]());

async function linked(username: string): Promise<Person> {
  const person = personTalkingTo(town.test.app, { as: username, name: username });
  await person.says("/help");
  return person;
}

/** What came to somebody, once the assistant has passed everything on. */
async function heardBy(person: Person): Promise<string> {
  await backgroundWork(town.test.app, []).recurring["hand-over-notices"]();
  return wordsOf(await person.hears());
}
const tend = () => backgroundWork(town.test.app, []).recurring["tend-relays"]();

async function inTalk(): Promise<void> {
  await hoa.says("cho tôi gặp cán bộ");
  await heardBy(quan);
  await quan.says("Nhận");
  await heardBy(hoa);
}

describe("a citizen who asks for a person", () => {
  it("is handed over to whoever is on duty, who has read what it is about", async () => {
    await hoa.says("giấy khai sinh của con tôi sai tên, căn cước 001085012345");
    expect(wordsOf(await hoa.says("cho tôi gặp cán bộ"))).toContain("Đã báo cán bộ trực");
    const offered = await heardBy(quan);
    expect(offered).toContain("giấy khai sinh của con tôi sai tên, căn cước 001******345");
    expect(wordsOf(await quan.says("Nhận"))).toContain("Lời anh/chị viết từ đây được chuyển tới công dân");
    expect(await heardBy(hoa)).toContain("Đỗ Quân đã nhận cuộc trò chuyện");

    expect(await hoa.says("Em tên là Hoa ạ, sai chữ đệm")).toEqual([]);
    expect(await heardBy(quan)).toContain("công dân: Em tên là Hoa ạ, sai chữ đệm");
    expect(await quan.says("Chị mang bản chính tới quầy 3 nhé")).toEqual([]);
    expect(await heardBy(hoa)).toBe("Đỗ Quân: Chị mang bản chính tới quầy 3 nhé\n[Kết thúc]");
    expect(await heardBy(hoa)).toBe("");
  });

  it("has what was said while waiting read by whoever takes the talk", async () => {
    await hoa.says("/gapnguoi");
    await heardBy(quan);
    await hoa.says("em hỏi về trích lục khai tử ạ");
    expect(wordsOf(await quan.says("Nhận"))).toContain("em hỏi về trích lục khai tử ạ");
  });

  it("ends the talk, and the officer hears of it; what is said next is the assistant's again", async () => {
    await inTalk();
    expect(wordsOf(await hoa.says("Kết thúc"))).toContain("Đã kết thúc");
    expect(await heardBy(quan)).toContain("Công dân đã kết thúc cuộc 1");
    expect(wordsOf(await quan.says("còn gì nữa không chị"))).toContain("đã kết thúc");
    expect(wordsOf(await hoa.says("/help"))).toContain("Gửi mã hồ sơ");
  });

  it("is told when the officer ends it", async () => {
    await inTalk();
    await quan.says("/ketthuc");
    expect(await heardBy(hoa)).toContain("Cán bộ đã kết thúc cuộc trò chuyện");
    expect(wordsOf(await hoa.says("cảm ơn ạ"))).toContain("Cảm ơn anh/chị");
  });

  it("uses the assistant's commands in between, and is shown the right place in an emergency", async () => {
    await inTalk();
    expect(wordsOf(await hoa.says("/phananhtoi"))).not.toContain("đã kết thúc");
    expect(wordsOf(await hoa.says("cháy rồi cứu với"))).toContain("114");
    expect(await hoa.says("em vẫn còn hỏi ạ")).toEqual([]);
    expect(await heardBy(quan)).toContain("em vẫn còn hỏi ạ");
    expect(wordsOf(await quan.says("/viec"))).not.toContain("đã kết thúc");
    expect(await quan.says("anh đây")).toEqual([]);
    expect(await heardBy(hoa)).toBe("Đỗ Quân: anh đây\n[Kết thúc]");
  });

  it("sends photos and places along", async () => {
    await inTalk();
    const { app } = town.test;
    await hoa.sends({
      kind: "media",
      text: "ảnh đây",
      attachments: [{ kind: "photo", ref: "telegram:anh" }],
    });
    await app.database.query("update attachment set due_at = null, failure = 'gone'");
    await hoa.sends({ kind: "position", latitude: 21.03, longitude: 105.85 });
    await backgroundWork(app, []).recurring["hand-over-notices"]();
    const heard: Reply[] = await quan.hears();
    expect(heard.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === "file")).toHaveLength(1);
    expect(wordsOf(heard)).toContain("21.03, 105.85");
  });
});

describe("an officer", () => {
  it("passes a talk on, and two cannot take it", async () => {
    await hoa.says("/gapnguoi");
    await heardBy(quan);
    expect(wordsOf(await quan.says("Chuyển người khác"))).toContain("Đã chuyển");
    expect(await heardBy(lan)).toContain("Công dân xin gặp cán bộ");
    await lan.says("Nhận");
    expect(wordsOf(await quan.says("/trochuyen nhan 1"))).toContain("Trần Thị Lan đã nhận");
    expect(wordsOf(await lan.says("/trochuyen chuyen 1"))).toContain("Trần Thị Lan đã nhận");
  });

  it("keeps several talks apart", async () => {
    await inTalk();
    const tuan = personTalkingTo(town.test.app, { name: "tuan" });
    await tuan.says("/gapnguoi");
    await heardBy(quan);
    await quan.says("Nhận");
    await heardBy(tuan);
    await hoa.says("em Hoa đây");
    expect(await heardBy(quan)).toContain("Cuộc 1, công dân: em Hoa đây");
    await quan.says("chào anh Tuấn");
    expect([await heardBy(tuan), await heardBy(hoa)]).toEqual(["Đỗ Quân: chào anh Tuấn\n[Kết thúc]", ""]);
    await quan.presses("/trochuyen nhan 1");
    await quan.says("chào chị Hoa");
    expect([await heardBy(hoa), await heardBy(tuan)]).toEqual(["Đỗ Quân: chào chị Hoa\n[Kết thúc]", ""]);
  });

  it("of no talk learns nothing of it", async () => {
    await inTalk();
    const minh = personTalkingTo(town.test.app, { as: "minh" });
    for (const deed of [
      "/trochuyen nhan 1",
      "/ketthuc 1",
      "/trochuyen chuyen 1",
      "/trochuyen nhan 99",
      "/ketthuc",
    ])
      expect(wordsOf(await minh.says(deed))).toBe("Cuộc trò chuyện này đã kết thúc.");
    const tuan = personTalkingTo(town.test.app, { name: "tuan" });
    for (const deed of ["/trochuyen nhan 1", "/ketthuc 1"])
      expect(wordsOf(await tuan.says(deed))).toBe("Cuộc trò chuyện này đã kết thúc.");
    expect(await hoa.says("vẫn còn đây")).toEqual([]);
  });
});

describe("a talk", () => {
  it("that nobody takes within five working minutes goes to the next, and then a message is asked for", async () => {
    await hoa.says("/gapnguoi");
    expect(wordsOf(await hoa.says("có ai không ạ"))).toContain("được giữ lại");
    expect(await heardBy(quan)).toContain("Công dân xin gặp cán bộ");
    town.now = at("2026-11-23 08:04");
    await tend();
    expect(await heardBy(lan)).toBe("");
    town.now = at("2026-11-23 08:06");
    await tend();
    expect(await heardBy(lan)).toContain("có ai không ạ");
    town.now = at("2026-11-23 08:12");
    await tend();
    expect(await heardBy(hoa)).toContain("không có cán bộ nào nhận được");
    expect(wordsOf(await quan.says("/trochuyen nhan 1"))).toContain("đã kết thúc");
  });

  it("in which nobody says anything for half an hour is over for both", async () => {
    await inTalk();
    town.now = at("2026-11-23 08:29");
    await hoa.says("đợi em chút ạ");
    town.now = at("2026-11-23 08:58");
    await tend();
    expect(await heardBy(quan)).not.toContain("đã kết thúc");
    town.now = at("2026-11-23 09:00");
    await tend();
    await tend();
    expect([await heardBy(quan), await heardBy(hoa)]).toEqual([
      "Cuộc 1 đã kết thúc vì 30 phút không có lời nào.",
      expect.stringContaining("30 phút không có lời nào") as string,
    ]);
  });
});

describe("when nobody is there", () => {
  it.each([
    ["2026-11-22 09:00", "mở cửa lại 07:30 thứ Hai 23/11/2026"],
    ["2026-11-23 12:00", "mở cửa lại 13:30"],
  ])("at %s the hours are told and a message is taken with a promise", async (instant, opens) => {
    town.now = at(instant);
    const words = wordsOf(await hoa.says("tôi muốn gặp người thật"));
    expect(words).toContain(opens);
    expect(words).toContain("[Để lại lời nhắn]");
    expect(wordsOf(await hoa.says("Để lại lời nhắn"))).toContain("Anh/chị cho biết điều cần phản ánh");
  });

  it("with no officer on any channel a message is taken, in hours too", async () => {
    await town.test.app.database.query(
      "update conversation set unreachable_since = now() where speaker <> 'citizen'",
    );
    expect(wordsOf(await hoa.says("/gapnguoi"))).toContain("chưa có cán bộ nào nhận trò chuyện");
  });
});
