import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDossierCode } from "../../../src/domain/dossiers/dossier-code.ts";
import { nearCodes, readSlippedCode } from "../../../src/domain/dossiers/near-codes.ts";

describe("a dossier code with a slip", () => {
  it("is read where a letter was written for a digit that looks like it", () => {
    expect(readSlippedCode("H57.16-21O315-OO12")).toBe("H57.16-210315-0012");
    expect(readSlippedCode("h57.l6-2l0315-00I2")).toBe("H57.16-210315-0012");
    expect(readSlippedCode("Nguyễn Thị Hoa")).toBeUndefined();
  });

  it("is kept as it was written where it cannot be right, so that it can be mended", () => {
    expect(nearCodes(readSlippedCode("h57.16-210351-0012")!)).toContain("H57.16-210315-0012");
    expect(nearCodes(readSlippedCode("H57.16-21315-0012")!)).toContain("H57.16-210315-0012");
    expect(nearCodes(readSlippedCode("H57.16-210315-012")!)).toContain("H57.16-210315-0012");
  });

  it.each([
    ["another digit", "H57.16-210315-0013"],
    ["two neighbours changed over", "H57.16-210315-0021"],
    ["another day", "H57.16-210316-0012"],
    ["two neighbours of the agency changed over", "H57.61-210315-0012"],
    ["a digit too many", "H57.16-210315-00112"],
  ])("leads to the right one: %s", (_slip, typed) => {
    expect(nearCodes(typed)).toContain("H57.16-210315-0012");
  });

  it("leads to codes alone, never to itself, and to what leads back", () => {
    const code = fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 99_999 }))
      .map(([on, serial]) => `H57.16-2103${String(on).padStart(2, "0")}-${String(serial).padStart(4, "0")}`);
    fc.assert(
      fc.property(code, (one) => {
        const near = nearCodes(one);
        expect(near.length).toBeGreaterThan(50);
        expect(near.every(isDossierCode)).toBe(true);
        expect(near).not.toContain(one);
        expect(nearCodes(near[0]!)).toContain(one);
      }),
      { numRuns: 50 },
    );
  });
});
