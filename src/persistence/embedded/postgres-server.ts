import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findPostgresAccount, refuseClosedFolders, runAs } from "./postgres-account.ts";
import { findPostgresBinaries } from "./postgres-binaries.ts";
import { makeCluster, serverEnvironment, type Cluster } from "./postgres-cluster.ts";

// The server process of one cluster. Whether it may be started or stopped is decided by the caller.

/** Options of postgresql.conf, given on the command line. */
export type ServerSettings = Record<string, string>;

export interface RunningServer {
  pid: number;
  port: number;
  isReady: boolean;
}

/** The server that runs on the cluster, perhaps still coming up or going down. */
export async function findRunningServer(cluster: Cluster): Promise<RunningServer | undefined> {
  const file = await readPostmasterFile(cluster);
  return file && (await nameProcess(file.pid)) === "postgres" ? file : undefined;
}

async function readPostmasterFile({ folder }: Cluster): Promise<RunningServer | undefined> {
  const text = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  return pid ? { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" } : undefined;
}

/** The program of a living process, taken for PostgreSQL where the system does not tell; undefined when it is gone. */
async function nameProcess(pid: number): Promise<string | undefined> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  // Empty for a process that is dead and that nobody has collected, as happens in containers.
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "postgres");
  return basename(command.split("\0", 1)[0]!);
}

/**
 * PostgreSQL sees by itself that the process in its file is dead, but takes a living one for itself: after a restart of
 * the machine or container the number may be anyone's.
 */
async function removeStrangersFile(cluster: Cluster): Promise<void> {
  const file = await readPostmasterFile(cluster);
  const name = file && (await nameProcess(file.pid));
  if (name !== undefined && name !== "postgres")
    await rm(join(cluster.folder, "postmaster.pid"), { force: true });
}

/**
 * Starts the server, making the cluster first if there is none. Returns "ready" when it accepts connections, or
 * "ended" when it did not come up: another process may have been quicker, else the log says why.
 */
export async function startServer(cluster: Cluster, settings: ServerSettings): Promise<"ready" | "ended"> {
  const { postgres } = findPostgresBinaries();
  const account = findPostgresAccount();
  await mkdir(join(cluster.folder, ".."), { recursive: true });
  if (account) for (const path of [postgres, cluster.folder]) refuseClosedFolders(path, account);
  if (!existsSync(cluster.folder)) await makeCluster(cluster, settings["fsync"] === "off");
  await removeStrangersFile(cluster);

  const options = {
    listen_addresses: "127.0.0.1",
    port: String(await findFreePort()),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  const log = await open(cluster.logFile, "a", 0o600);
  try {
    const server = spawn(
      postgres,
      [
        "-D",
        cluster.folder,
        ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      ],
      {
        ...runAs(account),
        cwd: cluster.folder,
        env: serverEnvironment,
        detached: true,
        stdio: ["ignore", log.fd, log.fd],
      },
    );
    await once(server, "spawn");
    server.unref();
    while (server.exitCode === null && server.signalCode === null) {
      const running = await findRunningServer(cluster);
      if (running?.pid === server.pid && running?.isReady) return "ready";
      await pause(10);
    }
    return "ended";
  } finally {
    await log.close();
  }
}

/** Stops the server that runs and waits until it is gone. Connections that are still open are ended. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const pid = (await findRunningServer(cluster))?.pid;
  if (pid === undefined) return;
  process.kill(pid, "SIGINT");
  // Not pg_ctl, which would wait for the next server if another process starts one at once.
  while ((await findRunningServer(cluster))?.pid === pid) await pause(10);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
