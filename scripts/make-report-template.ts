// Makes src/reports/templates/bao-cao.docx, the narrative report laid out as Decree 30/2020/NĐ-CP, annex I, has it.
import { writeFileSync } from "node:fs";
import PizZip from "pizzip";

interface Style {
  bold?: boolean;
  italic?: boolean;
  /** Points. */
  size?: number;
  align?: "left" | "center" | "right" | "both";
  /** The first line is indented, as body text is. */
  isBody?: boolean;
  underline?: boolean;
  keepNext?: boolean;
}

const twipsPerCm = 567;
const textWidth = 16 * twipsPerCm;

function paragraph(text: string, style: Style = {}): string {
  const { bold, italic, size = 14, align = "left", isBody, underline, keepNext } = style;
  const spacing = isBody
    ? 'w:before="80" w:after="80" w:line="320" w:lineRule="auto"'
    : 'w:before="0" w:after="0"';
  const properties = [
    keepNext ? "<w:keepNext/>" : "",
    `<w:spacing ${spacing}/>`,
    isBody ? `<w:ind w:firstLine="${1.27 * twipsPerCm}"/>` : "",
    `<w:jc w:val="${align}"/>`,
  ].join("");
  const run = [
    bold ? "<w:b/>" : "",
    italic ? "<w:i/>" : "",
    underline ? '<w:u w:val="single"/>' : "",
    `<w:sz w:val="${size * 2}"/>`,
  ].join("");
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

const body = (text: string) => paragraph(text, { isBody: true, align: "both" });
const heading = (text: string) => paragraph(text, { isBody: true, bold: true, keepNext: true });
/** One paragraph for each sentence of a part of the report. */
const sentences = (part: string) => [paragraph(`{#${part}}`), body("{.}"), paragraph(`{/${part}}`)].join("");

function cell(width: number, content: string, vertically: "top" | "center" = "top"): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="${vertically}"/></w:tcPr>${content}</w:tc>`;
}

function table(widths: number[], rows: string[], { hasBorders = false, heads = 0 } = {}): string {
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const borders = hasBorders
    ? `<w:tblBorders>${sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:color="000000"/>`).join("")}</w:tblBorders>`
    : "";
  // Little beside the text, or a total of four digits breaks; a little above and below it.
  const margins = hasBorders
    ? `<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>`
    : "";
  const total = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const told = rows.map((cells, at) => {
    const head = at < heads ? "<w:tblHeader/>" : "";
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>${borders}<w:tblLayout w:type="fixed"/>${margins}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${told.join("")}</w:tbl>`;
}

const centred = (text: string, style: Style = {}) => paragraph(text, { align: "center", ...style });

function letterhead(): string {
  const [left, right] = [6.3 * twipsPerCm, textWidth + 1.2 * twipsPerCm - 6.3 * twipsPerCm];
  const agency = [
    centred("{superior}", { size: 12 }),
    centred("{agency}", { size: 12, bold: true, underline: true }),
    centred("Số:         /{symbol}", { size: 13 }),
  ];
  const nation = [
    centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: 12, bold: true }),
    centred("Độc lập - Tự do - Hạnh phúc", { size: 13, bold: true, underline: true }),
    centred("{signedAt}", { size: 13, italic: true }),
  ];
  return table([left, right], [cell(left, agency.join("")) + cell(right, nation.join(""))]);
}

function signatures(): string {
  const half = textWidth / 2;
  const recipients = [
    paragraph("Nơi nhận:", { size: 12, bold: true, italic: true }),
    paragraph("{#recipients}", { size: 11 }),
    paragraph("{.}", { size: 11 }),
    paragraph("{/recipients}", { size: 11 }),
  ];
  const signatory = [
    centred("{signatory}", { bold: true }),
    ...Array.from({ length: 4 }, () => centred("")),
    centred("(Ký, ghi rõ họ tên, đóng dấu)", { size: 12, italic: true }),
  ];
  return table([half, half], [cell(half, recipients.join("")) + cell(half, signatory.join(""))]);
}

function annex(): string {
  const columns: [title: string, tag: string, cm: number][] = [
    ["STT", "serial", 1.1],
    ["Lĩnh vực", "name", 3.6],
    ["Phải giải quyết", "handled", 1.65],
    ["Trực tuyến", "online", 1.65],
    ["Đã giải quyết", "resolved", 1.65],
    ["Trước hạn", "early", 1.7],
    ["Đúng hạn", "onTime", 1.65],
    ["Quá hạn", "resolvedLate", 1.5],
    ["Đang giải quyết", "open", 1.7],
  ];
  const widths = columns.map(([, , cm]) => Math.round(cm * twipsPerCm));
  const alignOf = (tag: string) => (tag === "name" ? "left" : tag === "serial" ? "center" : "right");
  const head = columns.map(([title], at) =>
    cell(widths[at]!, centred(title, { size: 11, bold: true }), "center"),
  );
  const row = (loop: string, bold: boolean) =>
    columns
      .map(([, tag], at) => {
        const open = at === 0 ? `{#${loop}}` : "";
        const close = at === columns.length - 1 ? `{/${loop}}` : "";
        return cell(
          widths[at]!,
          paragraph(`${open}{${tag}}${close}`, { size: 11, bold, align: alignOf(tag) }),
        );
      })
      .join("");
  return [
    '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
    centred("PHỤ LỤC", { bold: true }),
    centred("Kết quả giải quyết thủ tục hành chính theo lĩnh vực, {period}", { bold: true }),
    centred("(Kèm theo Báo cáo số         /{symbol})", { italic: true, size: 13 }),
    paragraph(""),
    table(widths, [head.join(""), row("fields", false), row("total", true)], { hasBorders: true, heads: 1 }),
    paragraph("{asOf}", { italic: true, size: 11 }),
  ].join("");
}

const content = [
  letterhead(),
  paragraph(""),
  centred("BÁO CÁO", { bold: true }),
  centred("Kết quả giải quyết thủ tục hành chính {period}", { bold: true }),
  paragraph(""),
  sentences("demonstration"),
  body("{intro}"),
  heading("I. KẾT QUẢ GIẢI QUYẾT HỒ SƠ THỦ TỤC HÀNH CHÍNH"),
  sentences("results"),
  heading("II. TIẾP NHẬN, XỬ LÝ PHẢN ÁNH, KIẾN NGHỊ"),
  sentences("feedback"),
  heading("III. HỒ SƠ LIÊN THÔNG"),
  sentences("interlinked"),
  heading("IV. NHIỆM VỤ ĐƯỢC GIAO"),
  sentences("assignments"),
  heading("V. HẠN CHẾ SO VỚI CHỈ TIÊU"),
  sentences("limitations"),
  body("{closing}"),
  paragraph(""),
  signatures(),
  annex(),
].join("");

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const cm = (value: number) => Math.round(value * twipsPerCm);
const page = `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${cm(2)}" w:right="${cm(2)}" w:bottom="${cm(2)}" w:left="${cm(3)}" w:header="${cm(1)}" w:footer="${cm(1)}" w:gutter="0"/><w:titlePg/></w:sectPr>`;
const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const files: Record<string, string> = {
  "[Content_Types].xml": `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mediaType}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${mediaType}.header+xml"/><Override PartName="/word/styles.xml" ContentType="${mediaType}.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  "word/_rels/document.xml.rels": `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/header" Target="header1.xml"/></Relationships>`,
  "word/styles.xml": `<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`,
  // Pages are numbered from the second on, at the top.
  "word/header1.xml": `<w:hdr xmlns:w="${word}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>`,
  "word/document.xml": `<w:document xmlns:w="${word}" xmlns:r="${relations}"><w:body>${content}${page}</w:body></w:document>`,
};

const zip = new PizZip();
// A fixed date, so that the same template gives the same bytes.
for (const [name, xml] of Object.entries(files)) zip.file(name, declaration + xml, { date: new Date(0) });
writeFileSync(
  "src/reports/templates/bao-cao.docx",
  zip.generate({ type: "nodebuffer", compression: "DEFLATE" }),
);
