// What the platforms post, one of each kind that is read, with invented people.

const hoa = { id: 700001, is_bot: false, first_name: "Hoa", language_code: "vi" };
const chat = { id: 700001, type: "private", first_name: "Hoa" };
const group = { id: -100700002, type: "supergroup", title: "Phòng Hộ tịch" };
const date = 1_795_744_800;
const base = { message_id: 41, from: hoa, chat, date };
const photo = [
  { file_id: "ph-1", file_unique_id: "u-1", width: 90, height: 90, file_size: 1200 },
  { file_id: "ph-2", file_unique_id: "u-2", width: 900, height: 900, file_size: 120000 },
];

export const telegramUpdates: object[] = [
  { ...base, text: "/start" },
  { ...base, text: "Hồ sơ H57.16-261102-0001 đến đâu rồi?" },
  {
    ...base,
    chat: group,
    text: "/tracuu@motcua_bot quý này",
    entities: [{ type: "bot_command", offset: 0, length: 18 }],
    reply_to_message: { ...base, from: { id: 1, is_bot: true, first_name: "Một Cửa" }, text: "Chào" },
  },
  { ...base, photo, caption: "giấy hẹn", media_group_id: "album-1" },
  {
    ...base,
    document: { file_id: "d", file_unique_id: "d", file_name: "đơn.pdf", mime_type: "application/pdf" },
  },
  { ...base, voice: { file_id: "v", file_unique_id: "v", duration: 4, mime_type: "audio/ogg" } },
  { ...base, location: { latitude: 21.03, longitude: 105.85 } },
  {
    ...base,
    venue: {
      location: { latitude: 21.03, longitude: 105.85 },
      title: "Bộ phận Một cửa",
      address: "Hà Nội",
    },
    location: { latitude: 21.03, longitude: 105.85 },
  },
  { ...base, contact: { phone_number: "0900000123", first_name: "Hoa", user_id: 700001 } },
  { ...base, sticker: { file_id: "s", file_unique_id: "s", type: "regular", width: 1, height: 1 } },
  { ...base, chat: group, migrate_to_chat_id: -100700003 },
  { ...base, forward_origin: { type: "hidden_user", sender_user_name: "Ai đó", date }, text: "chuyển tiếp" },
]
  .map((message, at): object => ({ update_id: 1001 + at, message }))
  .concat([
    { update_id: 2001, edited_message: { ...base, edit_date: date + 5, text: "PA-2026-000001" } },
    {
      update_id: 2002,
      callback_query: {
        id: "7",
        from: hoa,
        chat_instance: "c",
        data: "/phananh #gui 12",
        message: { ...base, text: "Gửi?", reply_markup: { inline_keyboard: [[{ text: "Gửi" }]] } },
      },
    },
    {
      update_id: 2003,
      my_chat_member: {
        chat,
        from: hoa,
        date,
        old_chat_member: { user: hoa, status: "member" },
        new_chat_member: { user: hoa, status: "kicked", until_date: 0 },
      },
    },
  ]);

const zaloBase = {
  app_id: "30051",
  user_id_by_app: "app-8123",
  sender: { id: "8123456789012345678" },
  recipient: { id: "oa-1" },
  timestamp: "1795744800000",
};
const zaloPhoto = { type: "image", payload: { url: "https://photo.zalo.example/1.jpg", thumbnail: "x" } };

export const zaloEvents: object[] = [
  { ...zaloBase, event_name: "user_send_text", message: { msg_id: "m1", text: "tra cứu hồ sơ" } },
  {
    ...zaloBase,
    event_name: "user_send_image",
    message: { msg_id: "m2", text: "đây", attachments: [zaloPhoto] },
  },
  {
    ...zaloBase,
    event_name: "user_send_location",
    message: {
      msg_id: "m3",
      attachments: [
        { type: "location", payload: { coordinates: { latitude: "21.03", longitude: "105.85" } } },
      ],
    },
  },
  {
    ...zaloBase,
    event_name: "user_send_file",
    message: {
      msg_id: "m4",
      attachments: [
        { type: "file", payload: { url: "https://f.zalo.example/1", size: "1200", name: "đơn.pdf" } },
      ],
    },
  },
  { ...zaloBase, event_name: "user_send_audio", message: { msg_id: "m5", attachments: [] } },
  { ...zaloBase, event_name: "user_click_button", message: { msg_id: "m6", text: "#thutuc" } },
  {
    app_id: "30051",
    oa_id: "oa-1",
    source: "qr",
    event_name: "follow",
    follower: { id: "812" },
    timestamp: "1795744800000",
  },
  {
    app_id: "30051",
    oa_id: "oa-1",
    event_name: "unfollow",
    follower: { id: "812" },
    timestamp: "1795744800000",
  },
];

const botMessage = {
  message_id: "b1",
  from: { id: "hoa", display_name: "Hoa", is_bot: false },
  chat: { id: "chat-hoa", chat_type: "PRIVATE" },
  date: 1_795_744_800_000,
};

export const zaloBotUpdates: object[] = [
  { event_name: "message.text.received", message: { ...botMessage, text: "Xin chào" } },
  {
    event_name: "message.text.received",
    message: { ...botMessage, chat: { id: "g", chat_type: "GROUP" }, text: "@Một Cửa quý này" },
  },
  {
    event_name: "message.image.received",
    message: { ...botMessage, photo_url: "https://p.zalo.example/1.jpg", caption: "giấy hẹn" },
  },
  { event_name: "message.sticker.received", message: { ...botMessage } },
  { ok: true, result: { event_name: "message.text.received", message: { ...botMessage, text: "có" } } },
];
