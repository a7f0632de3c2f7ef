import { dayKinds, type DayChange, type DayKind } from "../../../domain/deadlines/calendar-change.ts";
import type { CalendarFault } from "../../../domain/deadlines/calendar-desk.ts";
import { readDay, type Day } from "../../../domain/vietnam-time.ts";
import type { FormFields } from "../form-fields.ts";
import type { WrittenDays } from "./day-form.tsx";

/** A day as browsers send it, or as people write it where the browser has no field for days. */
export function readWrittenDay(text: string): Day | undefined {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return readDay(date ? `${year}-${month!.padStart(2, "0")}-${date.padStart(2, "0")}` : text);
}

export function writtenDays(fields: FormFields): WrittenDays {
  const [from, kind, note, basis, unit] = ["from", "kind", "note", "basis", "unit"].map(fields.text);
  return { from: from!, until: fields.text("until"), kind: kind!, note: note!, basis: basis!, unit: unit! };
}

/** What the form says; undefined where a day cannot be read. One day when no last one is given. */
export function readDays(written: WrittenDays): DayChange | { unreadable: "from" | "until" } {
  const from = readWrittenDay(written.from);
  if (!from) return { unreadable: "from" };
  const until = written.until === "" ? from : readWrittenDay(written.until);
  if (!until) return { unreadable: "until" };
  const kind: DayKind = dayKinds.find((known) => known === written.kind) ?? "off";
  return { from, until, kind, note: written.note, basis: written.basis, unitCode: written.unit || null };
}

/** The field that a fault is about. */
export const fieldOfFault: Readonly<Record<CalendarFault, keyof WrittenDays>> = {
  "days-backwards": "until",
  "days-too-many": "until",
  "basis-missing": "basis",
  "nothing-entered": "kind",
  "no-such-unit": "unit",
  "hours-unreadable": "from",
};
