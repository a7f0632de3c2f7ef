import type { Chat, Message, Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { readUpdate } from "../../../src/channels/telegram/read-update.ts";

const bot = { id: 99, username: "MotCua_bot" };
const now = new Date("2021-03-16T02:00:00Z");
const hoa = { id: 7, is_bot: false, first_name: "Hoa", language_code: "vi" };
const privately: Chat = { id: 7, type: "private", first_name: "Hoa" };
const group: Chat = { id: -100, type: "supergroup", title: "Tổ một cửa" };

const message = (fields: object, chat: Chat = privately): Update =>
  ({ update_id: 1, message: { message_id: 12, date: 1_615_860_000, chat, from: hoa, ...fields } }) as Update;
const read = (update: Update) => readUpdate(update, bot, now);

describe("reading a Telegram update", () => {
  it("takes a private text as it is", () => {
    expect(read(message({ text: "/thongke quy1" }))).toEqual({
      kind: "message",
      message: {
        id: "m12",
        channel: "telegram",
        conversationId: "7",
        content: { kind: "text", text: "/thongke quy1" },
        sentAt: new Date(1_615_860_000_000),
        language: "vi",
      },
    });
  });

  it.each([
    ["en", "en"],
    ["en-GB", "en"],
    ["vi", "vi"],
    ["fr", "vi"],
    [undefined, "vi"],
  ])("reads the language %s as %s", (language_code, language) => {
    const update = message({ text: "chào", from: { ...hoa, language_code } });
    expect(read(update)).toMatchObject({ message: { language } });
  });

  it.each([
    ["the bot's name in a command", privately, { text: "/thongke@motcua_bot quy1" }, "/thongke quy1"],
    ["a command in a group", group, { text: "/thongke quy1" }, "/thongke quy1"],
    ["a named command in a group", group, { text: "/thongke@motcua_bot" }, "/thongke"],
    [
      "a mention in a group",
      group,
      { text: "@motcua_bot quý này nhận bao nhiêu?" },
      "quý này nhận bao nhiêu?",
    ],
    ["a mention at the end", group, { text: "quý này @MotCua_Bot" }, "quý này"],
    ["an answer to the bot", group, { text: "2", reply_to_message: { from: { id: 99 } } }, "2"],
  ])("understands %s", (_, chat, fields, text) => {
    expect(read(message(fields, chat))).toMatchObject({ message: { content: { kind: "text", text } } });
  });

  it.each([
    ["talk in a group", message({ text: "Trưa nay ăn gì?" }, group), "not addressed to the bot"],
    ["another bot's command", message({ text: "/start@khac_bot" }, group), "not addressed to the bot"],
    [
      "a mention of someone else",
      message({ text: "@motcua_bot2 xem giúp" }, group),
      "not addressed to the bot",
    ],
    ["a photo in a group", message({ photo: [] }, group), "not addressed to the bot"],
    ["another bot", message({ text: "/start", from: { ...hoa, is_bot: true } }), "not from a person"],
    ["a message of a channel", message({ text: "tin", from: undefined }), "not from a person"],
    ["a new member", message({ new_chat_members: [] }, group), "service message"],
    [
      "an edit",
      { update_id: 1, edited_message: message({ text: "sửa" }).message } as Update,
      "edited_message is not read",
    ],
    ["being blocked", { update_id: 1, my_chat_member: {} } as Update, "my_chat_member is not read"],
    ["an update of an unknown kind", { update_id: 1 } as Update, "empty update is not read"],
    ["a press without data", press({ data: undefined }), "press without data"],
    ["a press outside a chat", press({ message: undefined }), "press on a message outside any chat"],
  ])("ignores %s", (_, update, reason) => {
    expect(read(update)).toEqual({ kind: "ignored", reason });
  });

  it.each([
    ["photo", { photo: [], caption: "giấy tờ" }],
    ["voice", { voice: {} }],
    ["sticker", { sticker: {} }],
    ["animation", { animation: {}, document: {} }],
    ["venue", { venue: {}, location: {} }],
    ["location", { location: {} }],
  ])("names a %s as not readable yet", (what, fields) => {
    expect(read(message(fields))).toMatchObject({ message: { content: { kind: "unsupported", what } } });
  });

  it("takes a press for what its button says, with the label that was on it", () => {
    expect(read(press({}))).toEqual({
      kind: "message",
      message: {
        id: "c555",
        channel: "telegram",
        conversationId: "7",
        content: { kind: "button", say: "/thongke 2020", label: "Kỳ trước" },
        sentAt: now,
        language: "vi",
      },
    });
  });

  it("takes a press on a message that Telegram no longer has", () => {
    const message = { chat: privately, message_id: 3, date: 0 };
    expect(read(press({ message }))).toMatchObject({
      message: { content: { kind: "button", say: "/thongke 2020" } },
    });
  });
});

function press(fields: object): Update {
  const inline_keyboard = [
    [{ text: "Theo đơn vị", callback_data: "/x" }],
    [{ text: "Kỳ trước", callback_data: "/thongke 2020" }],
  ];
  const shown = {
    message_id: 3,
    date: 1,
    chat: privately,
    text: "Quý I",
    reply_markup: { inline_keyboard },
  } as Message;
  return {
    update_id: 1,
    callback_query: {
      id: "555",
      from: hoa,
      chat_instance: "1",
      data: "/thongke 2020",
      message: shown,
      ...fields,
    },
  } as Update;
}
