import type { StaffMember } from "../staff/staff-member.ts";
import type { SettingChange, SettingRow } from "./setting-change.ts";

/** The registers that are kept row by row, by the names of their files. */
export const registerNames = ["thu-tuc", "phan-cong", "don-vi", "can-bo"] as const;
export type RegisterName = (typeof registerNames)[number];

/** One row of a register, as its file would hold it. */
export interface RegisterEntry {
  key: string;
  row: SettingRow;
  /** Published, in use, open, or still on the staff. */
  isActive: boolean;
}

/** What is wrong with a row, in a sentence, and in which column; none: in the row as a whole. */
export interface RegisterFault {
  column?: string;
  text: string;
}

export interface RegisterChange {
  register: RegisterName;
  /** Undefined for a new row. */
  key?: string;
  row: SettingRow;
  /** The row as it was shown; null for a new one. */
  seen: SettingRow | null;
}

export type RegisterOutcome =
  | { kind: "saved"; key: string }
  | { kind: "unchanged"; key: string }
  | { kind: "faulty"; faults: readonly RegisterFault[] }
  /** Somebody changed the row since it was shown: as it is now, and their change where it is known. */
  | { kind: "changed-meanwhile"; current: SettingRow | null; by?: SettingChange }
  | { kind: "not-allowed" };

/** What is done to a row as a whole. */
export type RegisterDeed = "up" | "down" | "withdraw" | "restore";

export type DeedOutcome =
  | { kind: "done" }
  | { kind: "not-allowed" }
  | { kind: "not-found" }
  | { kind: "in-use" };

/** The registers as the staff see and change them. Rows go in by the same rules as imported files. */
export interface Register {
  list(register: RegisterName): Promise<RegisterEntry[]>;
  find(register: RegisterName, key: string): Promise<RegisterEntry | undefined>;
  save(change: RegisterChange, staff: StaffMember, now: Date): Promise<RegisterOutcome>;
  does(
    deed: RegisterDeed,
    of: { register: RegisterName; key: string },
    staff: StaffMember,
    now: Date,
  ): Promise<DeedOutcome>;
  historyOf(of: { area?: SettingChange["area"]; subject?: string }, limit: number): Promise<SettingChange[]>;
  /** Names of fields. */
  fields(): Promise<string[]>;
}
