import { describe, expect, it } from "vitest";
import { keptNationalHolidays } from "../../../src/domain/deadlines/national-holidays.ts";
import { createWorkingCalendars } from "../../../src/domain/deadlines/working-calendars.ts";
import {
  digestPeriod,
  planFiguresDigest,
  rhythms,
  rhythmsDue,
  type Rhythm,
} from "../../../src/domain/statistics/figures-digest.ts";
import type { Figures } from "../../../src/domain/statistics/figures.ts";
import type { Day } from "../../../src/domain/vietnam-time.ts";

import { someFigures } from "../../support/some-figures.ts";

const content = { national: keptNationalHolidays(), exceptions: [], hours: [], units: [] };
const calendar = createWorkingCalendars("v", content).of();

describe("the mornings on which figures are sent", () => {
  it.each([
    ["2026-11-23 07:15", ["weekly"], "a Monday"],
    ["2026-11-23 07:14", [], "a minute before"],
    ["2026-11-23 11:29", ["weekly"], "the end of a late morning"],
    ["2026-11-23 11:30", [], "after the morning"],
    ["2026-11-24 07:15", [], "a Tuesday"],
    ["2026-11-22 07:15", [], "a Sunday"],
    ["2026-12-15 07:15", ["monthly", "quarterly"], "the 15th, which opens a reporting month and quarter"],
    ["2026-11-16 07:15", ["weekly", "monthly"], "the Monday after a 15th on a Sunday"],
    ["2026-02-23 07:15", ["weekly", "monthly"], "the first Monday after Tết, which swallowed the 15th"],
    ["2026-02-16 07:15", [], "a day of Tết"],
  ])("at %s are due %j: %s", (at, due) => {
    expect(rhythmsDue(new Date(`${at.replace(" ", "T")}:00+07:00`), calendar, "reporting")).toEqual(due);
  });

  it.each([
    ["weekly", "2026-11-23", "2026-11-16", "2026-11-22"],
    ["monthly", "2026-12-15", "2026-11-15", "2026-12-14"],
    ["quarterly", "2026-12-15", "2026-09-15", "2026-12-14"],
  ] as const)("%s on %s are about %s to %s", (rhythm, on, from, to) => {
    expect(digestPeriod(rhythm, on as Day, "reporting")).toMatchObject({ from, to });
  });
});

describe("a digest", () => {
  const now = new Date("2021-03-15T00:15:00Z");
  const subscription = (rhythm: Rhythm) => ({ username: "dung", unitCode: "STP", rhythm });
  const sent = (rhythm: Rhythm, figures: Figures) =>
    planFiguresDigest(subscription(rhythm), { figures, previous: someFigures(), byField: [] }, now);
  const nothing = someFigures().dossiers;
  const quiet = someFigures({
    dossiers: {
      ...nothing,
      received: { ...nothing.received, total: 30, online: 30 },
      resolved: { ...nothing.resolved, total: 30, early: 30 },
    },
  });

  it("is silent where there is nothing worth reading, but for the monthly one", () => {
    const empty = someFigures();
    expect(rhythms.filter((rhythm) => sent(rhythm, empty))).toEqual(["monthly"]);
    expect(rhythms.filter((rhythm) => sent(rhythm, quiet))).toEqual(["monthly", "quarterly"]);
  });

  it.each([
    [
      "an open dossier that is late",
      { dossiers: { ...nothing, open: { ...nothing.open, total: 1, late: 1 } } },
    ],
    ["one resolved late", { dossiers: { ...nothing, resolved: { ...nothing.resolved, total: 1, late: 1 } } }],
    ["feedback that waits", { feedback: { ...quiet.feedback, received: 1 } }],
    [
      "a target that is missed",
      {
        targets: [{ indicator: "onTimeRate", target: 0.9, actual: 0.8, isMet: false, source: "KH 1/KH-STP" }],
      },
    ],
  ] as [string, Partial<Figures>][])("is sent each time for %s", (_what, more) => {
    expect(rhythms.filter((rhythm) => sent(rhythm, someFigures(more)))).toEqual([...rhythms]);
  });

  it("is not sent for a target that is met", () => {
    const met = {
      indicator: "onTimeRate",
      target: 0.9,
      actual: 1,
      isMet: true,
      source: "KH 1/KH-STP",
    } as const;
    expect(sent("weekly", { ...quiet, targets: [met] })).toBeUndefined();
  });
});
