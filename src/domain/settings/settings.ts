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
}

// A type, not an interface, so that it is plain JSON to the store.
type OfficeContact = { address?: string; phone?: string; hotline?: string; website?: string };

export const defaultSettings: Settings = {
  isDemonstration: false,
  periodBasis: "reporting",
  onlineRate: "onlineRateOfReceived",
  office: {},
};

export interface SettingsStore {
  read(): Promise<Settings>;
  write(settings: Partial<Settings>): Promise<void>;
}
