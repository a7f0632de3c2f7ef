import { describe, expect, it } from "vitest";
import { isDigestMissing, planAlarms, silentJobs } from "../../../src/domain/reminders/alarms.ts";
import { at, calendar } from "../feedback/case-setting.ts";

const everyMs = 60_000;
const calendars = { version: "1", of: () => calendar };
const ran = (text: string | null) => [
  { job: "hand-over-notices", everyMs, succeededAt: text ? at(text) : null },
];
const watchedSince = at("2026-11-24 06:00");

describe("a recurring job that stops", () => {
  it.each([
    ["2026-11-24 09:00", "2026-11-24 09:05", false],
    ["2026-11-24 09:00", "2026-11-24 09:06", false],
    ["2026-11-24 09:00", "2026-11-24 09:07", true],
    [null, "2026-11-24 06:06", false],
    [null, "2026-11-24 06:07", true],
  ])("that worked last at %s is silent at %s: %s", (last, now, isSilent) => {
    expect(silentJobs(ran(last), watchedSince, at(now)).length).toBe(isSilent ? 1 : 0);
  });

  it("is given its time again after the service itself was off", () => {
    expect(silentJobs(ran("2026-11-20 17:00"), watchedSince, at("2026-11-24 06:05"))).toEqual([]);
    expect(silentJobs(ran("2026-11-20 17:00"), watchedSince, at("2026-11-24 06:07"))).toEqual([
      { job: "hand-over-notices", since: at("2026-11-20 17:00") },
    ]);
  });
});

describe("a working morning", () => {
  const fine = { jobSucceededAt: at("2026-11-24 08:14"), digests: { planned: 3, said: 3, overdue: 0 } };
  const missing = (more: Partial<typeof fine>, now = "2026-11-24 08:15") =>
    isDigestMissing({ ...fine, ...more }, at(now), calendars);

  it("on which digests went out is fine, and so is one on which nobody had anything to read", () => {
    expect(missing({})).toBe(false);
    expect(missing({ digests: { planned: 0, said: 0, overdue: 0 } })).toBe(false);
  });

  it("on which none went out by a quarter past eight raises an alarm, not a minute before", () => {
    const never = { jobSucceededAt: at("2026-11-23 17:00") };
    expect(missing(never)).toBe(true);
    expect(missing(never, "2026-11-24 08:14")).toBe(false);
  });

  it("on which they were planned and still wait, or reached nobody, raises one too", () => {
    expect(missing({ digests: { planned: 3, said: 1, overdue: 2 } })).toBe(true);
    expect(missing({ digests: { planned: 3, said: 0, overdue: 0 } })).toBe(true);
  });

  it("is none on a Sunday", () => {
    expect(missing({ jobSucceededAt: at("2026-11-20 17:00") }, "2026-11-22 10:00")).toBe(false);
  });
});

describe("the administrators", () => {
  const quiet = { silent: [], isDigestMissing: false, yearWithoutCalendar: undefined };
  const since = at("2026-11-24 09:00");

  it("are told once of each silence, however often it is seen", () => {
    const seen = [at("2026-11-24 09:07"), at("2026-11-24 09:08")].map(
      (now) => planAlarms({ ...quiet, silent: [{ job: "plan-reminders", since }] }, now)[0]!,
    );
    expect(seen[0]!.key).toBe(seen[1]!.key);
    expect(seen[0]).toMatchObject({
      kind: "alarm",
      recipient: { kind: "ladder", rung: "admin" },
      facts: { alarm: "job-silent", job: "plan-reminders", since: since.toISOString() },
    });
    expect(seen[0]!.expiresAt).toBeUndefined();
  });

  it("are told every day that next year's days off are missing", () => {
    const keys = ["2026-11-24 08:00", "2026-11-24 09:00", "2026-11-25 08:00"].map(
      (now) => planAlarms({ ...quiet, yearWithoutCalendar: 2027 }, at(now))[0]!.key,
    );
    expect(new Set(keys).size).toBe(2);
  });

  it("hear nothing while all is well", () => {
    expect(planAlarms(quiet, since)).toEqual([]);
  });
});
