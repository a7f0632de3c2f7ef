import { Agent } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createZaloBot, type ZaloBot, type ZaloBotOptions } from "../../../src/channels/zalo-bot/zalo-bot.ts";
import type { DeliveryOutcome } from "../../../src/conversation/delivery/channel.ts";
import type { InboundContent, InboundMessage } from "../../../src/conversation/inbound-message.ts";
import { paragraph } from "../../../src/conversation/reply.ts";
import { StoreUnavailableError } from "../../../src/conversation/store-unavailable-error.ts";
import type { HandleMessage } from "../../../src/conversation/turn.ts";
import { FakeZaloBot, type ZaloBotFailure } from "../../support/fake-zalo-bot.ts";

const hoa = "chat-hoa";
const secret = "a-secret-of-the-bot";
const silent = () => undefined;

let fake: FakeZaloBot;
let bot: ZaloBot;
let heard: InboundMessage[];
let answer: HandleMessage;

beforeEach(async () => {
  fake = await FakeZaloBot.start();
  heard = [];
  answer = () => Promise.resolve({ kind: "answered" });
  bot = open();
});
afterEach(async () => {
  await bot.stop();
  await bot[Symbol.asyncDispose]();
  await fake[Symbol.asyncDispose]();
});

function open(options: Partial<ZaloBotOptions> = {}): ZaloBot {
  return createZaloBot({
    toFiles: async () => new Agent(),
    token: fake.token,
    apiRoot: fake.apiRoot,
    linkTo: () => undefined,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    handleMessage: async (message) => {
      const outcome = await answer(message);
      heard.push(message);
      fake.notice();
      return outcome;
    },
    firstWaitMs: 1,
    ...options,
  });
}

const texts = () => heard.map(({ content }) => (content.kind === "text" ? content.text : content));
const send = (text = "Chào chị") =>
  bot.channel.send({ conversationId: hoa, outboxId: "1", reply: { blocks: [paragraph(text)] } });

describe("polling", () => {
  it("gives an earlier webhook up and hands over what people write, in order", async () => {
    fake.webhook = { url: "https://motcua.example/webhooks/zalo-bot", secret_token: secret };
    for (const text of ["một", "hai"]) fake.write(hoa, text);
    bot.start();
    await fake.until(() => heard.length === 2);
    fake.write(hoa, "ba");
    await fake.until(() => heard.length === 3);
    expect(texts()).toEqual(["một", "hai", "ba"]);
    expect(heard[0]).toMatchObject({ id: "m1", channel: "zalo-bot", conversationId: hoa });
  });

  it("takes an update wrapped as an answer", async () => {
    fake.wrapsUpdates = true;
    fake.write(hoa, "gói");
    bot.start();
    await fake.until(() => heard.length === 1);
    expect(texts()).toEqual(["gói"]);
  });

  it("holds an update that Zalo gives but once until the database is back", async () => {
    let refusals = 3;
    answer = () =>
      refusals-- > 0
        ? Promise.reject(new StoreUnavailableError("away"))
        : Promise.resolve({ kind: "answered" });
    fake.write(hoa, "một");
    fake.write(hoa, "hai");
    bot.start();
    await fake.until(() => heard.length === 2);
    expect(texts()).toEqual(["một", "hai"]);
  });

  it("survives a fault of ours, a network that breaks and a time without news", async () => {
    answer = ({ content }) =>
      content.kind === "text" && content.text === "lỗi"
        ? Promise.reject(new TypeError("a bug"))
        : Promise.resolve({ kind: "answered" });
    fake.failNext("deleteWebhook", { kind: "drop" });
    fake.failNext(
      "getUpdates",
      { kind: "garbage" },
      { kind: "status", status: 502 },
      { kind: "refused", code: 408, description: "Request timeout" },
    );
    fake.write(hoa, "lỗi");
    fake.write(hoa, "sau đó");
    bot.start();
    await fake.until(() => heard.length === 1);
    expect(texts()).toEqual(["sau đó"]);
  });
});

