import type { Shift } from "./working-calendar.ts";

/** The shifts of the weekdays that are laid down, 1 = Monday … 7 = Sunday; an empty list: nobody works. */
export type WeekHours = Readonly<Partial<Record<number, readonly Shift[]>>>;

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** `07:30` */
export function showMinute(minute: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** `07:30–11:30, 13:30–17:00` */
export function showShifts(shifts: readonly Shift[]): string {
  return shifts
    .map(({ fromMinute, toMinute }) => `${showMinute(fromMinute)}–${showMinute(toMinute)}`)
    .join(", ");
}

/** Reads what `showShifts` writes, as people write it: `7h30-11h30; 13:30 – 17:00`. Undefined when it cannot be read. */
export function readShifts(text: string): Shift[] | undefined {
  const shifts: Shift[] = [];
  for (const part of text.split(/[,;]/).filter((piece) => piece.trim() !== "")) {
    const found = /^\s*(\d{1,2})(?:[:h](\d{2})?)?\s*[-–—]\s*(\d{1,2})(?:[:h](\d{2})?)?\s*$/.exec(part);
    if (!found) return undefined;
    const [fromHour, fromMinutes, toHour, toMinutes] = found.slice(1).map((digits) => Number(digits ?? 0));
    const shift = { fromMinute: fromHour! * 60 + fromMinutes!, toMinute: toHour! * 60 + toMinutes! };
    const isTime = fromMinutes! < 60 && toMinutes! < 60 && shift.toMinute <= 24 * 60;
    if (!isTime || shift.fromMinute >= shift.toMinute) return undefined;
    shifts.push(shift);
  }
  shifts.sort((one, other) => one.fromMinute - other.fromMinute);
  const isOverlapping = shifts.some(
    ({ fromMinute }, place) => place > 0 && fromMinute < shifts[place - 1]!.toMinute,
  );
  return isOverlapping ? undefined : shifts;
}
