import {
  createProcedureCatalogue,
  type ProcedureCatalogue,
} from "./conversation/procedures/procedure-catalogue.ts";
import type { Surroundings } from "./conversation/turn.ts";
import { foldWords } from "./conversation/understanding/text/fold-words.ts";
import { createUnderstand } from "./conversation/understanding/create-understand.ts";
import type { Gazetteer, Understand } from "./conversation/understanding/understanding.ts";
import { readKeptWorkingCalendars } from "./persistence/read-working-calendars.ts";
import type { Database } from "./persistence/database.ts";
import { createProcedureStore } from "./persistence/procedure-store.ts";
import { readAgencyName } from "./persistence/read-agency-name.ts";
import { readGazetteer } from "./persistence/read-gazetteer.ts";
import { createSettingsStore } from "./persistence/settings-store.ts";

export type ReadSurroundings = () => Promise<Surroundings>;

/** How old what is known of the deployment may be: an import or a setting shows after this, in every process. */
const freshForMs = 5_000;
/** From this age it is read anew beside the turns, so that with many of them none waits for it. */
const refreshAfterMs = 3_000;

/**
 * What turns need to know of the deployment, kept for a few seconds: reading it for each message would cost more than
 * the message. Turns get it before their transaction, so that none waits for a second connection while holding one.
 */
export function createSurroundings(database: Database): ReadSurroundings {
  const settings = createSettingsStore(database);
  const readProcedures = createProcedureReader(database);
  const readerFor = createReader();

  async function read(): Promise<Surroundings> {
    const [gazetteer, procedures, chosen, calendars, agencyName] = await Promise.all([
      readGazetteer(database),
      readProcedures(),
      settings.read(),
      readKeptWorkingCalendars(database),
      readAgencyName(database),
    ]);
    return {
      understand: readerFor(gazetteer),
      fields: gazetteer.fields,
      units: gazetteer.units,
      procedures,
      settings: chosen,
      calendars,
      agencyName: agencyName ?? "Một Cửa",
      fold: foldWords,
    };
  }

  let known: { surroundings: Surroundings; readAtMs: number } | undefined;
  let reading: Promise<Surroundings> | undefined;
  function readAnew(nowMs: number): Promise<Surroundings> {
    const begun = read();
    reading = begun;
    begun
      .then((surroundings) => (known = { surroundings, readAtMs: nowMs }))
      // A failure is told to those who wait for it and then forgotten.
      .catch(() => undefined)
      .finally(() => (reading = undefined));
    return begun;
  }

  return async () => {
    const nowMs = performance.now();
    const ageMs = known ? nowMs - known.readAtMs : Infinity;
    if (ageMs > refreshAfterMs) reading ??= readAnew(nowMs);
    return ageMs > freshForMs ? await reading! : known!.surroundings;
  };
}

/** Reads messages with the names of the deployment; prepared anew only when one of them has changed. */
function createReader(): (gazetteer: Gazetteer) => Understand {
  let prepared: { names: string; understand: Understand } | undefined;
  return (gazetteer) => {
    const names = JSON.stringify(gazetteer);
    if (prepared?.names !== names) prepared = { names, understand: createUnderstand(gazetteer) };
    return prepared.understand;
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