describe("the webhook", () => {
  beforeEach(() => (bot = open({ publicUrl: "https://motcua.example", secret })));

  const post = (body: unknown, given: string | undefined = secret) =>
    bot.webhook!.handle({
      headers: { "x-bot-api-secret-token": given },
      rawBody: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
    });

  it("is asked for with the secret", async () => {
    bot.start();
    await fake.until(() => fake.webhook !== undefined);
    expect(fake.webhook).toEqual({
      url: "https://motcua.example/webhooks/zalo-bot",
      secret_token: secret,
    });
  });

  it("takes updates, bare and wrapped", async () => {
    expect(await post(fake.update(hoa, "message.text.received", { text: "một" }))).toEqual({ status: 200 });
    const wrapped = { ok: true, result: fake.update(hoa, "message.text.received", { text: "hai" }) };
    expect(await post(wrapped)).toEqual({ status: 200 });
    expect(texts()).toEqual(["một", "hai"]);
  });

  it.each(["wrong", "", undefined])("refuses the secret %j and reads nothing", async (given) => {
    const update = fake.update(hoa, "message.text.received", { text: "một" });
    const headers = given === undefined ? {} : { "x-bot-api-secret-token": given };
    const rawBody = Buffer.from(JSON.stringify(update));
    expect(await bot.webhook!.handle({ headers, rawBody })).toEqual({ status: 401 });
    expect(heard).toEqual([]);
  });

  it.each(["{", "null", "[]", '{"event_name":1}'])("refuses the body %s", async (body) => {
    expect(await post(body)).toEqual({ status: 400 });
  });

  it.each([9007199254740992, -1, 1.5])("refuses %d as the moment of a message", async (date) => {
    const update = fake.update(hoa, "message.text.received", { text: "một" });
    const message = { ...(update as { message: object }).message, date };
    expect(await post({ ...update, message })).toEqual({ status: 400 });
    expect(heard).toEqual([]);
  });

  it("asks for redelivery while the database is away, and for none after a fault of ours", async () => {
    const update = fake.update(hoa, "message.text.received", { text: "một" });
    answer = () => Promise.reject(new StoreUnavailableError("away"));
    expect(await post(update)).toEqual({ status: 503 });
    answer = () => Promise.reject(new TypeError("a bug"));
    expect(await post(update)).toEqual({ status: 200 });
  });

  it("needs a secret", () => {
    expect(() => open({ publicUrl: "https://motcua.example" })).toThrow("secret");
  });

  const photo = "https://f.zdn.vn/1.jpg";
  it.each<[string, object, InboundContent]>([
    [
      "message.image.received",
      { photo_url: photo, caption: "ổ gà" },
      { kind: "media", text: "ổ gà", attachments: [{ kind: "photo", ref: `zalo-bot:${photo}` }] },
    ],
    ["message.sticker.received", { sticker: "1" }, { kind: "unsupported", what: "sticker" }],
    [
      "message.unsupported.received",
      {},
      { kind: "unsupported", what: "something Zalo does not show to bots" },
    ],
  ])("reads %s", async (name, fields, content) => {
    await post(fake.update(hoa, name, fields));
    expect(heard.map((message) => message.content)).toEqual([content]);
  });

  it.each<[string, object]>([
    ["message.image.received", {}],
    ["message.new.received", { text: "x" }],
    ["message.text.received", { text: "x", from: { id: "9", is_bot: true } }],
    ["message.text.received", { text: "chào nhau", chat: { id: hoa, chat_type: "GROUP" } }],
    ["message.sticker.received", { chat: { id: hoa, chat_type: "GROUP" } }],
  ])("ignores %s with %j", async (name, fields) => {
    expect(await post(fake.update(hoa, name, fields))).toEqual({ status: 200 });
    expect(heard).toEqual([]);
  });

  it("answers in a group to commands and to its name", async () => {
    const chat = { id: hoa, chat_type: "GROUP" };
    await post(fake.update(hoa, "message.text.received", { text: "/thongke quy1", chat }));
    await post(fake.update(hoa, "message.text.received", { text: "@Một Cửa quý 1 thế nào", chat }));
    expect(texts()).toEqual(["/thongke quy1", "quý 1 thế nào"]);
    expect(fake.callsOf("getMe")).toHaveLength(1);
  });
});

describe("sending by the bot", () => {
  beforeEach(() => fake.openChat(hoa));

  it.each<[string, ZaloBotFailure, DeliveryOutcome["kind"], string]>([
    ["too many calls", { kind: "refused", code: 429, description: "slow down" }, "retry", "rate limited"],
    ["a wrong token", { kind: "refused", code: 401, description: "Unauthorized" }, "retry", "not set up"],
    ["trouble of Zalo's", { kind: "refused", code: 500, description: "oops" }, "retry", "500: oops"],
    ["a gateway that fails", { kind: "status", status: 502 }, "retry", "HTTP 502"],
    ["an answer that is no JSON", { kind: "garbage" }, "retry", "without JSON"],
    ["a closed socket", { kind: "drop" }, "retry", "Zalo is away"],
    ["a refused text", { kind: "refused", code: 400, description: "bad" }, "undeliverable", "refused"],
  ])("takes %s for what it is", async (_, failure, kind, reason) => {
    fake.failNext("sendMessage", failure);
    expect(await send()).toMatchObject({ kind, reason: expect.stringContaining(reason) as string });
  });

  it("knows a person who has blocked it", async () => {
    fake.blockChat(hoa);
    expect((await send()).kind).toBe("unreachable");
  });
});
