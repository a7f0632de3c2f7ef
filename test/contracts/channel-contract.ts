import { describe, expect, it } from "vitest";
import { charactersOf } from "../../src/channels/rendering/characters.ts";
import type { Channel } from "../../src/conversation/delivery/channel.ts";
import { paragraph, type Reply } from "../../src/conversation/reply.ts";
import { chart, workbook } from "../support/sent-files.ts";

/** The same replies for every channel; each says what exactly goes out for them. */
const replies = {
  "a status answer": {
    blocks: [
      paragraph("Hồ sơ H57.16-210315-0012 đang được giải quyết.", "strong"),
      paragraph("Cơ quan xin lỗi anh/chị: hồ sơ đã quá ngày hẹn trả.", "warning"),
      {
        kind: "facts",
        facts: [
          { label: "Tiếp nhận", value: "15/03/2021 08:30" },
          { label: "Hẹn trả", value: "17:00 thứ Sáu 19/03/2021" },
        ],
      },
      paragraph("Dữ liệu minh hoạ, không phải hồ sơ thật.", "muted"),
    ],
  },
  "figures with buttons": {
    blocks: [
      { kind: "heading", text: "Quý I/2021" },
      {
        kind: "table",
        head: ["Lĩnh vực", "Nhận", "Trả"],
        rows: [
          ["Hộ tịch", "1.204", "1.310"],
          ["Công chứng", "87", "90"],
        ],
      },
      {
        kind: "buttons",
        buttons: [
          { label: "Theo đơn vị", say: "/thongke unit" },
          { label: "Kỳ trước", say: "/thongke prev" },
        ],
      },
    ],
  },
  "a table too wide for a phone": {
    blocks: [
      {
        kind: "table",
        head: ["Đơn vị", "Tiếp nhận", "Đúng hạn", "Quá hạn"],
        rows: [["Phòng Hành chính tư pháp", "1.204", "1.200", "4"]],
      },
    ],
  },
  "a list and a link": {
    blocks: [
      { kind: "heading", text: "Giấy tờ cần có" },
      { kind: "list", items: ["Tờ khai", "Căn cước công dân"] },
      { kind: "link", label: "Cổng dịch vụ công", url: "https://dvc.example/?a=1&b=2" },
    ],
  },
  "text that looks like markup": { blocks: [paragraph("“<b>A&B</b>” chưa đúng dạng: 5 < 7 & 7 > 5.")] },
  "buttons alone": { blocks: [{ kind: "buttons", buttons: [{ label: "Tra hồ sơ", say: "/tracuu" }] }] },
  "a picture and a document": {
    blocks: [
      paragraph("Quý I/2021"),
      chart,
      workbook,
      { kind: "buttons", buttons: [{ label: "Kỳ trước", say: "/thongke prev" }] },
    ],
  },
  "a picture that is here no more": { blocks: [{ ...chart, attachmentId: "99" }] },
  nothing: { blocks: [paragraph("  "), { kind: "list", items: [] }] },
} satisfies Record<string, Reply>;

/** A channel with its other end. */
interface OpenChannel extends AsyncDisposable {
  channel: Channel;
  conversationId: string;
  /** What went out, in order. */
  sent: () => unknown[];
}

export interface ChannelUnderContract {
  name: string;
  /** Longest text of one message, in UTF-16 units. */
  textLimit: number;
  open: () => Promise<OpenChannel>;
  expected: Record<keyof typeof replies, unknown[]>;
  /** What the person reads of one thing sent. */
  read: (sent: unknown) => string;
}

export function channelContract({ name, textLimit, open, expected, read }: ChannelUnderContract): void {
  const say = async (reply: Reply) => {
    await using opened = await open();
    const { channel, conversationId, sent } = opened;
    const outcome = await channel.send({ conversationId, outboxId: "1", reply });
    return { outcome, sent: sent() };
  };

  describe(`the ${name} channel`, () => {
    it("is called by its name", async () => {
      await using opened = await open();
      expect(opened.channel.name).toBe(name);
    });

    it.each(Object.keys(replies) as (keyof typeof replies)[])(
      "sends exactly what it should for %s",
      async (key) => {
        const { outcome, sent } = await say(replies[key]);
        expect(sent).toEqual(expected[key]);
        expect(outcome.kind).toBe(sent.length ? "sent" : "undeliverable");
      },
    );

    const sentence = "Anh/chị vui lòng bổ sung tờ khai có xác nhận của Uỷ ban nhân dân xã. ";
    it("says a long answer whole, in order, in as few messages as its limit allows", async () => {
      const { sent } = await say({ blocks: [paragraph(sentence.repeat(200))] });
      const parts = sent.map(read);
      expect(parts.map((part) => part.trim()).join(" ")).toBe(sentence.repeat(200).trim());
      expect(parts.length).toBe(Math.ceil((sentence.length * 200) / textLimit));
      expect(parts.every((part) => part.length <= textLimit)).toBe(true);
    });

    it("breaks no accented letter and no emoji, wherever the cut falls", async () => {
      const pair = "e\u0302\u0301👨‍👩‍👧‍👦";
      for (let shift = 0; shift < pair.length; shift++) {
        const text = "a".repeat(shift) + pair.repeat(650);
        const { sent } = await say({ blocks: [paragraph(text)] });
        const parts = sent.map(read).map((part) => part.trim());
        expect(parts.join("")).toBe(text);
        expect(parts.flatMap(charactersOf)).toEqual(charactersOf(text));
        expect(parts.every((part) => part.length <= textLimit)).toBe(true);
      }
    });
  });
}
