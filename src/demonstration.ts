import { demonstrationAgency } from "../demo/demonstration-agency.ts";
import type { App } from "./app.ts";
import { importRows } from "./imports/import-rows.ts";
import { createImportStore } from "./persistence/import-store.ts";
import { createTargetStore } from "./persistence/target-store.ts";

/** Whether the database holds an agency, of whatever kind. */
export async function hasAnyUnit({ database }: App): Promise<boolean> {
  return (await database.query("select from unit limit 1")).length > 0;
}

/** Whether it holds an agency that is not the demonstration's. */
export async function hasForeignUnits(app: App): Promise<boolean> {
  return !(await app.settings.read()).isDemonstration && (await hasAnyUnit(app));
}

/** Loads the demonstration agency as of the app's clock, through the same door as any file. */
export async function loadDemonstrationInto(app: App): Promise<void> {
  const agency = demonstrationAgency(app.clock());
  // First of all: an interrupted load must never look like a real agency.
  await app.settings.write(agency.settings, {
    by: { kind: "system", name: "demonstration" },
    channel: "command-line",
    at: app.clock(),
  });
  const origin = { now: app.clock(), source: "demonstration", isDemonstration: true };
  const tools = { store: createImportStore(app.database), say: app.say };
  for (const { kind, rows } of agency.files) {
    const { rejections } = await importRows(kind, rows, { ...origin, ...tools });
    if (rejections[0])
      throw new Error(`Demonstration ${kind}, row ${rejections[0].line}: ${rejections[0].reason}`);
  }
  const targets = createTargetStore(app.database);
  for (const { indicator, value, validFrom, source } of agency.targets)
    await targets.set(
      { indicator, unitCode: null, validFrom, validTo: null, value, source },
      { by: "demonstration", now: app.clock() },
    );
}

/** What to try first: a dossier being handled, one that is late, one that waits for papers. */
export async function exampleCodes({ database }: App): Promise<string[]> {
  const rows = await database.query<{ code: string }>(
    `select distinct on (state) code from (
       select code, case when status = 'awaiting-papers' then 3 when due_on < current_date then 2 else 1 end as state
       from dossier where status in ('in-progress', 'awaiting-papers') and due_on is not null
     ) example order by state, code desc`,
  );
  return rows.map(({ code }) => code);
}
