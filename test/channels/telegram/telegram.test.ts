import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeTelegram } from "../../support/fake-telegram.ts";
import { TelegramTrial, hoa } from "./telegram-trial.ts";

let trial: TelegramTrial;
let fake: FakeTelegram;

beforeEach(async () => {
  trial = await TelegramTrial.start();
  fake = trial.fake;
});
afterEach(() => trial[Symbol.asyncDispose]());

describe("setting the bot up", () => {
  it("registers the commands in Vietnamese for all and in English for those who use it", async () => {
    trial.telegram.start();
    await fake.until(() => fake.callsOf("setMyCommands").length === 2);
    expect(fake.callsOf("setMyCommands")).toMatchObject([
      {
        commands: expect.arrayContaining([
          { command: "thongke", description: "Số liệu giải quyết hồ sơ" },
        ]) as unknown,
      },
      {
        language_code: "en",
        commands: expect.arrayContaining([
          { command: "thongke", description: "Figures on dossiers handled" },
        ]) as unknown,
      },
    ]);
  });

  it("asks for a webhook with the secret when there is a public address", async () => {
    trial.open({ publicUrl: "https://motcua.example", secret: "a-secret-of-motcua" });
    trial.telegram.start();
    await fake.until(() => fake.webhook !== undefined);
    expect(fake.webhook).toEqual({
      url: "https://motcua.example/webhooks/telegram",
      secret_token: "a-secret-of-motcua",
      allowed_updates: ["message", "edited_message", "callback_query"],
    });
  });

  it("gives an earlier webhook up when it polls", async () => {
    fake.webhook = { url: "https://motcua.example/webhooks/telegram" };
    fake.write(hoa, "/start");
    trial.telegram.start();
    await fake.until(() => trial.heard.length > 0);
    expect(fake.webhook).toBeUndefined();
  });

  it("hears people even while Telegram does not take the menu", async () => {
    trial.open({ firstWaitMs: 60_000 });
    fake.failNext("setMyCommands", { kind: "status", status: 404 });
    fake.write(hoa, "/start");
    trial.telegram.start();
    await fake.until(() => trial.heard.length > 0);
    expect(trial.contents()).toEqual(["/start"]);
  });

  it("goes on trying while Telegram is away", async () => {
    fake.failNext("deleteWebhook", { kind: "drop" }, { kind: "status", status: 500 }, { kind: "garbage" });
    fake.write(hoa, "/start");
    trial.telegram.start();
    await fake.until(() => trial.heard.length > 0);
    expect(trial.contents()).toEqual(["/start"]);
  });

  it("refuses a public address without a secret", () => {
    expect(() => trial.open({ publicUrl: "https://motcua.example" })).toThrow("secret");
  });
});
