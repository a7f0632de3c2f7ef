import { addDays, type Day } from "../vietnam-time.ts";
import { holidayLaw as law, inLieuLaw as inLieu } from "./expected-holidays.ts";
import type { DayException } from "./working-calendar.ts";

const swap = "Thông báo hoán đổi ngày làm việc của Thủ tướng Chính phủ";

/** `from` and `to` as MM-DD; one day when `to` is left out. */
interface Span {
  year: number;
  from: string;
  to?: string;
  note: string;
  basis: string;
  kind?: DayException["kind"];
}

const everyYear = (year: number): Span[] => [
  { year, from: "01-01", note: "Tết Dương lịch", basis: law },
  { year, from: "04-30", note: "Ngày Chiến thắng", basis: law },
  { year, from: "05-01", note: "Quốc tế Lao động", basis: law },
];

const spans: Span[] = [
  ...[2020, 2021, 2022, 2023, 2024, 2025, 2026].flatMap(everyYear),
  { year: 2020, from: "01-23", to: "01-29", note: "Tết Nguyên đán", basis: law },
  { year: 2020, from: "04-02", note: "Giỗ Tổ Hùng Vương", basis: law },
  { year: 2020, from: "09-02", note: "Quốc khánh", basis: law },

  { year: 2021, from: "02-10", to: "02-16", note: "Tết Nguyên đán", basis: law },
  { year: 2021, from: "04-21", note: "Giỗ Tổ Hùng Vương", basis: law },
  { year: 2021, from: "05-03", note: "nghỉ bù 1/5", basis: inLieu },
  { year: 2021, from: "09-02", to: "09-03", note: "Quốc khánh", basis: law },

  { year: 2022, from: "01-03", note: "nghỉ bù Tết Dương lịch", basis: inLieu },
  { year: 2022, from: "01-31", to: "02-04", note: "Tết Nguyên đán", basis: law },
  { year: 2022, from: "04-10", note: "Giỗ Tổ Hùng Vương", basis: law },
  { year: 2022, from: "04-11", note: "nghỉ bù Giỗ Tổ", basis: inLieu },
  { year: 2022, from: "05-02", to: "05-03", note: "nghỉ bù 30/4 và 1/5", basis: inLieu },
  { year: 2022, from: "09-01", to: "09-02", note: "Quốc khánh", basis: law },

  { year: 2023, from: "01-02", note: "nghỉ bù Tết Dương lịch", basis: inLieu },
  { year: 2023, from: "01-20", to: "01-26", note: "Tết Nguyên đán", basis: law },
  { year: 2023, from: "04-29", note: "Giỗ Tổ Hùng Vương", basis: law },
  { year: 2023, from: "05-02", to: "05-03", note: "nghỉ bù Giỗ Tổ và 30/4", basis: inLieu },
  { year: 2023, from: "09-01", to: "09-02", note: "Quốc khánh", basis: law },
  { year: 2023, from: "09-04", note: "nghỉ bù Quốc khánh", basis: inLieu },

  { year: 2024, from: "02-08", to: "02-14", note: "Tết Nguyên đán", basis: law },
  { year: 2024, from: "04-18", note: "Giỗ Tổ Hùng Vương", basis: law },
  { year: 2024, from: "04-29", note: "nghỉ hoán đổi", basis: swap },
  { year: 2024, from: "05-04", note: "làm bù cho 29/4", basis: swap, kind: "make-up" },
  { year: 2024, from: "09-02", to: "09-03", note: "Quốc khánh", basis: law },

  { year: 2025, from: "01-25", to: "02-02", note: "Tết Nguyên đán", basis: law },
  { year: 2025, from: "04-07", note: "Giỗ Tổ Hùng Vương", basis: law },
  { year: 2025, from: "05-02", note: "nghỉ hoán đổi", basis: swap },
  { year: 2025, from: "04-26", note: "làm bù cho 2/5", basis: swap, kind: "make-up" },
  { year: 2025, from: "09-01", to: "09-02", note: "Quốc khánh", basis: law },

  { year: 2026, from: "01-02", note: "nghỉ hoán đổi", basis: swap },
  { year: 2026, from: "01-10", note: "làm bù cho 2/1", basis: swap, kind: "make-up" },
  { year: 2026, from: "02-16", to: "02-20", note: "Tết Nguyên đán", basis: law },
  { year: 2026, from: "04-26", note: "Giỗ Tổ Hùng Vương", basis: law },
  { year: 2026, from: "04-27", note: "nghỉ bù Giỗ Tổ", basis: inLieu },
  { year: 2026, from: "08-22", note: "làm bù cho 31/8", basis: swap, kind: "make-up" },
  { year: 2026, from: "08-31", note: "nghỉ hoán đổi", basis: swap },
  { year: 2026, from: "09-01", to: "09-02", note: "Quốc khánh", basis: law },
];

/** The days off and make-up days of the public service as they were decided, 2020 to 2026. */
export const decidedHolidays: readonly DayException[] = spans.flatMap(daysOf);

function daysOf({ year, from, to = from, note, basis, kind = "off" }: Span): DayException[] {
  const days: DayException[] = [];
  const last = `${year}-${to}` as Day;
  for (let day = `${year}-${from}` as Day; day <= last; day = addDays(day, 1))
    days.push({ day, kind, note, basis });
  return days;
}
