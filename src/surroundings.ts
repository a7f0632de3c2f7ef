import {
  createProcedureCatalogue,
  type ProcedureCatalogue,
} from "./conversation/procedures/procedure-catalogue.ts";
import type { Surroundings } from "./conversation/turn.ts";
import { foldWords } from "./conversation/understanding/text/fold-words.ts";
import { createUnderstand } from "./conversation/understanding/create-understand.ts";
import { readKeptWorkingCalendars } from "./persistence/read-working-calendars.ts";
import type { Database } from "./persistence/database.ts";
import { createProcedureStore } from "./persistence/procedure-store.ts";
import { readAgencyName } from "./persistence/read-agency-name.ts";
import { readGazetteer } from "./persistence/read-gazetteer.ts";
import { createSettingsStore } from "./persistence/settings-store.ts";

export type ReadSurroundings = () => Promise<Surroundings>;

/** How old what is known of the deployment may be: an import or a setting shows after this, in every process. */
const freshForMs = 5_000;

/**
 * What turns need to know of the deployment, kept for a few seconds: reading it for each message would cost more than
 * the message. Turns get it before their transaction, so that none waits for a second connection while holding one.
 */
export function createSurroundings(database: Database): ReadSurroundings {
  const settings = createSettingsStore(database);
  const readProcedures = createProcedureReader(database);

  async function read(): Promise<Surroundings> {
    const [gazetteer, procedures, chosen, calendars, agencyName] = await Promise.all([
      readGazetteer(database),
      readProcedures(),
      settings.read(),
      readKeptWorkingCalendars(database),
      readAgencyName(database),
    ]);
    return {
      understand: createUnderstand(gazetteer),
      fields: gazetteer.fields,
      units: gazetteer.units,
      procedures,
      settings: chosen,
      calendars,
      agencyName: agencyName ?? "Một Cửa",
      fold: foldWords,
    };
  }

  let cached: { promise: Promise<Surroundings>; readAtMs: number } | undefined;
  return () => {
    const nowMs = performance.now();
    if (!cached || nowMs - cached.readAtMs > freshForMs) {
      const promise = read();
      cached = { promise, readAtMs: nowMs };
      // A failure is told to those who waited for it and then forgotten.
      promise.catch(() => (cached = undefined));
    }
    return cached.promise;
  };
}

/** The catalogue of procedures, built anew only when it has changed. */
function createProcedureReader(database: Database): () => Promise<ProcedureCatalogue> {
  const store = createProcedureStore(database);
  let built: { version: string; catalogue: ProcedureCatalogue } | undefined;
  return async () => {
    const version = await store.version();
    if (built?.version !== version)
      built = { version, catalogue: createProcedureCatalogue(await store.published()) };
    return built.catalogue;
  };
}
