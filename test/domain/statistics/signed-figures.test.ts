import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedFigures } from "../../../src/domain/statistics/figure-run.ts";
import type { Figures } from "../../../src/domain/statistics/figures.ts";
import { adjustmentsOf } from "../../../src/domain/statistics/signed-figures.ts";
import { someFigures } from "../../support/some-figures.ts";

const count = fc.integer({ min: 0, max: 3 });
const counts = <Key extends string>(...keys: Key[]) =>
  fc
    .tuple(...keys.map(() => count))
    .map((values) => Object.fromEntries(keys.map((key, at) => [key, values[at]!])) as Record<Key, number>);
const summed = <Key extends string>(...keys: Key[]) =>
  counts(...keys).map((parts) => ({
    ...parts,
    total: Object.values<number>(parts).reduce((sum, part) => sum + part, 0),
  }));
const anyFigures: fc.Arbitrary<Figures> = fc
  .record({
    dossiers: fc.record({
      carriedOver: count,
      received: summed("online", "inPerson", "postal"),
      resolved: summed("early", "onTime", "late", "noDueDate"),
      open: summed("inTime", "late", "noDueDate"),
    }),
    feedback: counts("received", "answered", "answeredOnTime", "answeredExtended"),
    assignments: counts("due", "done", "early", "onTime", "late"),
    horizontal: count,
    vertical: count,
  })
  .map(({ dossiers, feedback, assignments, horizontal, vertical }) =>
    someFigures({
      dossiers,
      feedback: { ...feedback, byField: [] },
      assignments,
      interlinked: {
        horizontal: { procedures: 0, resolved: horizontal },
        vertical: { procedures: 0, resolved: vertical },
      },
    }),
  );

describe("what late corrections moved since figures were signed off", () => {
  it("is every count that differs, and none that does not", () => {
    fc.assert(
      fc.property(anyFigures, anyFigures, (signed, now) => {
        const adjustments = adjustmentsOf(signed, now);
        expect(adjustments).toHaveLength(movedFigures(signed, now).length);
        for (const { signed: was, now: is } of adjustments) expect(was).not.toBe(is);
      }),
    );
  });

  it("tells of a dossier that was late at the end, after its due day was put right", () => {
    const open = (late: number) =>
      someFigures({
        dossiers: { ...someFigures().dossiers, open: { total: 4, inTime: 4 - late, late, noDueDate: 0 } },
      });
    expect(adjustmentsOf(open(0), open(1))).toEqual([
      { figure: "openInTime", signed: 4, now: 3 },
      { figure: "openLate", signed: 0, now: 1 },
    ]);
  });
});
