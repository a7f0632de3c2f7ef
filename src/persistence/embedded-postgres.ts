import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { clusterIn, readPassword, superuser, type Cluster } from "./embedded/postgres-cluster.ts";
import {
  findRunningServer,
  startServer,
  stopServer,
  type ServerSettings,
} from "./embedded/postgres-server.ts";
import { isUnavailable } from "./unavailable.ts";

export interface EmbeddedPostgres extends AsyncDisposable {
  /** Superuser's URL of the one database. */
  url: string;
  /** Whether this process started the server, rather than finding it running. */
  wasStarted: boolean;
}

/**
 * Every process that uses the server holds this lock, shared, on a connection of its own; the server ends when a
 * process that leaves gets it alone. PostgreSQL keeps the account of who is there, so a killed process leaves no trace,
 * and whoever arrives while the server is being ended waits for the lock, loses the connection and starts it again.
 */
const usersLock = 72_707_370;

const patienceMs = 60_000;

/**
 * A real PostgreSQL under `<dataDir>/postgres`, made at first use, shared by every process that asks for the same
 * folder and ended with the last of them. `settings` matter only to the process that starts it. Throws an Error with the
 * remedy when it cannot run on this machine.
 */
export async function useEmbeddedPostgres(
  dataDir: string,
  settings: ServerSettings = {},
): Promise<EmbeddedPostgres> {
  const cluster = clusterIn(dataDir);
  const password = await readPassword(cluster);
  const giveUpAt = performance.now() + patienceMs;
  let wasStarted = false;
  let failedStarts = 0;
  while (performance.now() < giveUpAt) {
    const running = await findRunningServer(cluster);
    if (running?.isReady) {
      const url = `postgres://${superuser}:${password}@127.0.0.1:${running.port}/postgres`;
      const presence = await enter(url);
      if (presence) return { url, wasStarted, [Symbol.asyncDispose]: () => leave(presence, cluster) };
    }
    // Alive and not to be had: it is coming up or going down.
    if (running) await pause(10);
    else if ((await startServer(cluster, settings)) === "ready") wasStarted = true;
    else if (++failedStarts === 3) break;
  }
  throw new Error(
    `PostgreSQL in ${cluster.folder} does not come up. Its last words in ${cluster.logFile}:\n${await lastWords(cluster)}`,
  );
}

/** The connection that says we are here; undefined when the server went away meanwhile. */
async function enter(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: "motcua presence" });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(`select pg_advisory_lock_shared(${usersLock})`);
    return client;
  } catch (error) {
    await client.end();
    if (isUnavailable(error)) return undefined;
    throw (error as { code?: string }).code === "28P01"
      ? new Error("The password in postgres-password is not this PostgreSQL's. Put the right file back.", {
          cause: error,
        })
      : error;
  }
}

async function leave(presence: pg.Client, cluster: Cluster): Promise<void> {
  try {
    await presence.query(`select pg_advisory_unlock_shared(${usersLock})`);
    const { rows } = await presence.query<{ isLast: boolean }>(
      `select pg_try_advisory_lock(${usersLock}) as "isLast"`,
    );
    if (rows[0]?.isLast) await stopServer(cluster);
  } catch (error) {
    // A server that is already gone needs no leaving.
    if (!isUnavailable(error)) throw error;
  } finally {
    await presence.end();
  }
}

async function lastWords({ logFile }: Cluster): Promise<string> {
  const log = await readFile(logFile, "utf8").catch(() => "");
  return log.trimEnd().split("\n").slice(-5).join("\n");
}
