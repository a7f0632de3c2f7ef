import type { Day } from "../vietnam-time.ts";
import type { Apology } from "./apologise.ts";

/** A dossier as an apology for it is judged. */
export interface ApologisedDossier {
  id: string;
  dueOn: Day | null;
  isOpen: boolean;
  officer: string | null;
  unitCode: string;
  unitPath: string[];
  apology: Apology | null;
}

export interface ApologyStore {
  /** Locked until the transaction ends. */
  lock(code: string): Promise<ApologisedDossier | undefined>;
  keep(dossierId: string, apology: Apology, givenBy: string): Promise<void>;
}
