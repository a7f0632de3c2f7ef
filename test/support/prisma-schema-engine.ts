import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Database } from "../../src/persistence/database.ts";

// Prisma's own migration engine as WebAssembly: an unpublished interface, so only here, and pinned exactly.

const root = new URL("../../prisma/", import.meta.url);
const schema = readFileSync(new URL("schema.prisma", root), "utf8");
const filters = { externalTables: [], externalEnums: [] };

// Its memory is the module's: one instance for all engines.
const instantiated = instantiate();

/** Prisma's judgement of a database. */
export async function openSchemaEngine(database: Database): Promise<SchemaEngine> {
  await instantiated;
  return await engine.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPg(database.pool)),
  );
}

async function instantiate(): Promise<void> {
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(await readFile(file.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": { ...engine },
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
}

/** Which of our migrations Prisma finds edited, failed or missing in the database. */
export async function diagnose(prisma: SchemaEngine) {
  return await prisma.diagnoseMigrationHistory({
    migrationsList: readMigrationList(),
    optInToShadowDatabase: false,
    filters,
  });
}

/** What Prisma itself would still apply, by name. */
export async function applyWithPrisma(prisma: SchemaEngine): Promise<string[]> {
  const { appliedMigrationNames } = await prisma.applyMigrations({
    migrationsList: readMigrationList(),
    filters,
  });
  return appliedMigrationNames;
}

/** The DDL that makes schema.prisma's tables in an empty database. */
export async function writeSchemaDdl(prisma: SchemaEngine): Promise<string> {
  const { stdout } = await prisma.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
    script: true,
    exitCode: null,
    filters,
  });
  return stdout!;
}

function readMigrationList(): MigrationList {
  const folder = new URL("migrations/", root);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return {
    baseDir: fileURLToPath(folder),
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(new URL("migration_lock.toml", folder), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(new URL(`${name}/migration.sql`, folder), "utf8") },
      },
    })),
  };
}
