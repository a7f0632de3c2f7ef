import type { Letterhead } from "../domain/settings/settings.ts";
import { dayOf } from "../domain/vietnam-time.ts";
import type { Speech } from "./report-material.ts";

/** `Hà Nội, ngày 05 tháng 02 năm 2021`: months 1 and 2 and days below 10 take a zero (NĐ 30/2020/NĐ-CP, annex I). */
export function signedAt({ place }: Letterhead, now: Date, { say, language }: Speech): string {
  const [year, month, day] = dayOf(now).split("-") as [string, string, string];
  return say(language, "report-signed-at", {
    place: place ?? say(language, "report-blank"),
    day,
    month: Number(month) > 2 ? String(Number(month)) : month,
    year,
  });
}
