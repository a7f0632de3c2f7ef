import { describe, expect, it } from "vitest";
import type { Capabilities } from "../../../src/channels/rendering/capabilities.ts";
import { renderPlainText, renderReply } from "../../../src/channels/rendering/render-reply.ts";
import type { Block, Button } from "../../../src/conversation/reply.ts";

const plain: Capabilities = {
  textLimit: 2000,
  tableColumns: 40,
  hasLinks: false,
  takesFile: () => false,
  buttons: null,
};
const pressable: Capabilities = {
  ...plain,
  buttons: { count: 5, labelLimit: 20, sayLimitBytes: 64, rowColumns: 30 },
};

const show = (blocks: Block[], capabilities = plain) =>
  renderPlainText({ blocks }, capabilities).join("\n---\n");
const labelled = (...labels: string[]): Button[] =>
  labels.map((label) => ({ label, say: `/${label.length}` }));

describe("a reply as plain text", () => {
  it("writes each kind of block so that it can be read", () => {
    expect(
      show([
        { kind: "paragraph", text: "Hồ sơ đang được giải quyết.", tone: "strong" },
        { kind: "paragraph", text: "Đã quá hẹn.", tone: "warning" },
        {
          kind: "facts",
          facts: [
            { label: "Hẹn trả", value: "17:00 10/05/2021" },
            { label: "Phí", value: "0 đ" },
          ],
        },
        { kind: "heading", text: "Giấy tờ" },
        { kind: "list", items: ["Tờ khai", "Căn cước"] },
        { kind: "link", label: "Cổng dịch vụ công", url: "https://dvc.example" },
      ]),
    ).toBe(
      [
        "Hồ sơ đang được giải quyết.\n",
        "⚠️ Đã quá hẹn.\n",
        "Hẹn trả: 17:00 10/05/2021\nPhí: 0 đ\n",
        "Giấy tờ\n• Tờ khai\n• Căn cước\n",
        "Cổng dịch vụ công: https://dvc.example",
      ].join("\n"),
    );
  });

  it("numbers the choices of all its button blocks in one row of numbers", () => {
    const text = show([
      { kind: "buttons", buttons: labelled("Xem chi tiết") },
      { kind: "paragraph", text: "Anh/chị chọn:" },
      { kind: "buttons", buttons: labelled("Theo lĩnh vực", "Theo đơn vị") },
    ]);
    expect(text).toBe("Anh/chị chọn:\n\n1. Xem chi tiết\n2. Theo lĩnh vực\n3. Theo đơn vị");
  });

  it("aligns a table by the columns that accented letters and emoji take", () => {
    const table: Block = {
      kind: "table",
      head: ["Lĩnh vực", "Nhận", "Đúng hạn"],
      rows: [
        ["Hộ tịch", "1.204", "98,5%"],
        ["Lý lịch 🇻🇳", "87", "100%"],
        ["Cho\u0302ng", "3"],
      ],
    };
    expect(show([table])).toBe(
      [
        "Lĩnh vực     Nhận  Đúng hạn",
        "Hộ tịch     1.204     98,5%",
        "Lý lịch 🇻🇳     87      100%",
        "Cho\u0302ng           3",
      ].join("\n"),
    );
  });

  it("names the figures of a table that is too wide to align", () => {
    const head = ["Đơn vị", "Tiếp nhận", "Đúng hạn", "Quá hạn"];
    const rows = [
      ["Phòng Hộ tịch", "1.204", "1.200", "4"],
      ["Phòng Công chứng", "87", "87", "0"],
    ];
    expect(show([{ kind: "table", head, rows }], { ...plain, tableColumns: 20 })).toBe(
      "Phòng Hộ tịch\nTiếp nhận: 1.204 · Đúng hạn: 1.200 · Quá hạn: 4\nPhòng Công chứng\nTiếp nhận: 87 · Đúng hạn: 87 · Quá hạn: 0",
    );
    const pairs: Block = { kind: "table", head: ["Lĩnh vực", "Nhận"], rows: [["Hộ tịch", "1.204"]] };
    expect(show([pairs], { ...plain, tableColumns: 0 })).toBe("Hộ tịch: 1.204");
  });

  it("lets nothing through that steers a terminal or is half a character", () => {
    const typed = "Mã \u001b[31m“X\ud83d”\u0000\r\nkhông đúng";
    expect(show([{ kind: "paragraph", text: typed }])).toBe("Mã [31m“X\ufffd”\nkhông đúng");
  });

  it.each([
    ["no blocks", []],
    [
      "blank blocks",
      [
        { kind: "paragraph", text: " \n" },
        { kind: "list", items: [] },
        { kind: "facts", facts: [] },
      ],
    ],
    ["no buttons", [{ kind: "buttons", buttons: [] }]],
  ] satisfies [string, Block[]][])("has no parts when there are %s", (_, blocks) => {
    expect(renderReply({ blocks }, plain)).toEqual([]);
    expect(renderReply({ blocks }, pressable)).toEqual([]);
  });
});

describe("buttons", () => {
  const rowsOf = (buttons: Button[]) =>
    renderReply({ blocks: [{ kind: "buttons", buttons }] }, pressable)[0]!.rows;

  it("stand under the last part of a long reply", () => {
    const blocks: Block[] = [
      { kind: "buttons", buttons: labelled("Kỳ trước") },
      { kind: "paragraph", text: "Một câu dài. ".repeat(200) },
    ];
    const parts = renderReply({ blocks }, pressable);
    expect(parts.map((part) => part.rows.length)).toEqual([0, 1]);
  });

  it("share a row while the longest label leaves room for all", () => {
    expect(rowsOf(labelled("Có", "Không", "Để sau", "Xem chi tiết hồ sơ"))).toEqual([
      labelled("Có", "Không", "Để sau"),
      labelled("Xem chi tiết hồ sơ"),
    ]);
  });

  it("get labels that end after a whole word", () => {
    expect(rowsOf([{ label: "So với cùng kỳ năm trước", say: "/x" }])).toEqual([
      [{ label: "So với cùng kỳ năm…", say: "/x" }],
    ]);
  });

  it("come in pages when there are more than fit under one message", () => {
    const buttons = labelled(
      "Theo lĩnh vực",
      "Theo đơn vị",
      "Kỳ trước",
      "Cùng kỳ",
      "Biểu đồ",
      "Excel",
      "Word",
    );
    const blocks: Block[] = [
      { kind: "paragraph", text: "Quý I/2021" },
      { kind: "buttons", buttons },
    ];
    const parts = renderReply({ blocks }, pressable);
    expect(parts.map(({ text }) => text[0]!.text)).toEqual(["Quý I/2021", "2/2"]);
    expect(parts.map(({ rows }) => rows.flat().length)).toEqual([5, 2]);
    expect(parts.flatMap(({ rows }) => rows.flat())).toEqual(buttons);
  });

  it.each([
    ["there are far too many of them", labelled(...Array.from({ length: 16 }, (_, place) => `Nút ${place}`))],
    ["what one says is too long for the platform", [{ label: "Xem", say: "/tracuu " + "ế".repeat(20) }]],
  ])("become numbered choices when %s", (_, buttons) => {
    const [part] = renderReply({ blocks: [{ kind: "buttons", buttons }] }, pressable);
    expect(part).toEqual({
      text: [{ text: buttons.map(({ label }, index) => `${index + 1}. ${label}`).join("\n") }],
      rows: [],
    });
  });
});
