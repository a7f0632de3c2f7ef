import { createApi } from "../../src/channels/telegram/telegram-api.ts";
import { createTelegramChannel } from "../../src/channels/telegram/telegram-channel.ts";
import { createTerminalChannel } from "../../src/channels/terminal/terminal-channel.ts";
import { parseTelegramHtml } from "../support/fake-telegram-html.ts";
import { FakeTelegram } from "../support/fake-telegram.ts";
import { sentFiles } from "../support/sent-files.ts";
import { channelContract } from "./channel-contract.ts";

const html = (text: string, keyboard?: { text: string; callback_data: string }[][]) => ({
  chat_id: "7",
  text,
  parse_mode: "HTML",
  link_preview_options: { is_disabled: true },
  ...(keyboard && { reply_markup: { inline_keyboard: keyboard } }),
});

channelContract({
  name: "telegram",
  textLimit: 4096,
  async open() {
    const fake = await FakeTelegram.start();
    fake.openChat(7);
    return {
      channel: createTelegramChannel(createApi(fake, 5), sentFiles),
      conversationId: "7",
      sent: () => fake.calls.map(({ payload }) => payload),
      [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
    };
  },
  read: (call) => parseTelegramHtml((call as { text: string }).text).text,
  expected: {
    "a status answer": [
      html(
        "<b>Hồ sơ H57.16-210315-0012 đang được giải quyết.</b>\n\n" +
          "<b>⚠️ Cơ quan xin lỗi anh/chị: hồ sơ đã quá ngày hẹn trả.</b>\n\n" +
          "<b>Tiếp nhận:</b> 15/03/2021 08:30\n<b>Hẹn trả:</b> 17:00 thứ Sáu 19/03/2021\n\n" +
          "<i>Dữ liệu minh hoạ, không phải hồ sơ thật.</i>",
      ),
    ],
    "figures with buttons": [
      html(
        "<b>Quý I/2021</b>\n" +
          "<pre>Lĩnh vực     Nhận    Trả\nHộ tịch     1.204  1.310\nCông chứng     87     90</pre>",
        [
          [
            { text: "Theo đơn vị", callback_data: "/thongke unit" },
            { text: "Kỳ trước", callback_data: "/thongke prev" },
          ],
        ],
      ),
    ],
    "a table too wide for a phone": [
      html("<b>Phòng Hành chính tư pháp</b>\nTiếp nhận: 1.204 · Đúng hạn: 1.200 · Quá hạn: 4"),
    ],
    "a list and a link": [
      html(
        "<b>Giấy tờ cần có</b>\n• Tờ khai\n• Căn cước công dân\n\n" +
          '<a href="https://dvc.example/?a=1&amp;b=2">Cổng dịch vụ công</a>',
      ),
    ],
    "text that looks like markup": [
      html("“&lt;b&gt;A&amp;B&lt;/b&gt;” chưa đúng dạng: 5 &lt; 7 &amp; 7 &gt; 5."),
    ],
    "buttons alone": [html("…", [[{ text: "Tra hồ sơ", callback_data: "/tracuu" }]])],
    "a picture and a document": [
      html("Quý I/2021", [[{ text: "Kỳ trước", callback_data: "/thongke prev" }]]),
      {
        chat_id: "7",
        photo: "quy-1-2021.png: ảnh",
        caption: "Quý I/2021: 85 % hồ sơ trả đúng hạn",
        parse_mode: "HTML",
      },
      {
        chat_id: "7",
        document: "Biểu II.06a quý I-2021.xlsx: bảng",
        caption: "Biểu II.06a",
        parse_mode: "HTML",
      },
    ],
    "a picture that is here no more": [html("📎 quy-1-2021.png\nMở trang làm việc để xem biểu đồ.")],
    nothing: [],
  },
});

channelContract({
  name: "terminal",
  textLimit: Number.MAX_SAFE_INTEGER,
  open() {
    const printed: string[] = [];
    return Promise.resolve({
      channel: createTerminalChannel({ write: (text) => printed.push(text) }),
      conversationId: "terminal",
      sent: () => printed,
      [Symbol.asyncDispose]: () => Promise.resolve(),
    });
  },
  read: (printed) => printed as string,
  expected: {
    "a status answer": [
      "Hồ sơ H57.16-210315-0012 đang được giải quyết.\n\n" +
        "⚠️ Cơ quan xin lỗi anh/chị: hồ sơ đã quá ngày hẹn trả.\n\n" +
        "Tiếp nhận: 15/03/2021 08:30\nHẹn trả: 17:00 thứ Sáu 19/03/2021\n\n" +
        "Dữ liệu minh hoạ, không phải hồ sơ thật.\n\n",
    ],
    "figures with buttons": [
      "Quý I/2021\n" +
        "Lĩnh vực     Nhận    Trả\nHộ tịch     1.204  1.310\nCông chứng     87     90\n\n" +
        "1. Theo đơn vị\n2. Kỳ trước\n\n",
    ],
    "a table too wide for a phone": [
      "Đơn vị                    Tiếp nhận  Đúng hạn  Quá hạn\n" +
        "Phòng Hành chính tư pháp      1.204     1.200        4\n\n",
    ],
    "a list and a link": [
      "Giấy tờ cần có\n• Tờ khai\n• Căn cước công dân\n\n" +
        "Cổng dịch vụ công: https://dvc.example/?a=1&b=2\n\n",
    ],
    "text that looks like markup": ["“<b>A&B</b>” chưa đúng dạng: 5 < 7 & 7 > 5.\n\n"],
    "buttons alone": ["1. Tra hồ sơ\n\n"],
    "a picture and a document": [
      "Quý I/2021\n\n📎 quy-1-2021.png\nMở trang làm việc để xem biểu đồ.\n\n" +
        "📎 Biểu II.06a quý I-2021.xlsx\nMở trang làm việc để tải tệp.\n\n1. Kỳ trước\n\n",
    ],
    "a picture that is here no more": ["📎 quy-1-2021.png\nMở trang làm việc để xem biểu đồ.\n\n"],
    nothing: [],
  },
});
