import type { LadderRung } from "../notices/notice.ts";
import type { Day } from "../vietnam-time.ts";

/** Where a matter stands in the house: who has it and whose it is. */
export interface Standing {
  officer: string | null;
  unitCode: string | null;
}

/** Who is responsible for what today. Nobody who left is ever named; someone away is named by their substitute. */
export interface StaffDirectory {
  /**
   * Who gets a new matter of a unit: its officer with the fewest open matters, else its head, else the head of the
   * nearest unit above. Undefined for an unknown unit, or when nobody is left up to the root.
   */
  officerFor(unitCode: string, on: Day): Promise<string | undefined>;
  /** Who holds a rung of the ladder over a matter; a rung nobody holds falls to the officer on duty. */
  holderOf(rung: LadderRung, standing: Standing, on: Day): Promise<string | undefined>;
}
