import type { Chat, Message, Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import type { Attachment } from "../../../src/conversation/inbound-message.ts";
import { readUpdate } from "../../../src/channels/telegram/read-update.ts";

const bot = { id: 99, username: "MotCua_bot" };
const now = new Date("2021-03-16T02:00:00Z");
const hoa = { id: 7, is_bot: false, first_name: "Hoa", language_code: "vi" };
const privately: Chat = { id: 7, type: "private", first_name: "Hoa" };
const group: Chat = { id: -100, type: "supergroup", title: "Tổ một cửa" };

const small = { file_id: "nho" };
const dongDa = { latitude: 21.0137, longitude: 105.8125 };

const message = (fields: object, chat: Chat = privately): Update =>
  ({ update_id: 1, message: { message_id: 12, date: 1_615_860_000, chat, from: hoa, ...fields } }) as Update;
const edit = (fields: object, chat?: Chat): Update =>
  ({
    update_id: 2,
    edited_message: message({ ...fields, edit_date: 1_615_860_060 }, chat).message,
  }) as Update;
const read = (update: Update) => readUpdate(update, bot, now);

describe("reading a Telegram update", () => {
  it.each([
    ["whose words are no text", { text: ["/start"] }],
    ["of no moment", { text: "/start", date: "soon" }],
  ])("ignores one %s", (_, fields) => {
    expect(read(message(fields))).toEqual({ kind: "ignored", reason: "not in a known form" });
  });

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
    ["a photo in a group", message({ photo: [small] }, group), "not addressed to the bot"],
    [
      "a photo to someone else in a group",
      message({ photo: [small], caption: "@khac_bot xem giúp" }, group),
      "not addressed to the bot",
    ],
    ["a place in a group", message({ location: dongDa }, group), "not addressed to the bot"],
    ["another bot", message({ text: "/start", from: { ...hoa, is_bot: true } }), "not from a person"],
    ["a message of a channel", message({ text: "tin", from: undefined }), "not from a person"],
    ["a new member", message({ new_chat_members: [] }, group), "service message"],
    [
      "a live position that moved",
      edit({ location: { ...dongDa, live_period: 900 } }),
      "edit of something without words",
    ],
    ["a photo changed for another", edit({ photo: [small] }), "edit of something without words"],
    ["an edit in a group", edit({ text: "Trưa nay ăn phở" }, group), "not addressed to the bot"],
    ["news of a channel", { update_id: 1, channel_post: {} } as Update, "channel_post is not read"],
    ["an update of an unknown kind", { update_id: 1 } as Update, "empty update is not read"],
    ["a press without data", press({ data: undefined }), "press without data"],
    ["a press outside a chat", press({ message: undefined }), "press on a message outside any chat"],
  ])("ignores %s", (_, update, reason) => {
    expect(read(update)).toEqual({ kind: "ignored", reason });
  });

  it.each([
    ["a person who blocks it", privately, "kicked", false, "blocked by the person"],
    ["a person who lets it in again", privately, "member", true, undefined],
    ["a group that puts it out", group, "kicked", false, "put out of the group"],
    ["a group that it left", group, "left", false, "no longer in the group"],
    ["a group that takes it in", group, "administrator", true, undefined],
  ] as const)("hears of %s", (_, chat, status, isReachable, reason) => {
    const new_chat_member = { status, user: { id: 99 } };
    const update = { update_id: 3, my_chat_member: { chat, date: 1_615_860_000, new_chat_member } } as never;
    expect(read(update)).toEqual({
      kind: "reach",
      news: {
        conversationId: String(chat.id),
        at: new Date(1_615_860_000_000),
        isReachable,
        ...(reason && { reason }),
      },
    });
  });

  it("says which words and presses others read along", () => {
    const pressed = press({ message: { chat: group, message_id: 3, date: 0 } });
    for (const update of [message({ text: "/thongke" }, group), pressed])
      expect(read(update)).toMatchObject({ message: { conversationId: "-100", isInGroup: true } });
    for (const update of [message({ text: "/thongke" }), press({})])
      expect(read(update)).not.toHaveProperty("message.isInGroup");
  });

  it.each([
    ["sticker", { sticker: {} }],
    ["poll", { poll: {} }],
    ["contact", { contact: {} }],
  ])("names a %s as not readable", (what, fields) => {
    expect(read(message(fields))).toMatchObject({ message: { content: { kind: "unsupported", what } } });
  });

  it.each<[string, object, Attachment]>([
    [
      "a photo in its largest size",
      { photo: [small, { file_id: "to", file_size: 90_000 }] },
      { kind: "photo", ref: "telegram:to", mediaType: "image/jpeg", sizeBytes: 90_000 },
    ],
    [
      "a file with its name",
      { document: { file_id: "F1", file_name: "đơn.pdf", mime_type: "application/pdf", file_size: 1234 } },
      { kind: "file", ref: "telegram:F1", name: "đơn.pdf", mediaType: "application/pdf", sizeBytes: 1234 },
    ],
    [
      "a file of which nothing is told",
      { document: { file_id: "F2" } },
      { kind: "file", ref: "telegram:F2" },
    ],
    [
      "a voice message",
      { voice: { file_id: "V1", duration: 3, mime_type: "audio/ogg", file_size: 9000 } },
      { kind: "voice", ref: "telegram:V1", mediaType: "audio/ogg", sizeBytes: 9000 },
    ],
    [
      "a sound file",
      { audio: { file_id: "A1", file_name: "họp.mp3" } },
      { kind: "voice", ref: "telegram:A1", name: "họp.mp3" },
    ],
    [
      "a video",
      { video: { file_id: "D1", mime_type: "video/mp4" } },
      { kind: "video", ref: "telegram:D1", mediaType: "video/mp4" },
    ],
    ["a round video", { video_note: { file_id: "N1" } }, { kind: "video", ref: "telegram:N1" }],
    [
      "an animation, which is a document too",
      { animation: { file_id: "G1" }, document: { file_id: "G1" } },
      { kind: "video", ref: "telegram:G1" },
    ],
    [
      "a live photo, which is a photo too",
      { live_photo: { file_id: "L1" }, photo: [small] },
      { kind: "video", ref: "telegram:L1" },
    ],
  ])("takes %s", (_, fields, attachment) => {
    expect(read(message(fields))).toMatchObject({
      message: { content: { kind: "media", attachments: [attachment] } },
    });
  });

  it("takes the words under a photo, and which album it is of", () => {
    const update = message({ photo: [small], caption: "Cống tắc", media_group_id: "135" });
    expect(read(update)).toMatchObject({
      message: {
        content: {
          kind: "media",
          text: "Cống tắc",
          attachments: [{ kind: "photo", ref: "telegram:nho", mediaType: "image/jpeg" }],
          album: "135",
        },
      },
    });
  });

  it("takes a photo in a group when its words name the bot", () => {
    const update = message({ photo: [small], caption: "@motcua_bot cống tắc" }, group);
    expect(read(update)).toMatchObject({ message: { content: { kind: "media", text: "cống tắc" } } });
  });

  it.each([
    ["a place", { location: dongDa }, dongDa],
    [
      "a venue by its name and address",
      { venue: { location: dongDa, title: "Chợ Láng", address: "12 Láng Hạ" }, location: dongDa },
      { ...dongDa, title: "Chợ Láng, 12 Láng Hạ" },
    ],
  ])("takes %s", (_, fields, place) => {
    expect(read(message(fields))).toMatchObject({ message: { content: { kind: "position", ...place } } });
  });

  it.each([
    ["changed words", { text: "Cống tắc ở Láng Hạ" }],
    ["changed words under a photo", { photo: [small], caption: "Cống tắc ở Láng Hạ" }],
  ])("takes %s for an edit of the message, under an id of its own", (_, fields) => {
    expect(read(edit(fields))).toMatchObject({
      message: {
        id: "m12#edit-1615860060-2",
        conversationId: "7",
        content: { kind: "edit", of: "m12", text: "Cống tắc ở Láng Hạ" },
        sentAt: new Date(1_615_860_060_000),
      },
    });
  });

  it("tells two edits of one second apart, and one that comes twice not", () => {
    const idOf = (update: Update) => {
      const reading = read(update);
      return reading.kind === "message" ? reading.message.id : undefined;
    };
    const first = edit({ text: "Cống tắc ở Láng" });
    const second = { ...edit({ text: "Cống tắc ở Láng Hạ" }), update_id: 3 };
    expect(idOf(second)).not.toBe(idOf(first));
    expect(idOf(structuredClone(first))).toBe(idOf(first));
  });

  it.each([
    ["where it went", -100, { migrate_to_chat_id: -1_000_100 }],
    ["where it came from", -1_000_100, { migrate_from_chat_id: -100 }],
  ])("hears of a group that became a supergroup %s", (_, id, fields) => {
    expect(read(message(fields, { id, type: "group", title: "Tổ một cửa" }))).toEqual({
      kind: "move",
      move: { from: "-100", to: "-1000100" },
    });
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
