import { readFileSync } from "node:fs";
import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import type { Figures } from "../../src/domain/statistics/figures.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import { narrativeDocument } from "../../src/reports/narrative/narrative-document.ts";
import { narrativeTags } from "../../src/reports/narrative/narrative-tags.ts";
import { createWording } from "../../src/wording/wording.ts";
import { wordsOfDocument } from "../support/read-report.ts";

const figures: Figures = {
  period: namedPeriod("quarter", 2021, 1, "reporting"),
  unit: { code: "STP", name: "Sở Tư pháp" },
  asOf: new Date("2021-03-14T17:00:00Z"),
  dossiers: {
    carriedOver: 1,
    received: { total: 3, online: 1, inPerson: 1, postal: 1 },
    resolved: { total: 2, early: 0, onTime: 1, late: 1, noDueDate: 0 },
    open: { total: 2, inTime: 1, late: 1, noDueDate: 0 },
  },
  interlinked: { horizontal: { procedures: 0, resolved: 0 }, vertical: { procedures: 0, resolved: 0 } },
  feedback: {
    received: 2,
    answered: 1,
    answeredOnTime: 0,
    answeredExtended: 1,
    byField: [{ field: null, received: 2, answered: 1, answeredOnTime: 0, answeredExtended: 1 }],
  },
  assignments: { due: 2, done: 1, early: 1, onTime: 0, late: 0 },
  procedures: { published: 4, withOnlineDossiers: 4 },
  indicators: { onlineRateOfReceived: 1 / 3, onlineRateOfHandled: 0.25, onTimeRate: 0.5 },
  chosenOnlineRate: "onlineRateOfReceived",
  targets: [
    { indicator: "onTimeRate", target: 0.9, actual: 0.5, isMet: false, source: "Quyết định A" },
    { indicator: "onlineRateOfReceived", target: 0.25, actual: 1 / 3, isMet: true, source: "Quyết định B" },
  ],
  isDemonstration: false,
};
const material = {
  figures,
  byField: [],
  dossiers: [],
  letterhead: {},
  now: new Date("2021-04-01T02:00:00Z"),
};
const speech = { say: createWording(), language: "vi" } as const;

/** A Word document of one paragraph for each text. */
function template(...texts: string[]): Uint8Array {
  const zip = new PizZip();
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const part = `<Override PartName="/word/document.xml" ContentType="${type}"/>`;
  zip.file("[Content_Types].xml", `<Types>${part}</Types>`);
  const paragraphs = texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
  zip.file("word/document.xml", `<w:document><w:body>${paragraphs}</w:body></w:document>`);
  return zip.generate({ type: "uint8array" });
}

const written = (changed: Partial<Figures> = {}) =>
  wordsOfDocument(narrativeDocument({ ...material, figures: { ...figures, ...changed } }, speech)).join("\n");

describe("the narrative report", () => {
  it("names what fell short, and no target that was met", () => {
    const limits = written().split("V. HẠN CHẾ SO VỚI CHỈ TIÊU")[1]!;
    expect(limits).toContain(
      "Tỷ lệ giải quyết đúng và trước hạn là 50%, chưa đạt chỉ tiêu 90% (Quyết định A)",
    );
    expect(limits).toContain("Có 1 hồ sơ giải quyết quá hạn và 1 hồ sơ đang giải quyết đã quá hạn.");
    expect(limits).toContain("Còn 1 phản ánh, kiến nghị chưa trả lời.");
    expect(limits).toContain("Còn 1 nhiệm vụ được giao chưa hoàn thành.");
    expect(limits).not.toContain("Quyết định B");
  });

  it("says when nothing fell short, and when there was nothing to tell", () => {
    const empty = written({
      targets: [],
      dossiers: {
        carriedOver: 0,
        received: { total: 0, online: 0, inPerson: 0, postal: 0 },
        resolved: { total: 0, early: 0, onTime: 0, late: 0, noDueDate: 0 },
        open: { total: 0, inTime: 0, late: 0, noDueDate: 0 },
      },
      feedback: { received: 0, answered: 0, answeredOnTime: 0, answeredExtended: 0, byField: [] },
      assignments: { due: 0, done: 0, early: 0, onTime: 0, late: 0 },
    });
    for (const sentence of [
      "Trong kỳ không có chỉ tiêu nào chưa đạt.",
      "Trong kỳ chưa giải quyết hồ sơ nào.",
      "Trong kỳ không có phản ánh, kiến nghị nào",
      "Trong kỳ không có nhiệm vụ được giao nào đến hạn.",
    ])
      expect(empty).toContain(sentence);
  });

  it("tells up to when the figures of a running period stand", () => {
    expect(written({ asOf: new Date("2021-02-01T02:00:00Z") })).toContain(
      "số liệu tính đến 01/02/2021 09:00",
    );
  });

  it("carries no mark of a demonstration where the data are real", () => {
    expect(written()).not.toContain("minh hoạ");
  });
});

describe("a department's own template", () => {
  it("is filled in with figures and sentences by their tags", () => {
    const own = template(
      "Nhận {received}, trực tuyến {online}.",
      "{#limitations}",
      "– {.}",
      "{/limitations}",
    );
    const words = wordsOfDocument(narrativeDocument(material, speech, own));
    expect(words[0]).toBe("Nhận 3, trực tuyến 1.");
    expect(words.slice(1)).toContain("– Còn 1 nhiệm vụ được giao chưa hoàn thành.");
  });

  it.each([
    [
      "names what a report has not",
      template("{received} {recieved} {#rooms}x{/rooms}"),
      /\{recieved\}, \{rooms\}/,
    ],
    ["leaves a loop open", template("{#results}{.}"), /"results" is unclosed/],
    ["closes what was not opened", template("{.}{/results}"), /"results" is unopened/],
    ["leaves a tag open", template("Nhận {received"), /"{received" is unclosed/],
    ["is no Word document", new TextEncoder().encode("Kính gửi"), /no Word document/],
    [
      "is another archive",
      new PizZip().file("a.txt", "x").generate({ type: "uint8array" }),
      /no Word document/,
    ],
  ])("that %s is refused, by name", (_, bytes, why) => {
    expect(() => narrativeDocument(material, speech, bytes)).toThrow(
      expect.objectContaining({ name: "TemplateError", message: expect.stringMatching(why) }),
    );
  });
});

describe("the tags that docs/report-template.md lists", () => {
  const table = readFileSync("docs/report-template.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `{"));
  const tags = table.flatMap((line) => [...line.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, tag]) => tag!));

  it("are all there to be used", () => {
    expect(tags.length).toBeGreaterThan(40);
    const inRows = "{serial}{name}{direct}{resolvedLate}{inTime}";
    const single = tags.filter((tag) => !inRows.includes(`{${tag}}`));
    const own = template(...single.map((tag) => `{${tag}}`), `{#total}${inRows}{/total}`);
    expect(() => narrativeDocument(material, speech, own)).not.toThrow();
  });

  it("are all that there are", () => {
    const loops = table.flatMap((line) => [...line.matchAll(/\{#([a-zA-Z]+)\}/g)].map(([, tag]) => tag!));
    const alike = table.flatMap((line) => [...line.matchAll(/`([a-zA-Z]+)`/g)].map(([, tag]) => tag!));
    const told = new Set([...tags, ...loops, ...alike]);
    const known = Object.keys(narrativeTags(material, speech));
    expect(known.length).toBeGreaterThan(40);
    expect(known.filter((tag) => !told.has(tag))).toEqual([]);
  });
});
