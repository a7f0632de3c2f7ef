import { Agent } from "undici";
import { createZaloBot } from "../../src/channels/zalo-bot/zalo-bot.ts";
import { hoa, ZaloTrial } from "../channels/zalo/zalo-trial.ts";
import { FakeZaloBot } from "../support/fake-zalo-bot.ts";
import { channelContract } from "./channel-contract.ts";

const status =
  "Hồ sơ H57.16-210315-0012 đang được giải quyết.\n\n" +
  "⚠️ Cơ quan xin lỗi anh/chị: hồ sơ đã quá ngày hẹn trả.\n\n" +
  "Tiếp nhận: 15/03/2021 08:30\nHẹn trả: 17:00 thứ Sáu 19/03/2021\n\n" +
  "Dữ liệu minh hoạ, không phải hồ sơ thật.";
const figures = "Quý I/2021\nHộ tịch\nNhận: 1.204 · Trả: 1.310\nCông chứng\nNhận: 87 · Trả: 90";
const wide = "Phòng Hành chính tư pháp\nTiếp nhận: 1.204 · Đúng hạn: 1.200 · Quá hạn: 4";
const list =
  "Giấy tờ cần có\n• Tờ khai\n• Căn cước công dân\n\nCổng dịch vụ công: https://dvc.example/?a=1&b=2";
const markup = "“<b>A&B</b>” chưa đúng dạng: 5 < 7 & 7 > 5.";

const message = (text: string, buttons?: { title: string; say: string }[]) => ({
  text,
  quote_message_id: "msg-of-hoa",
  ...(buttons && {
    attachment: {
      type: "template",
      payload: {
        buttons: buttons.map(({ title, say }) => ({ title, type: "oa.query.hide", payload: `#m:${say}` })),
      },
    },
  }),
});

channelContract({
  name: "zalo",
  textLimit: 2000,
  async open() {
    const trial = await ZaloTrial.start();
    trial.hoaHasWritten();
    // A long answer outlives the free replies; what it costs is not what this suite is about.
    trial.fake.people.packageLeft = 1000;
    return {
      channel: trial.zalo.channel,
      conversationId: hoa,
      sent: () => trial.fake.messagesTo(hoa),
      [Symbol.asyncDispose]: () => trial[Symbol.asyncDispose](),
    };
  },
  read: (sent) => (sent as { text: string }).text,
  expected: {
    "a status answer": [message(status)],
    "figures with buttons": [
      message(figures, [
        { title: "Theo đơn vị", say: "/thongke unit" },
        { title: "Kỳ trước", say: "/thongke prev" },
      ]),
    ],
    "a table too wide for a phone": [message(wide)],
    "a list and a link": [message(list)],
    "text that looks like markup": [message(markup)],
    "buttons alone": [message("…", [{ title: "Tra hồ sơ", say: "/tracuu" }])],
    "a picture and a document": [
      message("Quý I/2021"),
      {
        text: "Quý I/2021: 85 % hồ sơ trả đúng hạn",
        quote_message_id: "msg-of-hoa",
        attachment: {
          type: "template",
          payload: { template_type: "media", elements: [{ media_type: "image", attachment_id: "image-2" }] },
        },
      },
      message("📎 Biểu II.06a quý I-2021.xlsx\nhttps://motcua.example/tep/2", [
        { title: "Kỳ trước", say: "/thongke prev" },
      ]),
    ],
    "a picture that is here no more": [message("📎 quy-1-2021.png\nMở trang làm việc để xem biểu đồ.")],
    nothing: [],
  },
});

channelContract({
  name: "zalo-bot",
  textLimit: 2000,
  async open() {
    const fake = await FakeZaloBot.start();
    fake.openChat("chat-hoa");
    const bot = createZaloBot({
      toFiles: async () => new Agent(),
      token: fake.token,
      apiRoot: fake.apiRoot,
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      linkTo: () => undefined,
      handleMessage: () => Promise.resolve({ kind: "answered" }),
    });
    return {
      channel: bot.channel,
      conversationId: "chat-hoa",
      sent: () => fake.textsTo("chat-hoa"),
      async [Symbol.asyncDispose]() {
        await bot[Symbol.asyncDispose]();
        await fake[Symbol.asyncDispose]();
      },
    };
  },
  read: (sent) => sent as string,
  expected: {
    "a status answer": [status],
    "figures with buttons": [`${figures}\n\n1. Theo đơn vị\n2. Kỳ trước`],
    "a table too wide for a phone": [wide],
    "a list and a link": [list],
    "text that looks like markup": [markup],
    "buttons alone": ["1. Tra hồ sơ"],
    "a picture and a document": [
      "Quý I/2021\n\n📎 quy-1-2021.png\nMở trang làm việc để xem biểu đồ.\n\n" +
        "📎 Biểu II.06a quý I-2021.xlsx\nMở trang làm việc để tải tệp.\n\n1. Kỳ trước",
    ],
    "a picture that is here no more": ["📎 quy-1-2021.png\nMở trang làm việc để xem biểu đồ."],
    nothing: [],
  },
});
