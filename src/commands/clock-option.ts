import { InvalidArgumentError } from "commander";
import { instantOn, readDay, type Clock } from "../domain/vietnam-time.ts";

/** `--now ISO` → a clock that stands still there. A day alone is its beginning, and no zone means Vietnam's. */
export function readClock(text: string): Clock {
  const on = readDay(text);
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text);
  const instant = on ? instantOn(on) : new Date(hasZone ? text : `${text}+07:00`);
  if (Number.isNaN(instant.getTime()))
    throw new InvalidArgumentError("Expected an ISO 8601 instant, for example 2021-03-15T08:00:00+07:00.");
  return () => instant;
}

/** The machine’s clock enters the program here and nowhere else. */
export const machineClock: Clock = () => new Date();
