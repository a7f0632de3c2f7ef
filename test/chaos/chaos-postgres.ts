import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clusterIn } from "../../src/persistence/embedded/postgres-cluster.ts";
import { startServer, stopServer } from "../../src/persistence/embedded/postgres-server.ts";
import { useEmbeddedPostgres } from "../../src/persistence/embedded-postgres.ts";

/** A PostgreSQL of one's own that can be stopped and started at the same address. */
export interface ChaosPostgres extends AsyncDisposable {
  url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

export async function openChaosPostgres(): Promise<ChaosPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "motcua-chaos-"));
  // As root the server runs under another account.
  await chmod(folder, 0o755);
  const server = await useEmbeddedPostgres(folder, settings);
  const cluster = clusterIn(folder);
  const { port } = new URL(server.url);
  return {
    url: server.url,
    stop: () => stopServer(cluster),
    async start() {
      if ((await startServer(cluster, { ...settings, port })) !== "ready")
        throw new Error(`PostgreSQL did not come back: see ${cluster.logFile}`);
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await stopServer(cluster);
      await rm(folder, { recursive: true });
    },
  };
}
