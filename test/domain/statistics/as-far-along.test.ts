import { describe, expect, it } from "vitest";
import { asFarAlong } from "../../../src/domain/statistics/as-far-along.ts";
import {
  namedPeriod,
  previousPeriod,
  sameLastYear,
  yearToDate,
} from "../../../src/domain/statistics/periods.ts";
import type { Day } from "../../../src/domain/vietnam-time.ts";

const at = (local: string) => new Date(`${local.replace(" ", "T")}:00+07:00`);
const quarter = namedPeriod("quarter", 2026, 4, "reporting");

describe("a running period beside another", () => {
  it("is set beside what the other was after as many days and hours", () => {
    // Both begin on a 15th: 70 days and 9 hours in.
    expect(asFarAlong(previousPeriod(quarter), quarter, at("2026-11-24 09:00"))).toEqual(
      at("2026-08-24 09:00"),
    );
    expect(asFarAlong(sameLastYear(quarter), quarter, at("2026-11-24 09:00"))).toEqual(
      at("2025-11-24 09:00"),
    );
    const soFar = yearToDate("2026-11-24" as Day, "reporting");
    expect(asFarAlong(previousPeriod(soFar), soFar, at("2026-11-24 09:00"))).toEqual(at("2025-11-24 09:00"));
  });

  it("is set beside the whole of one that was shorter than it has run for", () => {
    const march = namedPeriod("month", 2026, 4, "calendar");
    expect(
      asFarAlong(namedPeriod("month", 2026, 2, "calendar"), march, at("2026-04-29 12:00")),
    ).toBeUndefined();
  });

  it("is set beside whole periods once it is over", () => {
    expect(asFarAlong(previousPeriod(quarter), quarter, at("2026-12-15 00:00"))).toBeUndefined();
  });
});
