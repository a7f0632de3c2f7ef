import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { useEmbeddedPostgres } from "../../src/persistence/embedded-postgres.ts";
import { openDatabase } from "../../src/persistence/database.ts";
import { migrate } from "../../src/persistence/migrator.ts";
import { useRedis } from "./redis-server.ts";
import { templateName, urlOfDatabase } from "./test-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The superuser's URL of the test server; test databases are cloned beside its database. */
    postgresUrl: string;
    /** Absent where this machine has no Redis. */
    redisUrl: string | undefined;
  }
}

const folderPattern = /^motcua-test-(\d+)$/;

/** Nothing here has to survive a power cut. */
const quickSettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_connections: "300",
};

/** One PostgreSQL and one Redis for the whole run; returns what ends them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = join(tmpdir(), `motcua-test-${process.pid}`);
  await mkdir(folder);
  // As root the server runs under another account, whatever the umask.
  await chmod(folder, 0o755);
  const postgres = await useEmbeddedPostgres(folder, quickSettings);
  await makeTemplate(postgres.url);
  project.provide("postgresUrl", postgres.url);
  const redis = await useRedis(folder);
  project.provide("redisUrl", redis?.url);
  return async () => {
    await redis?.[Symbol.asyncDispose]();
    await postgres[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  };
}

async function makeTemplate(serverUrl: string): Promise<void> {
  await using server = openDatabase({ url: serverUrl });
  await server.query(`create database ${templateName}`);
  await migrate(urlOfDatabase(serverUrl, templateName));
}

/** A run that was killed leaves its servers behind: the next one ends them. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = folderPattern.exec(name)?.[1];
    if (!owner || isAlive(Number(owner))) continue;
    const folder = join(tmpdir(), name);
    // Entering and leaving ends a server that nobody uses.
    if (existsSync(join(folder, "postgres", "postmaster.pid")))
      await (await useEmbeddedPostgres(folder))[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
