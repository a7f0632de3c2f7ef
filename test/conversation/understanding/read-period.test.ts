import { describe, expect, it } from "vitest";
import { readPeriod } from "../../../src/conversation/understanding/read-period.ts";

/** Saturday, 20 March 2021: the reporting quarter II has begun on the 15th. */
const now = new Date("2021-03-20T03:00:00Z");

function daysOf(text: string, periodBasis: "reporting" | "calendar" = "reporting"): string | undefined {
  const period = readPeriod(text, { now, periodBasis });
  return period && `${period.from}..${period.to}`;
}

const firstQuarter = "2020-12-15..2021-03-14";

describe("a period as people say it", () => {
  it.each([
    ..."quy1 2021|quy1/2021|quy1|quy 1 nam 2021|Q1-2021|q1|quý I/2021|quý 1/21|quý một năm 2021|quí 1|2021 Q1".split(
      "|",
    ),
    ..."năm 2021 quý 1|quý 1 năm nay|quy1 1|quys 1|quý đầu năm|3 tháng đầu năm 2021|quý trước|quý vừa rồi".split(
      "|",
    ),
    ..."Q1 2021|quarter 1|first quarter of 2021|last quarter|thống kê quyI 2021|QUÝ 1".split("|"),
  ])("%s is the first reporting quarter of 2021", (text) => {
    expect(daysOf(text)).toBe(firstQuarter);
  });

  it.each([
    ["quý này", "2021-03-15..2021-06-14"],
    ["quý 3", "2020-06-15..2020-09-14"],
    ["quý tư năm ngoái", "2020-09-15..2020-12-14"],
    ["6 tháng đầu năm", "2020-12-15..2021-06-14"],
    ["6 tháng cuối năm 2020", "2020-06-15..2020-12-14"],
    ["nửa đầu năm 2020", "2019-12-15..2020-06-14"],
    ["9 tháng", "2020-12-15..2021-09-14"],
    ["năm 2020", "2019-12-15..2020-12-14"],
    ["năm nay", "2020-12-15..2021-12-14"],
    ["năm ngoái", "2019-12-15..2020-12-14"],
    ["last year", "2019-12-15..2020-12-14"],
    ["tháng 3", "2021-02-15..2021-03-14"],
    ["tháng 5", "2020-04-15..2020-05-14"],
    ["tháng năm năm 2020", "2020-04-15..2020-05-14"],
    ["tháng mười hai", "2020-11-15..2020-12-14"],
    ["thang 3/2020", "2020-02-15..2020-03-14"],
    ["t3/2020", "2020-02-15..2020-03-14"],
    ["3/2020", "2020-02-15..2020-03-14"],
    ["march 2020", "2020-02-15..2020-03-14"],
    ["tháng này", "2021-03-15..2021-04-14"],
    ["tháng trước", "2021-02-15..2021-03-14"],
    ["tháng này năm ngoái", "2020-03-15..2020-04-14"],
    ["tuần này", "2021-03-15..2021-03-21"],
    ["tuần trước", "2021-03-08..2021-03-14"],
    ["hôm nay", "2021-03-20..2021-03-20"],
    ["today", "2021-03-20..2021-03-20"],
    ["hôm qua", "2021-03-19..2021-03-19"],
    ["hôm kia", "2021-03-18..2021-03-18"],
    ["15/3/2021", "2021-03-15..2021-03-15"],
    ["2021-03-15", "2021-03-15..2021-03-15"],
    ["ngày 15 tháng 3 năm 2021", "2021-03-15..2021-03-15"],
    ["15/4", "2020-04-15..2020-04-15"],
    ["từ 1/2 đến 15/2/2021", "2021-02-01..2021-02-15"],
    ["01/02/2021-15/02/2021", "2021-02-01..2021-02-15"],
    ["từ 15/12 đến 14/3", "2020-12-15..2021-03-14"],
    ["từ ngày 1 đến 15/2", "2021-02-01..2021-02-15"],
    ["từ 1/2 đến nay", "2021-02-01..2021-03-20"],
    ["từ tháng 1 đến tháng 2", "2020-12-15..2021-02-14"],
    ["từ tháng 1 đến 2 năm 2020", "2019-12-15..2020-02-14"],
    ["đầu năm đến nay", "2020-12-15..2021-03-20"],
    ["lũy kế", "2020-12-15..2021-03-20"],
    ["tới giờ", "2020-12-15..2021-03-20"],
    ["7 ngày qua", "2021-03-14..2021-03-20"],
    ["30 ngày gần đây", "2021-02-19..2021-03-20"],
    ["quý 1 dương lịch", "2021-01-01..2021-03-31"],
    ["tháng 2 năm 2020 theo dương lịch", "2020-02-01..2020-02-29"],
  ])("%s is %s", (text, days) => {
    expect(daysOf(text)).toBe(days);
  });

  it("is cut as the calendar does where that is usual, unless the reporting period is asked for", () => {
    expect(daysOf("quý 1", "calendar")).toBe("2021-01-01..2021-03-31");
    expect(daysOf("quý 1 theo kỳ báo cáo", "calendar")).toBe(firstQuarter);
  });

  it.each(["quý 5", "quý 0", "tháng 13", "31/2", "29/2/2021", "từ 15/2/2021 đến 1/2/2021"])(
    "is none in %s, and nothing else is read into it",
    (text) => {
      expect(daysOf(text)).toBeUndefined();
    },
  );

  it.each(["", "hồ sơ của tôi", "quý anh chị", "quy trình", "4/144", "0905 123 456"])(
    "is none in %s",
    (text) => {
      expect(daysOf(text)).toBeUndefined();
    },
  );
});
