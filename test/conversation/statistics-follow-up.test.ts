import { describe, expect, it } from "vitest";
import type { FiguresAsked } from "../../src/conversation/figures/figures-asked.ts";
import { followUp } from "../../src/conversation/statistics-follow-up.ts";
import { createUnderstand } from "../../src/conversation/understanding/create-understand.ts";
import { readPeriod } from "../../src/conversation/understanding/read-period.ts";

const now = new Date("2026-11-23T02:00:00Z");
const context = { now, periodBasis: "reporting" } as const;
const understand = createUnderstand({
  units: [{ code: "HCTP", name: "Phòng Hành chính tư pháp" }],
  fields: [],
  procedures: [],
});
const shown: FiguresAsked = { period: readPeriod("quý 1 2021", context)!, unitCode: "HCTP", by: "field" };

function asked(text: string, topic?: FiguresAsked): string {
  const { entities } = understand(text, { ...context, role: "leader" });
  const { period, unitCode, by, measure, view, count } = followUp(text, entities, topic, "reporting");
  const rest = [measure, view, count].filter((value) => value !== undefined);
  return [
    period ? `${period.kind} ${period.from}..${period.to}` : "none",
    unitCode ?? "-",
    by ?? "-",
    ...rest,
  ].join(" ");
}

describe("after the figures of quarter I/2021 of a room, by field", () => {
  it.each([
    ["còn quý trước?", "quarter 2020-09-15..2020-12-14 HCTP field"],
    ["con quy truoc thi sao", "quarter 2020-09-15..2020-12-14 HCTP field"],
    ["à không, quý 2", "quarter 2021-03-15..2021-06-14 HCTP field"],
    ["tháng 3", "month 2021-02-15..2021-03-14 HCTP field"],
    ["cả năm", "year 2020-12-15..2021-12-14 HCTP field"],
    ["quý 3 năm 2022", "quarter 2022-06-15..2022-09-14 HCTP field"],
    ["còn quý này", "quarter 2026-09-15..2026-12-14 HCTP field"],
    ["theo đơn vị thì sao", "quarter 2020-12-15..2021-03-14 HCTP unit"],
    ["so với cùng kỳ", "quarter 2020-12-15..2021-03-14 HCTP field lastYear"],
    ["so với kỳ trước", "quarter 2020-12-15..2021-03-14 HCTP field previous"],
    ["xem danh sách", "quarter 2020-12-15..2021-03-14 HCTP - list"],
    ["bao nhiêu hồ sơ quá hạn", "quarter 2020-12-15..2021-03-14 HCTP - late"],
    ["hồ sơ quá hạn đang giải quyết", "quarter 2020-12-15..2021-03-14 HCTP - openLate"],
    ["hôm qua nhận bao nhiêu hồ sơ", "day 2026-11-22..2026-11-22 HCTP field received"],
    ["xu hướng 8 quý", "quarter 2020-12-15..2021-03-14 HCTP field series 8"],
  ])("%j asks for %s", (text, expected) => {
    expect(asked(text, shown)).toBe(expected);
  });

  it.each([
    ["/thongke quy 3", "quarter 2026-06-15..2026-09-14 - -"],
    ["thống kê quý 3", "quarter 2026-06-15..2026-09-14 - -"],
    ["phản ánh quý này bao nhiêu", "quarter 2026-09-15..2026-12-14 - -"],
    ["cho anh xem lại toàn bộ số liệu của quý 3", "quarter 2026-06-15..2026-09-14 - -"],
  ])("%j stands by itself", (text, expected) => {
    expect(asked(text, shown)).toBe(expected);
  });
});

describe("after nothing", () => {
  it("a question takes what it says and no more", () => {
    expect(asked("còn quý trước?")).toBe("quarter 2026-06-15..2026-09-14 - -");
    expect(asked("theo lĩnh vực thì sao")).toBe("none - field");
  });
});
