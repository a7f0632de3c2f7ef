import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { examineZaloAccount, examineZaloBot } from "../../src/commands/examine-zalo.ts";
import { FakeZaloBot } from "../support/fake-zalo-bot.ts";
import { FakeZalo } from "../support/fake-zalo.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let zalo: FakeZalo;
let bot: FakeZaloBot;
let test: TestApp | undefined;

beforeEach(async () => {
  zalo = await FakeZalo.start();
  bot = await FakeZaloBot.start();
});
afterEach(async () => {
  await test?.[Symbol.asyncDispose]();
  await bot[Symbol.asyncDispose]();
  await zalo[Symbol.asyncDispose]();
});

async function examine(variables: Record<string, string>) {
  test = await createTestApp(() => zalo.now, variables);
  return [await examineZaloAccount(test.app, test.config), await examineZaloBot(test.app, test.config)];
}

const botVariables = () => ({ ZALO_BOT_TOKEN: bot.token, ZALO_BOT_API_ROOT: bot.apiRoot });

describe("the check-up of Zalo", () => {
  it("notes what is not connected", async () => {
    expect(await examine({})).toMatchObject([{ state: "note" }, { state: "note" }]);
  });

  it("names the account and the bot that answer", async () => {
    expect(await examine({ ...zalo.environment(), ...botVariables() })).toEqual([
      { part: "zalo", state: "ok", found: "Sở Tư pháp" },
      { part: "zalo bot", state: "ok", found: "Một Cửa, long polling" },
    ]);
  });

  it("finds a lapsed consent and a refused token, with the remedy", async () => {
    const variables = { ...zalo.environment(), ...botVariables(), ZALO_BOT_TOKEN: "another-token-of-a-bot" };
    zalo.grants.revokeAll();
    expect(await examine(variables)).toMatchObject([
      { state: "fault", found: "no valid consent", remedy: "motcua zalo authorize" },
      { state: "fault", found: "Unauthorized" },
    ]);
  });

  it("finds a Zalo that cannot be reached", async () => {
    zalo.failNext("/v2.0/oa/getoa", { kind: "drop" });
    expect((await examine(zalo.environment()))[0]).toMatchObject({ state: "fault" });
  });
});
