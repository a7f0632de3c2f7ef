import type { Act } from "../audit/act.ts";
import type { FourEyesKind } from "../staff/approval.ts";
import type { SecondStepDemand } from "../staff/second-step.ts";
import type { PeriodBasis } from "../statistics/period.ts";

/** What a deployment decides for itself, kept in the database. */
export interface Settings {
  /** Whether the data are the demonstration agency's: then every answer says so. */
  isDemonstration: boolean;
  /** How a period is cut when the question does not say. */
  periodBasis: PeriodBasis;
  /** Which of the two online rates is the one reported. */
  onlineRate: "onlineRateOfReceived" | "onlineRateOfHandled";
  /** How to reach the office, as people are told; left out where not written yet. */
  office: OfficeContact;
  /** How the agency heads and signs its reports; left out is left blank, to be written by hand. */
  letterhead: Letterhead;
  /** How sure the service wants to be of who on the staff acts. */
  identity: IdentityRules;
}

// A type, not an interface, so that it is plain JSON to the store.
type OfficeContact = { address?: string; phone?: string; hotline?: string; website?: string };

export type IdentityRules = {
  /** Of whom a second step is demanded. */
  secondStep: SecondStepDemand;
  /** A messenger account that an invitation was redeemed with counts once an administrator approved it. */
  approvesBindings: boolean;
  /** After so many months a messenger account is to be confirmed; 0: never. */
  bindingMonths: number;
  /** What waits for a second administrator. */
  fourEyes: FourEyesKind[];
};

export type Letterhead = {
  /** The agency above: `UBND tỉnh …`. */
  superior?: string;
  /** Where reports are signed. */
  place?: string;
  /** What follows a report's number: `BC-STP`. */
  symbol?: string;
  /** The office of who signs: `Giám đốc`. */
  signatory?: string;
  /** Whom reports go to, one a line under "Nơi nhận". */
  recipients?: string[];
};

export const defaultSettings: Settings = {
  isDemonstration: false,
  periodBasis: "reporting",
  onlineRate: "onlineRateOfReceived",
  office: {},
  letterhead: {},
  identity: { secondStep: "nobody", approvesBindings: false, bindingMonths: 12, fourEyes: [] },
};

export interface SettingsStore {
  read(): Promise<Settings>;
  /** What changes is in the audit, with what it was before. */
  write(settings: Partial<Settings>, act: Pick<Act, "by" | "channel" | "at">): Promise<void>;
}
