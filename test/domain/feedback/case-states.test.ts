import { describe, expect, it } from "vitest";
import { caseStates, feedbackStatuses, isOpen, mayFollow } from "../../../src/domain/feedback/case-states.ts";

/** Every pair of states, row by row: + allowed, . refused. Columns in the order of the rows. */
const pairs = `
  new               . + + + . . + . + + . . +
  classified        . . + + . . + . + + . . +
  assigned          . + . + . . + . + + . . +
  in-progress       . + + . + + + . + + . . +
  awaiting-citizen  . . + + . . + . + + . . +
  awaiting-agency   . . + + . . + . + + . . +
  answered          . . . . . . . + . . + . .
  closed            . . . . . . . . . . + . .
  refused           . . . . . . . . . . + . .
  forwarded         . . . . . . . . . . + . .
  reopen-requested  . . . . . . . + . . . + .
  reopened          . + + + . . + . + + . . +
  withdrawn         . . . . . . . . . . . . .`
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));

describe("the states of a case", () => {
  it("allow or refuse every pair on purpose", () => {
    expect(pairs.map(([from]) => from)).toEqual(feedbackStatuses);
    for (const [from, ...marks] of pairs)
      for (const [at, mark] of marks.entries()) {
        const to = feedbackStatuses[at]!;
        expect([from, to, mayFollow(from as typeof to, to)]).toEqual([from, to, mark === "+"]);
      }
  });

  it("can all be reached from a new case", () => {
    const reached = new Set<string>(["new"]);
    for (const status of reached) for (const next of caseStates[status as "new"].next) reached.add(next);
    expect([...reached].toSorted()).toEqual([...feedbackStatuses].toSorted());
  });

  it("end nowhere but in a withdrawal: every other end can be asked to be reopened", () => {
    const ends = feedbackStatuses.filter((status) => !isOpen(status));
    expect(ends).toEqual(["answered", "closed", "refused", "forwarded", "reopen-requested", "withdrawn"]);
    for (const end of ["answered", "closed", "refused", "forwarded"] as const)
      expect(mayFollow(end, "reopen-requested")).toBe(true);
    expect(caseStates.withdrawn.next).toEqual([]);
  });
});
