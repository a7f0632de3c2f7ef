import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { openDatabase, type Database } from "../../src/persistence/database.ts";

/** Migrated once a run; never connected to afterwards, or it could not be cloned. */
export const templateName = "motcua_template";

/**
 * A database of its own for a test file: a clone of the migrated template, or `isEmpty`. Disposing drops it.
 * `await using database = await createTestDatabase()`, or in beforeAll and afterAll.
 */
export async function createTestDatabase({ isEmpty = false } = {}): Promise<Database> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const serverUrl = inject("postgresUrl");
  await onServer(serverUrl, `create database ${name} template ${isEmpty ? "template0" : templateName}`);
  const database = openDatabase({ url: urlOfDatabase(serverUrl, name) });
  const close = database[Symbol.asyncDispose];
  return Object.assign(database, {
    async [Symbol.asyncDispose]() {
      await close();
      await onServer(serverUrl, `drop database ${name} with (force)`);
    },
  });
}

/** The URL of another database on the same server. */
export function urlOfDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  await using server = openDatabase({ url, poolSize: 1 });
  await server.query(statement);
}
