import { defaultSettings, type Settings, type SettingsStore } from "../domain/settings/settings.ts";
import type { Database } from "./database.ts";

/** One row a setting, its key the field's name; a setting nobody wrote has its default. */
export function createSettingsStore(database: Pick<Database, "withPrisma">): SettingsStore {
  return {
    async read() {
      const rows = await database.withPrisma((prisma) =>
        prisma.setting.findMany({ where: { key: { in: Object.keys(defaultSettings) } } }),
      );
      const written: Partial<Settings> = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
      return { ...defaultSettings, ...written };
    },
    async write(settings) {
      await database.withPrisma((prisma) =>
        prisma.$transaction(
          Object.entries(settings).map(([key, value]) =>
            prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } }),
          ),
        ),
      );
    },
  };
}
