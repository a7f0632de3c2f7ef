import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApi } from "../../../src/channels/telegram/telegram-api.ts";
import { createTelegramChannel } from "../../../src/channels/telegram/telegram-channel.ts";
import type { Channel, DeliveryOutcome } from "../../../src/conversation/delivery/channel.ts";
import { paragraph } from "../../../src/conversation/reply.ts";
import { sentFiles } from "../../support/sent-files.ts";
import { FakeTelegram, type Failure } from "../../support/fake-telegram.ts";

const hoa = 7;
let telegram: FakeTelegram;
let channel: Channel;

beforeEach(async () => {
  telegram = await FakeTelegram.start();
  telegram.openChat(hoa);
  channel = createTelegramChannel(createApi(telegram, 5), sentFiles);
});
afterEach(() => telegram[Symbol.asyncDispose]());

const send = (text: string, chatId = hoa) =>
  channel.send({ conversationId: String(chatId), outboxId: "1", reply: { blocks: [paragraph(text)] } });

describe("sending to Telegram", () => {
  it.each([
    [
      "a server error",
      { kind: "status", status: 500 },
      { kind: "retry", reason: "Telegram's own trouble (500: Internal Server Error)" },
    ],
    ["a bad gateway that talks HTML", { kind: "garbage" }, { kind: "retry", reason: "network" }],
    ["a dropped connection", { kind: "drop" }, { kind: "retry", reason: "network" }],
    ["an answer that was lost", { kind: "drop-after" }, { kind: "retry", reason: "network" }],
    [
      "a long wait asked for",
      { kind: "rate-limited", retryAfterSeconds: 30 },
      {
        kind: "retry",
        afterMs: 30_000,
        holds: "channel",
        reason: "rate limited (429: Too Many Requests: retry after 30)",
      },
    ],
    [
      "a token that is no longer good",
      { kind: "status", status: 401 },
      { kind: "retry", afterMs: 300_000, reason: "bot token refused (401: Internal Server Error)" },
    ],
  ] satisfies [string, Failure, DeliveryOutcome][])(
    "reports %s, and tries no second time itself",
    async (_, failure, outcome) => {
      telegram.failNext("sendMessage", failure);
      expect(await send("Chào chị Hoa")).toEqual(outcome);
      expect(telegram.calls).toHaveLength(1);
    },
  );

  it("sits out a short wait, so that a reply of several messages is not begun again", async () => {
    telegram.failNext("sendMessage", { kind: "rate-limited", retryAfterSeconds: 0 });
    expect(await send("Chào chị Hoa")).toEqual({ kind: "sent" });
    expect(telegram.calls).toHaveLength(2);
  });

  it("gives up on a person who blocked the bot, and on a chat that is not there", async () => {
    telegram.blockChat(8);
    expect(await send("Chào anh Minh", 8)).toMatchObject({
      kind: "unreachable",
      reason: expect.stringContaining("blocked by the person") as string,
    });
    expect(await send("Có ai không?", 9)).toMatchObject({
      kind: "unreachable",
      reason: expect.stringContaining("chat not found") as string,
    });
  });

  it("stops a reply of several messages at the one that failed", async () => {
    const long = "Một câu khá dài để chia. ".repeat(500);
    telegram.failNext("sendMessage", { kind: "status", status: 502 });
    expect(await send(long)).toMatchObject({ kind: "retry" });
    expect(telegram.calls).toHaveLength(1);
    expect(await send(long)).toEqual({ kind: "sent" });
    expect(telegram.calls).toHaveLength(5);
  });

  it("throws what is neither a refusal nor the network: a bug of ours", async () => {
    await expect(channel.send({ conversationId: "7", outboxId: "1", reply: {} as never })).rejects.toThrow(
      TypeError,
    );
  });
});

describe("the fake Telegram", () => {
  const call = async (method: string, payload: object) => {
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
      method: "POST",
      body: JSON.stringify(payload),
    });
    return (await response.json()) as { ok: boolean; description?: string };
  };
  const keyboard = (button: object) => ({ reply_markup: { inline_keyboard: [[button]] } });

  it.each([
    [
      "a misspelt field",
      "sendMessage",
      { chat_id: hoa, text: "a", ...keyboard({ text: "a", callbackdata: "b" }) },
    ],
    ["an unknown parse mode", "sendMessage", { chat_id: hoa, text: "a", parse_mode: "Html" }],
    ["a missing text", "sendMessage", { chat_id: hoa }],
    ["an unknown method", "sendMesage", { chat_id: hoa, text: "a" }],
    ["an empty text", "sendMessage", { chat_id: hoa, text: "<b> </b>", parse_mode: "HTML" }],
    ["4,097 units", "sendMessage", { chat_id: hoa, text: "a".repeat(4097) }],
    ["an open tag", "sendMessage", { chat_id: hoa, text: "<b>a", parse_mode: "HTML" }],
    ["crossed tags", "sendMessage", { chat_id: hoa, text: "<b><i>a</b></i>", parse_mode: "HTML" }],
    ["an unescaped sign", "sendMessage", { chat_id: hoa, text: "a & b", parse_mode: "HTML" }],
    ["a foreign tag", "sendMessage", { chat_id: hoa, text: "<p>a</p>", parse_mode: "HTML" }],
    [
      "65 bytes behind a button",
      "sendMessage",
      { chat_id: hoa, text: "a", ...keyboard({ text: "a", callback_data: "ế".repeat(22) }) },
    ],
    ["a webhook without TLS", "setWebhook", { url: "http://motcua.example" }],
    ["a command in capitals", "setMyCommands", { commands: [{ command: "Start", description: "a" }] }],
  ])("refuses %s, and remembers the fault", async (_, method, payload) => {
    expect(await call(method, payload)).toMatchObject({ ok: false });
    expect(telegram.faults.splice(0)).toHaveLength(1);
  });

  it("counts 4,096 units after the markup is gone", async () => {
    const text = `<b>${"&amp;".repeat(4096)}</b>`;
    expect(await call("sendMessage", { chat_id: hoa, text, parse_mode: "HTML" })).toMatchObject({ ok: true });
  });
});
