import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import { reportJson } from "../../src/reports/report-json.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const now = new Date("2026-11-23T02:00:00Z");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
});
afterAll(() => test[Symbol.asyncDispose]());

const leader = () => personTalkingTo(test.app, { as: "lanhdao" });
const citizen = () => personTalkingTo(test.app);

describe("a leader who asks for figures", () => {
  it.each([
    "/thongke quy1 2021",
    "/thongke q1/2021",
    "thong ke quy 1 nam 2021",
    "Thống kê quý I/2021",
    "statistics Q1 2021",
  ])("with “%s” gets the published quarter", async (text) => {
    expect(wordsOf(await leader().says(text))).toContain(
      "Quý I/2021 (15/12/2020–14/03/2021): nhận 2.654 hồ sơ, đã giải quyết 2.986, trong đó đúng và trước hạn 100%.",
    );
  });

  it("without a year gets the latest such quarter that has begun, with its dates", async () => {
    expect(wordsOf(await leader().says("/thongke quy1"))).toContain("Quý I/2026 (15/12/2025–14/03/2026)");
  });

  it("by the calendar gets other days, and reads which", async () => {
    expect(wordsOf(await leader().says("/thongke quý 1 2021 dương lịch"))).toContain(
      "Quý I/2021 (dương lịch) (01/01/2021–31/03/2021)",
    );
  });

  it("in a running period reads as of when", async () => {
    expect(wordsOf(await leader().says("/thongke tháng này"))).toContain("số liệu tính đến 23/11/2026 09:00");
  });

  it("presses on: by field, back to the whole, the previous period, the same last year", async () => {
    const person = leader();
    await person.says("/thongke quy1 2021");
    const byField = wordsOf(await person.says("Theo lĩnh vực"));
    expect(byField).toContain("theo lĩnh vực");
    expect(byField).toContain("Tổng cộng | 458 | 2.654 | 431 | 2.986 | 0 | 126");
    expect(wordsOf(await person.says("Số liệu chung"))).toContain("nhận 2.654 hồ sơ");
    expect(wordsOf(await person.says("Kỳ trước"))).toContain("Quý IV/2020 (15/09/2020–14/12/2020)");
  });

  it("carries on in a few words, and starts anew in a whole question", async () => {
    const person = leader();
    await person.says("/thongke quy1 2021");
    expect(wordsOf(await person.says("còn quý trước?"))).toContain("Quý IV/2020 (15/09/2020–14/12/2020)");
    expect(wordsOf(await person.says("à không, quý 1/2021"))).toContain("nhận 2.654 hồ sơ");
    expect(wordsOf(await person.says("theo linh vuc thi sao"))).toContain(
      "Tổng cộng | 458 | 2.654 | 431 | 2.986 | 0 | 126",
    );
    expect(wordsOf(await person.says("so voi cung ky"))).toContain(
      "Quý I/2020 (15/12/2019–14/03/2020) không có số liệu.",
    );
    expect(wordsOf(await person.says("thống kê quý này"))).toContain("Quý IV/2026");
  });

  it("by unit gets rooms that sum to the whole", async () => {
    const words = wordsOf(await leader().says("/thongke quy1 2021 theo don vi"));
    expect(words).toContain("Phòng Lý lịch tư pháp");
    expect(words).toContain("Tổng cộng | 458 | 2.654 | 431 | 2.986 | 0 | 126");
  });

  it("of a period without data is told so, and offered the nearest that has some", async () => {
    const person = leader();
    const words = wordsOf(await person.says("/thongke quy 2 2018"));
    expect(words).toContain("Quý II/2018 (15/03/2018–14/06/2018) không có số liệu.");
    expect(words).toContain("[Xem Quý IV/2020]");
    expect(wordsOf(await person.says("1"))).toContain("Quý IV/2020");
  });

  it("of an impossible period is told that there is none", async () => {
    expect(wordsOf(await leader().says("/thongke quy 5 2021"))).toContain("Không có kỳ");
  });

  it("of a period ahead is told that it has not begun", async () => {
    expect(wordsOf(await leader().says("/thongke quy1 2030"))).toContain("chưa bắt đầu");
  });
});

describe("a citizen who asks for figures", () => {
  it("gets the public summary, marked as demonstration, without breakdowns", async () => {
    const words = wordsOf(await citizen().says("/thongke quy1 2021"));
    expect(words).toContain("nhận 2.654 hồ sơ");
    expect(words).toContain("Dữ liệu minh hoạ");
    expect(words).not.toContain("[Theo lĩnh vực]");
    expect(wordsOf(await citizen().says("/thongke quy1 2021 theo linh vuc"))).toContain(
      "chỉ dành cho cán bộ, lãnh đạo",
    );
  });

  it("cannot press a leader's button either", async () => {
    expect(wordsOf(await citizen().presses("/thongke quy 1/2021 theo don vi"))).toContain(
      "chỉ dành cho cán bộ, lãnh đạo",
    );
  });
});

describe("the report as JSON", () => {
  it("is the contract, figure for figure", async () => {
    const figures = await test.app.statistics.figures({
      period: namedPeriod("quarter", 2021, 1, "reporting"),
      now,
    });
    const { asOf, run, isDemonstration, chosenOnlineRate, ...report } = reportJson(
      figures!,
      test.app.say,
    ) as Record<string, unknown>;
    expect(run).toMatch(/^S-[0-9A-F]{12}$/);
    expect({ asOf, isDemonstration, chosenOnlineRate }).toEqual({
      asOf: "2021-03-14T17:00:00.000Z",
      isDemonstration: true,
      chosenOnlineRate: "onlineRateOfHandled",
    });
    expect(report).toEqual({
      period: {
        kind: "quarter",
        basis: "reporting",
        year: 2021,
        number: 1,
        from: "2020-12-15",
        to: "2021-03-14",
        label: "Quý I/2021",
      },
      unit: { code: "H57.16", name: "Sở Tư pháp (dữ liệu minh hoạ)" },
      dossiers: {
        carriedOver: 458,
        received: { total: 2654, online: 431, inPerson: 1928, postal: 295 },
        resolved: { total: 2986, early: 1973, onTime: 1013, late: 0, noDueDate: 0 },
        open: { total: 126, inTime: 126, late: 0, noDueDate: 0 },
      },
      interlinked: { horizontal: { procedures: 1, resolved: 16 }, vertical: { procedures: 10, resolved: 0 } },
      feedback: {
        received: 2,
        answered: 2,
        answeredOnTime: 2,
        answeredExtended: 0,
        byField: [
          { field: "Giao dịch bảo đảm", received: 1, answered: 1, answeredOnTime: 1, answeredExtended: 0 },
          { field: "Hộ tịch", received: 1, answered: 1, answeredOnTime: 1, answeredExtended: 0 },
        ],
      },
      assignments: { due: 3, done: 3, early: 3, onTime: 0, late: 0 },
      procedures: { published: 144, withOnlineDossiers: 4 },
      indicators: { onlineRateOfReceived: 431 / 2654, onlineRateOfHandled: 431 / 3112, onTimeRate: 1 },
      targets: [
        {
          indicator: "onlineRateOfHandled",
          target: 0.25,
          actual: 431 / 3112,
          isMet: false,
          source: "cam kết với UBND tỉnh (minh hoạ)",
        },
      ],
    });
  });
});
