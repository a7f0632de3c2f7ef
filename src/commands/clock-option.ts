import { InvalidArgumentError } from "commander";
import { readDay, type Clock } from "../domain/vietnam-time.ts";

const iso =
  /^((?:19|20|21)\d{2}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** An instant of the years 1900 to 2199 as ISO 8601. A day alone is its beginning, and no zone means Vietnam's. */
export function readInstant(text: string): Date {
  const [, date, time = "00:00", zone = "+07:00"] = iso.exec(text) ?? [];
  const instant = date && readDay(date) ? new Date(`${date}T${time}${zone}`) : undefined;
  if (!instant || Number.isNaN(instant.getTime()))
    throw new InvalidArgumentError("Expected an ISO 8601 instant, for example 2021-03-15T08:00:00+07:00.");
  return instant;
}

/** `--now ISO` → a clock that stands still there. */
export function readClock(text: string): Clock {
  const instant = readInstant(text);
  return () => instant;
}

/** The machine’s clock enters the program here and nowhere else. */
export const machineClock: Clock = () => new Date();
