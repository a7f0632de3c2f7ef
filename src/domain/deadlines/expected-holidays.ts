import { getSolarDate } from "@dqcai/vn-lunar";
import { addDays, day, weekdayOf, type Day } from "../vietnam-time.ts";
import type { DayException } from "./working-calendar.ts";

/** Where holidays, and the days in lieu of those on a weekend, are laid down. */
export const holidayLaw = "Bộ luật Lao động 2019, điều 112";
export const inLieuLaw = "Bộ luật Lao động 2019, điều 111 khoản 3";

/** Lunar days are known for these years; outside them only the days of the solar calendar are given. */
const lunarYears = { first: 1200, last: 2199 };

interface Holiday {
  day: Day;
  note: string;
}

/**
 * The days off of a year as they follow from the law, as long as the Prime Minister has not announced them: the choices
 * left to him are taken as he usually takes them, and Saturdays worked for a bridge day cannot be foreseen.
 */
export function expectedHolidays(year: number): DayException[] {
  const holidays = [
    { day: day(year, 1, 1), note: "Tết Dương lịch" },
    ...lunarHolidays(year),
    { day: day(year, 4, 30), note: "Ngày Chiến thắng" },
    { day: day(year, 5, 1), note: "Quốc tế Lao động" },
    ...nationalDays(year),
    ...cultureDay(year),
  ];
  return [
    ...holidays.map((holiday): DayException => ({ ...holiday, kind: "off", basis: holidayLaw })),
    ...daysInLieu(holidays).map((holiday): DayException => ({ ...holiday, kind: "off", basis: inLieuLaw })),
  ];
}

/** Tết: the last day of the old lunar year and the first four of the new one; none where lunar days are not known. */
export function tetOf(year: number): Day[] {
  if (!isLunarKnown(year)) return [];
  const first = lunarDay(year, 1, 1);
  return [-1, 0, 1, 2, 3].map((days) => addDays(first, days));
}

/** Tết, and Giỗ Tổ on the tenth of the third month. */
function lunarHolidays(year: number): Holiday[] {
  if (!isLunarKnown(year)) return [];
  return [
    ...tetOf(year).map((on) => ({ day: on, note: "Tết Nguyên đán" })),
    { day: lunarDay(year, 3, 10), note: "Giỗ Tổ Hùng Vương" },
  ];
}

function isLunarKnown(year: number): boolean {
  return year >= lunarYears.first && year <= lunarYears.last;
}

function lunarDay(year: number, month: number, dayOfMonth: number): Day {
  const solar = getSolarDate(dayOfMonth, month, year);
  return day(solar.year, solar.month, solar.day);
}

/** 2/9 and, since 2021, the weekday next to it: the one before, unless the one after makes the weekend longer. */
function nationalDays(year: number): Holiday[] {
  const nationalDay = day(year, 9, 2);
  const longerAfter = [1, 4, 7].includes(weekdayOf(nationalDay));
  const days = year < 2021 ? [nationalDay] : [nationalDay, addDays(nationalDay, longerAfter ? 1 : -1)];
  return days.map((on) => ({ day: on, note: "Quốc khánh" }));
}

/** Resolution 80-NQ/TW of January 2026 wants it to be a paid day off; not yet in the Labour Code. */
function cultureDay(year: number): Holiday[] {
  return year > 2026 ? [{ day: day(year, 11, 24), note: "Ngày Văn hóa Việt Nam" }] : [];
}

/** For each holiday on a weekend, the next weekday that is none itself. */
function daysInLieu(holidays: readonly Holiday[]): Holiday[] {
  const taken = new Set(holidays.map((holiday) => holiday.day));
  return holidays
    .filter(({ day: on }) => isWeekend(on))
    .map(({ day: on, note }) => {
      let free = addDays(on, 1);
      while (isWeekend(free) || taken.has(free)) free = addDays(free, 1);
      taken.add(free);
      return { day: free, note: `nghỉ bù ${note}` };
    });
}

function isWeekend(on: Day): boolean {
  return weekdayOf(on) > 5;
}
