import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";
import { loadDemonstrationInto } from "../../../src/demonstration.ts";
import { serve, type Serving } from "../../../src/serve.ts";
import { findFreePort } from "../../support/redis-server.ts";
import { createTestApp, type TestApp } from "../../support/test-app.ts";

// The whole service before a Telegram that others wrote, so that our own fake does not merely agree with ourselves.

const token = "123456789:AAFakeTokenOfTheTestBotFakeToken_00";
let telegram: TelegramServer;
let test: TestApp;
let serving: Serving;

beforeAll(async () => {
  telegram = new TelegramServer({ port: await findFreePort(), host: "127.0.0.1" });
  await telegram.start();
  test = await createTestApp(() => new Date("2026-11-23T02:00:00Z"), {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.config.apiURL,
  });
  await loadDemonstrationInto(test.app);
  serving = await serve(test.app, test.config, "all");
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  await telegram.stop();
});

interface Answer {
  text: string;
  reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] };
}

describe("before telegram-test-api", () => {
  const hoa = () => telegram.getClient(token, { userId: 7, chatId: 7, firstName: "Hoa", timeout: 20_000 });

  /** What the assistant answers to what chị Hoa sends. */
  async function answers(): Promise<Answer[]> {
    const { result } = await hoa().getUpdates();
    return (result as { message: Answer }[]).map(({ message }) => message);
  }

  it("a person asks for a quarter and reads the published figures", async () => {
    await hoa().sendMessage(hoa().makeMessage("/thongke quy1 2021"));
    const [answer] = await answers();
    expect(answer!.text).toContain("nhận 2.654 hồ sơ, đã giải quyết 2.986");
  });

  it("a person presses a button and is answered", async () => {
    await hoa().sendMessage(hoa().makeMessage("000.00.16.H57-210115-0007"));
    const [shown] = await answers();
    const button = shown!
      .reply_markup!.inline_keyboard.flat()
      .find(({ callback_data: data }) => data.startsWith("/chitiet"));
    await hoa().sendCallback(hoa().makeCallbackQuery(button!.callback_data));
    const [answer] = await answers();
    expect(answer!.text).toContain("4 số cuối");
  });
});
