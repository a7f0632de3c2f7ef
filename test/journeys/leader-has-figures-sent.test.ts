import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backgroundWork } from "../../src/background-work.ts";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let now = new Date("2026-11-22T02:00:00Z");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
});
afterAll(() => test[Symbol.asyncDispose]());

const person = (as?: string) => personTalkingTo(test.app, as === undefined ? {} : { as });

/** Works the job and the handing over at an instant of Vietnam, as two workers would; what was said by it, and no more. */
async function atInstant(local: string): Promise<string[]> {
  now = new Date(`${local}:00+07:00`);
  const { recurring } = backgroundWork(test.app, []);
  await Promise.all([recurring["figures-digests"](), recurring["figures-digests"]()]);
  await recurring["hand-over-notices"]();
  const rows = await test.app.database.query<{ reply: Reply }>(
    `delete from notice where kind = 'figures-digest' and status = 'handed-over'
     returning (select reply from outbox where id = outbox_id) as reply`,
  );
  return rows.map(({ reply }) => wordsOf([reply]));
}

describe("the figures that are sent", () => {
  it("are for leaders, who turn each on and off", async () => {
    expect(wordsOf(await person().says("/bantin"))).toContain("dành cho lãnh đạo");
    const leader = person("lanhdao");
    expect(wordsOf(await leader.says("/bantin"))).toContain("Hằng tuần: không nhận");
    expect(wordsOf(await leader.says("Nhận hằng tuần"))).toContain("Hằng tuần: đang nhận");
    expect(wordsOf(await leader.says("gửi số liệu hằng tháng cho tôi"))).toContain("Hằng tháng: đang nhận");
    for (const asked of [
      "gửi tôi số liệu mỗi sáng thứ Hai",
      "sáng thứ hai hằng tuần gửi cho tôi báo cáo trước giao ban",
    ]) {
      await leader.says("/bantin thoi tuan");
      expect([asked, wordsOf(await leader.says(asked))]).toEqual([
        asked,
        expect.stringContaining("Hằng tuần: đang nhận"),
      ]);
    }
    expect(wordsOf(await leader.says("Thôi nhận hằng tháng"))).toContain("không nhận bản tin hằng tháng nữa");
  });

  it("come on Monday at a quarter past seven, once, exceptions first", async () => {
    expect(await atInstant("2026-11-23T07:14")).toEqual([]);
    const [digest, ...others] = await atInstant("2026-11-23T07:15");
    expect(others).toEqual([]);
    expect(digest).toContain("Bản tin số liệu Tuần 16/11/2026–22/11/2026, Sở Tư pháp");
    expect(digest!.indexOf("đã quá hạn")).toBeLessThan(digest!.indexOf("Nhận 25 hồ sơ"));
    expect(digest).toMatch(/chỉ tiêu 25% \(.+\), còn thiếu \d+ hồ sơ trực tuyến/);
    expect(await atInstant("2026-11-23T07:16")).toEqual([]);
    expect(await atInstant("2026-11-24T07:15")).toEqual([]);
  });

  it("are silent in a week without exceptions, but not in such a month", async () => {
    await test.app.database.query("truncate dossier, feedback cascade");
    expect(await atInstant("2026-11-30T07:15")).toEqual([]);
    await person("lanhdao").says("/bantin thang");
    const [monthly] = await atInstant("2026-12-15T07:15");
    expect(monthly).toContain("Không có việc nào quá hạn hay dưới chỉ tiêu.");
  });
});
