import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/persistence/database.ts";
import { migrate, MigrationError, readMigrations } from "../../src/persistence/migrator.ts";
import {
  applyWithPrisma,
  diagnose,
  openSchemaEngine,
  writeSchemaDdl,
} from "../support/prisma-schema-engine.ts";
import { createTestDatabase } from "../support/test-database.ts";

const good = {
  name: "20260101000000_first",
  sql: "create table first (id int);\ninsert into first values (1);\n",
};
const bad = {
  name: "20260102000000_second",
  sql: "create table second (id int);\nselect 1 / 0;\n",
};

let database: Database;
beforeEach(async () => {
  database = await createTestDatabase({ isEmpty: true });
});
afterEach(() => database[Symbol.asyncDispose]());

const ledger = () =>
  database.query(
    `select migration_name as name, checksum, finished_at is not null as "isFinished", applied_steps_count as steps, logs
     from _prisma_migrations order by started_at`,
  );

describe("migrating", () => {
  it("applies every migration in order, and nothing the second time", async () => {
    const names = readMigrations().map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...names].sort());
    expect(await migrate(database.url)).toEqual({ applied: names });
    expect(await migrate(database.url)).toEqual({ applied: [] });
  });

  it("applies each migration once when three processes start together", async () => {
    const results = await Promise.all([1, 2, 3].map(() => migrate(database.url, [good])));
    expect(results.flatMap(({ applied }) => applied)).toEqual([good.name]);
    expect(await database.query("select * from first")).toEqual([{ id: 1 }]);
  });

  it("runs a file with a function in dollar quotes, a semicolon inside", async () => {
    const sql = "create function two() returns int language plpgsql as $$ begin perform 1; return 2; end $$;";
    await migrate(database.url, [{ name: "20260101000000_function", sql }]);
    expect(await database.query("select two()")).toEqual([{ two: 2 }]);
  });

  it("records success with the SHA-256 of the file", async () => {
    await migrate(database.url, [{ name: "20260101000000_one", sql: "select 1;\n" }]);
    expect(await ledger()).toEqual([
      {
        name: "20260101000000_one",
        checksum: "4a45092ccf992ea92250053a80b931b787924ba61648f420555511b84f10ab6c",
        isFinished: true,
        steps: 1,
        logs: null,
      },
    ]);
  });

  it("records a failure, undoes what the file did, and goes no further until a person has looked", async () => {
    await expect(migrate(database.url, [good, bad])).rejects.toThrow(
      /20260102000000_second.*division by zero/,
    );
    expect(await ledger()).toMatchObject([
      { name: good.name, isFinished: true },
      { name: bad.name, isFinished: false, steps: 0, logs: expect.stringContaining("division by zero") },
    ]);
    expect(await database.query("select to_regclass('second') as second")).toEqual([{ second: null }]);
    await expect(migrate(database.url, [good, bad])).rejects.toThrow(/failed before: .*division by zero/);

    await database.query("update _prisma_migrations set rolled_back_at = now() where finished_at is null");
    const repaired = { ...bad, sql: "create table second (id int);" };
    expect(await migrate(database.url, [good, repaired])).toEqual({ applied: [bad.name] });
  });

  it("refuses a migration that was edited after it was applied, but not one with other line ends", async () => {
    await migrate(database.url, [good]);
    expect(await migrate(database.url, [{ ...good, sql: good.sql.replaceAll("\n", "\r\n") }])).toEqual({
      applied: [],
    });
    const edited = migrate(database.url, [{ ...good, sql: `-- later\n${good.sql}` }]);
    await expect(edited).rejects.toThrow(MigrationError);
    await expect(edited).rejects.toThrow(/20260101000000_first was edited/);
  });
});

describe("Prisma", () => {
  it("finds our ledger in order and has nothing left to apply", async () => {
    await migrate(database.url);
    const prisma = await openSchemaEngine(database);
    expect(await diagnose(prisma)).toMatchObject({
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
      history: null,
    });
    expect(await applyWithPrisma(prisma)).toEqual([]);
  });

  it("finds what is missing where we did not migrate", async () => {
    const prisma = await openSchemaEngine(database);
    const { history } = await diagnose(prisma);
    expect(history).toEqual({
      diagnostic: "databaseIsBehind",
      unappliedMigrationNames: readMigrations().map(({ name }) => name),
    });
  });

  it("describes the very columns that the migrations make", async () => {
    await using migrated = await createTestDatabase();
    await database.query(await writeSchemaDdl(await openSchemaEngine(database)));
    const described = await readColumns(database);
    expect(described.length).toBeGreaterThan(90);
    expect(described).toEqual(await readColumns(migrated));
  });
});

/** Every column with its type and whether it may be null. Prisma's language has no word for a generated column. */
function readColumns(of: Database): Promise<unknown[]> {
  return of.query(
    `select table_name as table, column_name as column, udt_name as type, is_nullable as nullable
     from information_schema.columns
     where table_schema = 'public' and table_name <> '_prisma_migrations'
     order by table_name, column_name`,
  );
}
