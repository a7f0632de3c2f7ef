import type { Interlinked } from "../dossiers/dossier.ts";

/** How much of a procedure can be done online: from beginning to end, in part, not at all. */
type OnlineLevel = "full" | "partial" | "none";

/** An administrative procedure as the catalogue describes it; null where the catalogue says nothing. */
export interface Procedure {
  code: string;
  name: string;
  /** What people call it when they do not know its name, parted by semicolons or lines. */
  alsoCalled: string | null;
  field: string;
  workingDays: number | null;
  /** In words: most fees depend on who applies. */
  fee: string | null;
  onlineLevel: OnlineLevel;
  interlinked: Interlinked;
  /** Parted by semicolons or lines. */
  papers: string | null;
  submitAt: string | null;
  url: string | null;
  /** The text that all this was taken from. */
  source: string | null;
  /** When this entry of the catalogue last changed. */
  updatedAt: Date;
}

/** All that a procedure is called, its name first. */
export function namesOf({ name, alsoCalled }: Procedure): string[] {
  return [name, ...itemsOf(alsoCalled)];
}

/** The papers one by one; none when the catalogue does not say. */
export function papersOf({ papers }: Procedure): string[] {
  return itemsOf(papers);
}

function itemsOf(text: string | null): string[] {
  return text?.split(/[;\n]/).flatMap((item) => item.trim() || []) ?? [];
}
