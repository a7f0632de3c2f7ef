import { Fault } from "../fault.ts";
import { foldName } from "../fold-name.ts";
import { expected, importKind, optional, required } from "../import-kind.ts";
import { unit, type Reader } from "../readers.ts";

const weekdayNames = [
  ["2", "hai"],
  ["3", "ba"],
  ["4", "tu"],
  ["5", "nam"],
  ["6", "sau"],
  ["7", "bay"],
  ["cn", "chunhat", "8"],
];

const weekdays = new Map(weekdayNames.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

/** A weekday as Vietnamese count them (2 is Monday, cn or 8 Sunday) → 1 = Monday … 7 = Sunday. */
const weekday: Reader<number> = (cell) =>
  weekdays.get(foldName(cell).replace(/^thu/, "")) ??
  new Fault("import-row-unknown-word", { value: cell, allowed: "2, 3, 4, 5, 6, 7, cn" });

/** `7:30`, `07:30:00`, `7h30`, `17h`, up to 24:00 → minutes since midnight. A spreadsheet puts its first day before. */
const timeOfDay: Reader<number> = (cell) => {
  const [, hour, minute = "0"] = /^(?:1899-12-3\d )?(\d{1,2})(?:h|[:h](\d{2})(?::00)?)$/i.exec(cell) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= 24 * 60
    ? minutes
    : new Fault("import-row-bad-time", { value: cell });
};

/** Working hours: a row a shift, or one without times for a weekday that is not worked. */
export const workingHours = importKind({
  name: "gio-lam-viec",
  table: "working_hours",
  columns: {
    weekday: required("thu", "Thứ", weekday),
    unit_id: optional("ma_don_vi", "Mã đơn vị", unit),
    from_minute: expected("tu", "Từ", timeOfDay),
    to_minute: expected("den", "Đến", timeOfDay),
  },
  toRow(cells) {
    const { from_minute: from, to_minute: to } = cells;
    if (from === null && to === null) return cells;
    if (from === null || to === null)
      return [new Fault("import-row-half-hours", {}, from === null ? "tu" : "den")];
    return to > from ? cells : [new Fault("import-row-reversed-hours", {}, "den")];
  },
});
