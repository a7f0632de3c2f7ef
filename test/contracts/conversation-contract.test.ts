import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { createTerminalChannel } from "../../src/channels/terminal/terminal-channel.ts";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { FakeTelegram } from "../support/fake-telegram.ts";
import { parseTelegramHtml } from "../support/fake-telegram-html.ts";
import { FakeZaloBot } from "../support/fake-zalo-bot.ts";
import { FakeZalo } from "../support/fake-zalo.ts";
import { visitorOf } from "../support/http-visitor.ts";
import { sampleFiles } from "../support/sample-files.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";
import { conversationContract, type Talk } from "./conversation-contract.ts";

// The whole service with every channel at once, each before a fake of its platform that keeps the platform's rules.

const place = { latitude: 21.0285, longitude: 105.8542 };

let telegram: FakeTelegram;
let zalo: FakeZalo;
let bot: FakeZaloBot;
let test: TestApp;
let serving: Serving;
beforeAll(async () => {
  telegram = await FakeTelegram.start();
  zalo = await FakeZalo.start();
  zalo.people.packageLeft = 1000;
  bot = await FakeZaloBot.start();
  test = await createTestApp(() => zalo.now, {
    ...zalo.environment(),
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ZALO_BOT_TOKEN: bot.token,
    ZALO_BOT_API_ROOT: bot.apiRoot,
  });
  await loadDemonstrationInto(test.app);
  serving = await serve(test.app, test.config, "all");
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  await bot[Symbol.asyncDispose]();
  await zalo[Symbol.asyncDispose]();
  await telegram[Symbol.asyncDispose]();
});

const find = (code: string) =>
  test.app.database.query(
    `select f.content, f.privacy,
            (select count(*)::int from feedback_attachment a where a.feedback_id = f.id) as files
     from feedback f where f.code = $1`,
    [code],
  );

/** What comes for something done: all that is owed has gone out. `read`: everything that came so far. */
function listening(channel: string, id: () => string, read: () => Promise<string[]> | string[]) {
  let done = 0;
  let seen = 0;
  return async (act: () => Promise<unknown>): Promise<string[]> => {
    await act();
    done += 1;
    const standing = () =>
      test.app.database.query(
        `select (select count(*)::int from inbound_message m where m.conversation_id = c.id) as heard,
                (select count(*)::int from outbox o where o.conversation_id = c.id and o.status <> 'sent') as owed
         from conversation c where c.channel = $1 and c.external_id = $2`,
        [channel, id()],
      );
    await expect.poll(standing, { timeout: 20_000 }).toEqual([{ heard: done, owed: 0 }]);
    const all = await read();
    const fresh = all.slice(seen);
    seen = all.length;
    return fresh;
  };
}

/** The number that stands before a choice in what was read last. */
function numberOf(label: string, texts: readonly string[]): string {
  const lines = texts.at(-1)?.split("\n") ?? [];
  const [number] = /^\d+/.exec(lines.find((line) => line.replace(/^\d+\. /, "") === label) ?? "") ?? [];
  if (number === undefined) throw new Error(`No choice "${label}" in:\n${lines.join("\n")}`);
  return number;
}

let people = 0;

describe("a talk on Telegram", () => {
  conversationContract(async (): Promise<Talk> => {
    const chat = 7000 + ++people;
    const sent = () =>
      telegram.callsOf("sendMessage").filter((call) => String(call.chat_id) === String(chat));
    const when = listening(
      "telegram",
      () => String(chat),
      () => sent().map(({ text }) => parseTelegramHtml(text!).text),
    );
    telegram.keepFile(`anh-${chat}`, sampleFiles.png);
    return {
      says: (text) => when(async () => telegram.write(chat, text)),
      chooses: (label) =>
        when(async () => {
          const buttons = sent().flatMap((call) => call.reply_markup?.inline_keyboard?.flat() ?? []);
          const button = buttons.findLast(({ text }) => text === label);
          telegram.press(chat, (button as { callback_data: string }).callback_data);
        }),
      sendsPhoto: () =>
        when(async () => telegram.say(chat, { photo: [{ file_id: `anh-${chat}`, width: 9 }] })),
      sendsPosition: () => when(async () => telegram.say(chat, { location: place })),
    };
  }, find);
});

