import type { Dossier } from "./dossier.ts";

/** Where dossiers are kept. */
export interface DossierStore {
  /** The dossier with exactly this canonical code. */
  findByCode(code: string): Promise<Dossier | undefined>;
}
