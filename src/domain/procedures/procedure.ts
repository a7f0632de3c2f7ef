import type { Interlinked } from "../dossiers/dossier.ts";

/** How much of a procedure can be done online: from beginning to end, in part, not at all. */
export type OnlineLevel = "full" | "partial" | "none";

/** An administrative procedure as the catalogue describes it; null where the catalogue says nothing. */
export interface Procedure {
  code: string;
  name: string;
  /** What people call it when they do not know its name, parted by semicolons. */
  alsoCalled: string | null;
  field: string;
  workingDays: number | null;
  /** In words: most fees depend on who applies. */
  fee: string | null;
  onlineLevel: OnlineLevel;
  interlinked: Interlinked;
  /** Parted by semicolons. */
  papers: string | null;
  submitAt: string | null;
  url: string | null;
  /** The text that all this was taken from. */
  source: string | null;
  /** When this entry of the catalogue last changed. */
  updatedAt: Date;
}
