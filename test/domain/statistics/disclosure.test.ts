import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestShown, withhold } from "../../../src/domain/statistics/disclosure.ts";

const counts = fc.array(fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 5000 })), {
  minLength: 1,
  maxLength: 12,
});

describe("withholding", () => {
  it("shows everything where nothing is small", () => {
    expect(withhold([0, 5, 120])).toEqual([0, 5, 120]);
  });

  it("withholds a small count and the smallest other, so that the total does not give it away", () => {
    expect(withhold([3, 40, 900])).toEqual([null, null, 900]);
    expect(withhold([1, 1, 900])).toEqual([null, null, null]);
    expect(withhold([1, 2, 3])).toEqual([null, null, null]);
    expect(withhold([0, 3, 900])).toEqual([0, null, null]);
  });

  it("never shows a small count, and lets none be reckoned from the total", () => {
    fc.assert(
      fc.property(counts, (parts) => {
        const shown = withhold(parts);
        const hidden = parts.filter((_count, at) => shown[at] === null);
        expect(shown.filter((count) => count !== null && count > 0 && count < smallestShown)).toEqual([]);
        if (hidden.length === 0) return;
        const nothingElse = parts.every((count, at) => shown[at] === null || count === 0);
        expect(nothingElse || hidden.length >= 2).toBe(true);
        expect(nothingElse || hidden.reduce((sum, count) => sum + count, 0) >= smallestShown).toBe(true);
      }),
    );
  });

  it("withholds nothing without need", () => {
    fc.assert(
      fc.property(counts, (parts) => {
        fc.pre(parts.every((count) => count === 0 || count >= smallestShown));
        expect(withhold(parts)).toEqual(parts);
      }),
    );
  });
});
