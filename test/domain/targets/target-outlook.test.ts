import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../../src/domain/vietnam-time.ts";
import { targetStanding } from "../../../src/domain/targets/target-outlook.ts";

const online = { indicator: "onlineRateOfHandled", target: 0.25, source: "cam kết" } as const;
const pace = { from: "2021-02-01" as Day, workingDays: 10, daysLeft: 20 };

describe("how an indicator stands towards its target", () => {
  it("of the published quarter: 13,85% of 25%, 347 dossiers short, and nothing to forecast", () => {
    const standing = targetStanding(online, { good: 431, whole: 3112 }, undefined);
    expect(standing).toMatchObject({ isMet: false, short: 347, isRunning: false });
    expect(standing.actual!.toFixed(4)).toBe("0.1385");
    expect(standing.outlook).toBeUndefined();
  });

  it("is forecast from the last working days, with how many are needed of those to come", () => {
    const going = { pace, recent: { good: 30, whole: 100 } };
    const { outlook } = targetStanding(online, { good: 40, whole: 300 }, going);
    expect(outlook).toMatchObject({ toCome: 200, needed: 85 });
    expect(outlook!.rate).toBeCloseTo((40 + 60) / 500);
  });

  it("may be out of reach: more are needed than will come", () => {
    const going = { pace: { ...pace, daysLeft: 2 }, recent: { good: 30, whole: 100 } };
    const { outlook } = targetStanding(online, { good: 10, whole: 300 }, going);
    expect(outlook!.needed).toBeGreaterThan(outlook!.toCome);
  });

  it.each([
    [{ pace: { ...pace, workingDays: 4 }, recent: { good: 30, whole: 100 } }, "four days"],
    [{ pace, recent: { good: 3, whole: 19 } }, "nineteen cases"],
  ])("is not forecast from too little: %j", (going) => {
    const standing = targetStanding(online, { good: 40, whole: 300 }, going);
    expect(standing).toMatchObject({ isRunning: true });
    expect(standing.outlook).toBeUndefined();
  });

  it("has nothing to say where nothing was counted", () => {
    expect(targetStanding(online, { good: 0, whole: 0 }, undefined)).toMatchObject({
      actual: null,
      isMet: null,
      short: 0,
    });
  });

  it("misses exactly as many as make the rate reach its target, and no fewer", () => {
    const counts = fc
      .nat(5000)
      .chain((whole) => fc.record({ whole: fc.constant(whole), good: fc.nat(whole) }));
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 10_000 }), (parts, basis) => {
        const target = basis / 10_000;
        const { short } = targetStanding({ ...online, target }, parts, undefined);
        const reaches = (good: number) => good * 10_000 >= basis * parts.whole;
        expect([reaches(parts.good + short), short > 0 && reaches(parts.good + short - 1)]).toEqual([
          true,
          false,
        ]);
      }),
    );
  });
});
