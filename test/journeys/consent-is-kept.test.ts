import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backgroundWork } from "../../src/background-work.ts";
import { noticeVersion } from "../../src/domain/people/consent.ts";
import { createWording, languages } from "../../src/wording/wording.ts";
import { at, createFeedbackTown, type Citizen, type FeedbackTown } from "../support/feedback-town.ts";
import { wordsOf } from "../support/people.ts";

let town: FeedbackTown;
let hoa: Citizen;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  hoa = await town.citizen("hoa");
});
afterAll(() => town[Symbol.asyncDispose]());

const query = <Row>(text: string) => town.test.app.database.query<Row>(text);
const consents = () =>
  query<{
    code: string;
    version: string;
    words: string;
    channel: string;
    given_at: Date;
    withdrawn_at: Date | null;
  }>(
    `select f.code, t.version, t.words, c.channel, c.given_at, c.withdrawn_at
     from consent c join consent_text t using (digest) join feedback f on f.id = c.feedback_id order by c.id`,
  );

/** Writes feedback up to its summary. */
async function writes(content: string) {
  // Nothing is like what was sent before.
  await query("update feedback set status = 'closed', closed_at = received_at");
  let replies = await hoa.says("tôi muốn góp ý");
  for (const words of [content, "Đúng, Hộ tịch", "tầng 2, nhà A", "2", "0905 123 456"])
    replies = await hoa.says(words);
  return wordsOf(replies);
}

describe("consent", () => {
  it("is to the words that were shown, and these are kept with version, channel and time", async () => {
    const summary = await writes("Ghế chờ ở phòng hộ tịch bị gãy, người già phải đứng chờ");
    expect(await consents()).toEqual([]);
    const [code] = /PA-\d{4}-\d{6}/.exec(wordsOf(await hoa.says("Gửi")))!;
    const [kept] = await consents();
    expect(kept).toMatchObject({ code, version: noticeVersion, channel: "test-hoa", given_at: town.now });
    expect(kept!.words).toContain("91/2025/QH15");
    expect(summary).toContain(kept!.words);
    expect(wordsOf(await hoa.says("/dulieucuatoi"))).toContain(
      `Đã đồng ý xử lý: ${code}, ngày 23/11/2026, theo thông báo bản ${noticeVersion}`,
    );
  });

  it("is asked for anew when the words have changed since they were shown", async () => {
    await writes("Quạt ở phòng hộ tịch hỏng, người dân ngồi chờ rất nóng");
    await query(
      `update unsent_feedback set answers = answers || '{"toldOf": "2025-01"}' where feedback_id is null`,
    );
    const again = wordsOf(await hoa.says("Gửi"));
    expect(again).toContain("vừa thay đổi");
    expect(again).toContain("91/2025/QH15");
    expect(await consents()).toHaveLength(1);
    expect(wordsOf(await hoa.says("Gửi"))).toMatch(/PA-\d{4}-\d{6}/);
    expect(await consents()).toHaveLength(2);
  });

  it("is withdrawn by asking for erasure, and restored by taking that back", async () => {
    await hoa.says("/xoadulieu dong y");
    expect((await consents()).every(({ withdrawn_at: at }) => at !== null)).toBe(true);
    expect(wordsOf(await hoa.says("/dulieucuatoi"))).toContain("Đã rút đồng ý");
    await hoa.says("/xoadulieu thoi");
    expect((await consents()).every(({ withdrawn_at: at }) => at === null)).toBe(true);
  });

  it("stays as proof without whose it was once they are erased", async () => {
    await query("update feedback set status = 'closed', closed_at = received_at");
    await hoa.says("/xoadulieu dong y");
    town.now = at("2026-12-02 08:00");
    await backgroundWork(town.test.app, []).recurring["erase-people"]();
    expect(await query("select conversation_id from consent")).toEqual([
      { conversation_id: null },
      { conversation_id: null },
    ]);
    expect((await consents()).map(({ version }) => version)).toEqual([noticeVersion, noticeVersion]);
  });
});

it("the words of the notice and its version change together", () => {
  const say = createWording();
  const words = languages.map((language) => say(language, "feedback-notice", { agency: "…" })).join("\n");
  expect([noticeVersion, createHash("sha256").update(words).digest("hex").slice(0, 16)]).toEqual([
    "2026-11",
    "752fbd6dd35b8278",
  ]);
});
