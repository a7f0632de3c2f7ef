/** The parts of the settings that are changed on their own. */
export const settingAreas = [
  "lich",
  "gio",
  "chinh-sach",
  "phan-cong",
  "mau",
  "thu-tuc",
  "chi-tieu",
  "don-vi",
  "can-bo",
] as const;
export type SettingArea = (typeof settingAreas)[number];

/** What a setting says, by the names of the columns of its file; a column that says nothing is left out or empty. */
export type SettingRow = Readonly<Record<string, string>>;

/** One change of a setting: who, when, from what to what. Null: there was nothing, or there is nothing any more. */
export interface SettingChange {
  /** Digits. */
  id: string;
  area: SettingArea;
  /** What it is about, by its code. */
  subject: string;
  happenedAt: Date;
  /** A username, or what else changed it. */
  actor: string;
  actorName: string | null;
  before: SettingRow | null;
  after: SettingRow | null;
}

/** What was changed, kept for good. Inside a transaction it belongs to that transaction. */
export interface SettingHistory {
  add(change: Omit<SettingChange, "id" | "actorName">): Promise<void>;
  /** The newest first; of one area or one subject of it when named. */
  list(of: { area?: SettingArea; subject?: string }, limit: number): Promise<SettingChange[]>;
}
/** One column that says something else than before. */
export interface Difference {
  column: string;
  before: string;
  after: string;
}

/** What differs between two states of a setting, in the order of their columns. */
export function differencesOf(before: SettingRow | null, after: SettingRow | null): Difference[] {
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return columns
    .map((column) => ({ column, before: before?.[column] ?? "", after: after?.[column] ?? "" }))
    .filter((difference) => difference.before !== difference.after);
}

/** Whether both say the same. */
export function isSameSetting(one: SettingRow | null, other: SettingRow | null): boolean {
  return (one === null) === (other === null) && differencesOf(one, other).length === 0;
}
