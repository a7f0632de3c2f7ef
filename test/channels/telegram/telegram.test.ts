import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paragraph } from "../../../src/conversation/reply.ts";
import { startConnectProxy } from "../../support/connect-proxy.ts";
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
  const menus = () =>
    fake.callsOf("setMyCommands").map(({ scope, language_code, commands }) => ({
      scope: scope && (scope.type === "chat" ? scope.chat_id : scope.type),
      language: language_code,
      commands: commands?.map(({ command }) => command),
    }));

  it("registers what everyone may choose, in Vietnamese and in English, and less for groups", async () => {
    trial.telegram.start();
    await fake.until(() => fake.callsOf("setMyCommands").length === 4);
    const forAll = [
      "start",
      "tracuu",
      "theodoi",
      "thutuc",
      "phananh",
      "thongke",
      "lienket",
      "help",
      "lang",
      "huy",
    ];
    const forGroups = ["thongke", "thutuc", "help"];
    expect(menus()).toEqual([
      { scope: "all_private_chats", language: undefined, commands: forAll },
      { scope: "all_private_chats", language: "en", commands: forAll },
      { scope: "all_group_chats", language: undefined, commands: forGroups },
      { scope: "all_group_chats", language: "en", commands: forGroups },
    ]);
    expect(fake.callsOf("setMyCommands")).toMatchObject([
      {
        commands: expect.arrayContaining([
          { command: "thongke", description: "Số liệu giải quyết hồ sơ" },
        ]) as unknown,
      },
      {
        commands: expect.arrayContaining([
          { command: "thongke", description: "Figures on dossiers handled" },
        ]) as unknown,
      },
      {},
      {},
    ]);
  });

  it("gives staff the menu of their role, and takes it back from those who are staff no more", async () => {
    trial.staffChats = [{ chatId: String(hoa), role: "officer" }];
    await trial.telegram.refreshStaffMenus();
    expect(menus()).toMatchObject([
      { scope: hoa, language: undefined, commands: expect.arrayContaining(["viec"]) as unknown },
      { scope: hoa, language: "en", commands: expect.arrayContaining(["viec"]) as unknown },
    ]);
    await trial.telegram.refreshStaffMenus();
    expect(menus()).toHaveLength(2);
    trial.staffChats = [{ chatId: String(hoa), role: "leader" }];
    await trial.telegram.refreshStaffMenus();
    expect(menus()).toHaveLength(4);
    trial.staffChats = [];
    await trial.telegram.refreshStaffMenus();
    expect(fake.callsOf("deleteMyCommands")).toEqual([
      { scope: { type: "chat", chat_id: hoa } },
      { scope: { type: "chat", chat_id: hoa }, language_code: "en" },
    ]);
  });

  it("gives the menu of their role at once to whoever has just been linked", async () => {
    trial.answer = async () => {
      trial.staffChats = [{ chatId: String(hoa), role: "officer" }];
      return { kind: "answered" };
    };
    fake.write(hoa, "/lienket ABCD2345 dongy");
    trial.telegram.start();
    await fake.until(() => menus().filter(({ scope }) => scope === hoa).length === 2);
    expect(trial.contents()).toEqual(["/lienket ABCD2345 dongy"]);
  });

  it("hears who blocks the bot and who lets it in again", async () => {
    const from = { id: hoa, is_bot: false, first_name: "Hoa" };
    const chat = { id: hoa, type: "private", first_name: "Hoa" } as const;
    const user = { ...fake.bot };
    const member = (status: string) => ({ status, user });
    for (const [was, is] of [
      ["member", "kicked"],
      ["kicked", "member"],
    ] as const)
      fake.push({
        my_chat_member: {
          chat,
          from,
          date: 1_616_000_000,
          old_chat_member: member(was),
          new_chat_member: member(is),
        },
      } as never);
    trial.telegram.start();
    await fake.until(() => trial.news.length === 2);
    expect(trial.news.map(({ isReachable }) => isReachable)).toEqual([false, true]);
  });

  it("goes through the proxy that is set, for calls and for files", async () => {
    await using proxy = await startConnectProxy();
    trial.open({ proxy: proxy.url });
    fake.keepFile("anh", Buffer.from("một tấm ảnh"));
    fake.openChat(hoa);
    const reply = { blocks: [paragraph("Chào chị Hoa")] };
    expect(await trial.telegram.channel.send({ conversationId: String(hoa), outboxId: "1", reply })).toEqual({
      kind: "sent",
    });
    expect(await trial.telegram.files.fetch("telegram:anh")).toEqual({
      kind: "content",
      content: Buffer.from("một tấm ảnh"),
    });
    const target = new URL(fake.apiRoot).host;
    expect(new Set(proxy.targets)).toEqual(new Set([target]));
  });

  it("asks for a webhook with the secret when there is a public address", async () => {
    trial.open({ publicUrl: "https://motcua.example", secret: "a-secret-of-motcua" });
    trial.telegram.start();
    await fake.until(() => fake.webhook !== undefined);
    expect(fake.webhook).toEqual({
      url: "https://motcua.example/webhooks/telegram",
      secret_token: "a-secret-of-motcua",
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
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
