import type { Act } from "../domain/audit/act.ts";
import { defaultSettings, type Settings, type SettingsStore } from "../domain/settings/settings.ts";
import { createAuditTrail } from "./audit/audit-trail.ts";
import type { Database, Sql } from "./database.ts";

interface SettingRow {
  key: string;
  value: Settings[keyof Settings];
}

/** One row a setting, its key the field's name; a setting nobody wrote has its default. */
export function createSettingsStore(
  database: Pick<Database, "query" | "transaction" | "keyring">,
): SettingsStore {
  return {
    read: () => readSettings(database),
    write: (settings, act) => database.transaction((sql) => writeSettings(sql, settings, act)),
  };
}

async function readSettings(sql: Sql): Promise<Settings> {
  const rows = await sql.query<SettingRow>("select key, value from setting where key = any ($1)", [
    Object.keys(defaultSettings),
  ]);
  return { ...defaultSettings, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) };
}

/** Writes settings in the caller's transaction; what changes is in the audit, with what it was before. */
async function writeSettings(
  sql: Sql,
  settings: Partial<Settings>,
  act: Pick<Act, "by" | "channel" | "at">,
): Promise<void> {
  await sql.query("lock table setting in share row exclusive mode");
  const before = await readSettings(sql);
  const audit = createAuditTrail(sql);
  for (const key of Object.keys(settings) as (keyof Settings)[]) {
    if (JSON.stringify(before[key]) === JSON.stringify(settings[key])) continue;
    await sql.query(
      "insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value",
      [key, JSON.stringify(settings[key])],
    );
    const detail = { before: before[key] ?? null, after: settings[key] ?? null };
    await audit.record({ ...act, deed: "settings-changed", on: { kind: "setting", id: key }, detail });
  }
}