describe("a talk on a Zalo Official Account", () => {
  conversationContract(async (): Promise<Talk> => {
    const user = `hoa-${++people}`;
    const when = listening(
      "zalo",
      () => user,
      () => zalo.messagesTo(user).map(({ text }) => text ?? ""),
    );
    const post = async (call: Parameters<FakeZalo["post"]>[1]) =>
      expect(await zalo.post(serving.url!, call)).toBe(200);
    const sends = (name: string, type: string, payload: object) => {
      const msg_id = zalo.events.messageId();
      zalo.people.hears(user, msg_id, zalo.now);
      return post(zalo.events.from(user, name, { message: { msg_id, attachments: [{ type, payload }] } }));
    };
    return {
      says: (text) => when(() => post(zalo.says(user, text))),
      chooses: (label) => when(() => post(zalo.presses(user, label))),
      sendsPhoto: () => when(() => sends("user_send_image", "image", { url: `${zalo.root}/anh.png` })),
      sendsPosition: () => when(() => sends("user_send_location", "location", { coordinates: place })),
    };
  }, find);
});

describe("a talk with a bot of the Zalo Bot Platform", () => {
  conversationContract(async (): Promise<Talk> => {
    const chat = `chat-${++people}`;
    const texts = () => bot.textsTo(chat);
    const when = listening("zalo-bot", () => chat, texts);
    const says = (text: string) => when(async () => bot.write(chat, text));
    return {
      says,
      chooses: (label) => says(numberOf(label, texts())),
      sendsPhoto: () =>
        when(async () =>
          bot.offer(bot.update(chat, "message.image.received", { photo_url: `${zalo.root}/anh.png` })),
        ),
      sendsPosition: () => says("tầng 2, nhà A"),
    };
  }, find);
});

describe("a talk on the web page", () => {
  conversationContract(async (): Promise<Talk> => {
    const visitor = visitorOf(serving.url!);
    const page = async () => (await visitor.get("/")).text();
    await page();
    const first = { id: randomUUID(), text: "/start" };
    await visitor.post("/chat/messages", first);
    const [own] = await test.app.database.query<{ id: string }>(
      `select c.external_id as id from inbound_message m join conversation c on c.id = m.conversation_id
       where m.external_id = $1`,
      [first.id],
    );
    const replies = async () =>
      Array.from(
        (await page()).matchAll(/<article class="entry replied"[^>]*>(.*?)<\/article>/gs),
        ([, html]) => readable(html!),
      );
    const when = listening("web", () => own!.id, replies);
    await when(async () => undefined);
    const posts = (body: object) => when(() => visitor.post("/chat/messages", { id: randomUUID(), ...body }));
    return {
      says: (text) => posts({ text }),
      async chooses(label) {
        const forms = Array.from(
          (await page()).matchAll(/name="label" value="([^"]*)"[^>]*\/?><button[^>]*value="([^"]*)"/g),
        );
        const form = forms.findLast(([, shown]) => shown === label);
        return posts({ label, say: form![2]!.replaceAll("&amp;", "&") });
      },
      sendsPhoto: () =>
        when(() => {
          const form = new FormData();
          form.set("id", randomUUID());
          form.set("text", "");
          form.append("files", new Blob([new Uint8Array(sampleFiles.png)], { type: "image/png" }), "ghế.png");
          return visitor.upload("/chat/messages", form);
        }),
      sendsPosition: () => posts(place),
    };
  }, find);
});

describe("a talk in the terminal", () => {
  conversationContract(async (): Promise<Talk> => {
    const id = `terminal-${++people}`;
    const printed: string[] = [];
    const channel = createTerminalChannel({ write: (text) => printed.push(text.trim()) });
    const { app } = test;
    const when = listening(
      "terminal",
      () => id,
      () => printed,
    );
    const sends = (content: Parameters<typeof app.handleMessage>[0]["content"]) =>
      when(async () => {
        await app.handleMessage({
          id: randomUUID(),
          channel: "terminal",
          conversationId: id,
          content,
          sentAt: zalo.now,
        });
        await app.deliver(new Map([[channel.name, channel]]));
      });
    const says = (text: string) => sends({ kind: "text", text });
    return {
      says,
      chooses: (label) => says(numberOf(label, printed)),
      sendsPhoto: () => sends({ kind: "media", attachments: [{ kind: "photo", ref: "zalo:none" }] }),
      sendsPosition: () => says("tầng 2, nhà A"),
    };
  }, find);
});

/** Text as a browser shows it. */
function readable(html: string): string {
  const text = html
    .replaceAll(/<(?:\/p|\/li|\/div|\/h3|\/button|br)>/g, "\n")
    .replaceAll(/<\/dt>/g, ": ")
    .replaceAll(/<[^>]+>/g, "");
  const characters = { amp: "&", lt: "<", gt: ">", quot: '"' } as const;
  return text.replaceAll(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof characters) => characters[name]);
}
