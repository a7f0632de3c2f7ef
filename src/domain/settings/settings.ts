import type { PeriodBasis } from "../statistics/period.ts";

/** What a deployment decides for itself, kept in the database. */
export interface Settings {
  /** Whether the data are the demonstration agency's: then every answer says so. */
  isDemonstration: boolean;
  /** How a period is cut when the question does not say. */
  periodBasis: PeriodBasis;
  /** Which of the two online rates is the one reported. */
  onlineRate: "onlineRateOfReceived" | "onlineRateOfHandled";
}

export const defaultSettings: Settings = {
  isDemonstration: false,
  periodBasis: "reporting",
  onlineRate: "onlineRateOfReceived",
};

export interface SettingsStore {
  read(): Promise<Settings>;
  write(settings: Partial<Settings>): Promise<void>;
}
