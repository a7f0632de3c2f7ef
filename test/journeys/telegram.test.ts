import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { FakeTelegram } from "../support/fake-telegram.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// The whole service on Telegram: what a chat sends comes in, what it is owed goes out.

const hoa = 1001;
let telegram: FakeTelegram;
let test: TestApp;
let serving: Serving | undefined;
beforeEach(async () => {
  telegram = await FakeTelegram.start();
  telegram.openChat(hoa);
});
afterEach(async () => {
  await serving?.[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  await telegram[Symbol.asyncDispose]();
});

async function start(variables: Record<string, string> = {}): Promise<void> {
  test = await createTestApp(() => new Date("2026-11-23T02:00:00Z"), {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ...variables,
  });
  await loadDemonstrationInto(test.app);
  serving = await serve(test.app, test.config, "all");
}

const texts = () => telegram.callsOf("sendMessage").map(({ text }) => String(text));

describe("on Telegram", () => {
  it("a chat that is polled for asks for the quarter, presses a button and is answered in order", async () => {
    await start();
    telegram.write(hoa, "/thongke quy1 2021");
    await telegram.until(() => texts().length === 1);
    expect(texts()[0]).toContain("nhận 2.654 hồ sơ, đã giải quyết 2.986");
    telegram.write(hoa, "000.00.16.H57-210115-0007");
    await telegram.until(() => texts().length === 2);
    expect(texts()[1]).toContain("đã trả kết quả");
    telegram.press(hoa, "/chitiet 000.00.16.H57-210115-0007");
    await telegram.until(() => texts().length === 3);
    expect(texts()[2]).toContain("4 số cuối");
  });

  it("a webhook call is answered once, and refused without the secret", async () => {
    const secret = "a-secret-of-the-test";
    await start({ PUBLIC_URL: "https://motcua.example", TELEGRAM_WEBHOOK_SECRET: secret });
    await telegram.until(() => telegram.webhook !== undefined);
    const body = JSON.stringify({
      update_id: 1,
      message: {
        message_id: 5,
        date: 1,
        chat: { id: hoa, type: "private", first_name: "Hoa" },
        from: { id: hoa, is_bot: false, first_name: "Hoa", language_code: "vi" },
        text: "/help",
      },
    });
    const call = (headers: Record<string, string>) =>
      fetch(`${serving!.url}/webhooks/telegram`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body,
      });
    expect((await call({})).status).toBe(401);
    expect((await call({ "x-telegram-bot-api-secret-token": "wrong" })).status).toBe(401);
    expect((await call({ "x-telegram-bot-api-secret-token": secret })).status).toBe(200);
    expect((await call({ "x-telegram-bot-api-secret-token": secret })).status).toBe(200);
    await telegram.until(() => texts().length === 1);
    const [outbox] = await test.app.database.query<{ count: number }>(
      "select count(*)::int as count from outbox",
    );
    expect(outbox).toEqual({ count: 1 });
  });

  it("what could not be sent is sent when Telegram is well again", async () => {
    await start();
    telegram.failNext("sendMessage", { kind: "status", status: 502 });
    telegram.write(hoa, "/help");
    await telegram.until(() => telegram.callsOf("sendMessage").length === 1);
    const waiting = "select count(*)::int as count from outbox where status = 'pending' and attempts = 1";
    await expect.poll(() => test.app.database.query(waiting), { timeout: 10_000 }).toEqual([{ count: 1 }]);
    // Its time has come: the next worker that is woken takes it.
    await test.app.database.query("update outbox set due_at = created_at");
    test.app.onAnswered();
    await telegram.until(() => telegram.callsOf("sendMessage").length === 2);
  });

  it("an album is answered once and all of its photos are kept as sent; changed words are answered anew", async () => {
    await start();
    for (const place of [1, 2, 3]) {
      telegram.keepFile(`anh${place}`, Buffer.from(`ảnh ${place}`));
      const photo = [
        { file_id: "nho", width: 90, height: 90 },
        { file_id: `anh${place}`, width: 900 },
      ];
      telegram.say(hoa, { photo, media_group_id: "135" });
    }
    const asked = telegram.write(hoa, "000.00.16.H57-210115-0008");
    await telegram.until(() => texts().length === 2);
    expect(texts()[0]).toContain("đang tìm mã hồ sơ trên ảnh");
    telegram.edit(asked, { text: "000.00.16.H57-210115-0007" });
    const toTheEdit = /^<i>Đã đọc nội dung anh\/chị vừa sửa\.[^]*000\.00\.16\.H57-210115-0007/;
    await telegram.until(() => texts().some((text) => toTheEdit.test(text)));
    const kept = () =>
      test.app.database.query("select convert_from(content, 'utf8') as content from attachment order by id");
    const photos = [1, 2, 3].map((place) => ({ content: `ảnh ${place}` }));
    await expect.poll(kept, { timeout: 15_000 }).toEqual(photos);
  });
});
