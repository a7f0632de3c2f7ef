import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { findPostgresAccount, runAs } from "./postgres-account.ts";
import { findPostgresBinaries } from "./postgres-binaries.ts";

// The files of one PostgreSQL cluster.

export interface Cluster {
  /** PostgreSQL's own folder, made by initdb. */
  folder: string;
  passwordFile: string;
  logFile: string;
}

export const superuser = "motcua";

const run = promisify(execFile);
/** Nothing of ours: PGDATA, PGPORT or LC_ALL of the person who starts it must not change the server. */
export const serverEnvironment = { LC_ALL: "C", TZ: "UTC" };

export function clusterIn(dataDir: string): Cluster {
  return {
    folder: join(dataDir, "postgres"),
    passwordFile: join(dataDir, "postgres-password"),
    logFile: join(dataDir, "postgres.log"),
  };
}

/** The cluster's password, made at first use. */
export async function readPassword({ passwordFile }: Cluster): Promise<string> {
  if (!existsSync(passwordFile)) {
    const draft = `${passwordFile}.${randomBytes(6).toString("hex")}`;
    const account = findPostgresAccount();
    await mkdir(join(passwordFile, ".."), { recursive: true });
    await writeFile(draft, randomBytes(24).toString("base64url"), { mode: 0o600 });
    // initdb reads it too.
    if (account) await chown(draft, account.uid, account.gid);
    // Whoever links first decides for all.
    await link(draft, passwordFile).catch(ignoring("EEXIST"));
    await rm(draft);
  }
  return readFile(passwordFile, "utf8");
}

/** initdb in a folder of our own, then one rename: nobody ever sees half a cluster, and the first one wins. */
export async function makeCluster(cluster: Cluster, isThrowaway: boolean): Promise<void> {
  const account = findPostgresAccount();
  const draft = `${cluster.folder}.${randomBytes(6).toString("hex")}`;
  try {
    await mkdir(draft, { mode: 0o700 });
    if (account) await chown(draft, account.uid, account.gid);
    await run(
      findPostgresBinaries().initdb,
      [
        ["-D", draft, "-U", superuser, `--pwfile=${cluster.passwordFile}`, "--auth=scram-sha-256"],
        ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
        isThrowaway ? ["--no-sync"] : [],
      ].flat(),
      { ...runAs(account), cwd: draft, env: serverEnvironment },
    );
    await rename(draft, cluster.folder).catch(ignoring("ENOTEMPTY", "EEXIST"));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function ignoring(...codes: string[]) {
  return (error: NodeJS.ErrnoException) => {
    if (!codes.includes(error.code ?? "")) throw error;
  };
}
