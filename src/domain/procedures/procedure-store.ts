import type { Procedure } from "./procedure.ts";

export interface ProcedureStore {
  /** Changes whenever a published procedure does: tells whether the catalogue has to be read again. */
  version(): Promise<string>;
  /** Every procedure that is published, by code. */
  published(): Promise<Procedure[]>;
}
