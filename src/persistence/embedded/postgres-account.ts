import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** The operating system's account that PostgreSQL runs as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: then another account of this machine; otherwise undefined, our own. */
export function findPostgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const found = accounts.find(([name]) => name === wanted);
    if (found) return { name: wanted, uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Error(
    "PostgreSQL does not run as root, and this machine has neither an account postgres nor nobody. " +
      "Run as another user, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

/** Throws with the remedy when the account may not enter every folder on the way to `path`. */
export function refuseClosedFolders(path: string, account: Account): void {
  const closed = findClosedFolder(path, account);
  if (closed)
    throw new Error(
      `PostgreSQL does not run as root, and the account ${account.name} that it runs as may not enter ${closed}. ` +
        "Set MOTCUA_DATA_DIR and install in folders that every user may enter, run as another user, " +
        "or set DATABASE_URL to a PostgreSQL of your own.",
    );
}

/** How to spawn a process under the account. */
export function runAs(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** The first folder on the way to `path` that the account may not enter. */
function findClosedFolder(path: string, account: Account): string | undefined {
  const folder = dirname(path);
  const closed = folder === path ? undefined : findClosedFolder(folder, account);
  return closed ?? (mayEnter(folder, account) ? undefined : folder);
}

function mayEnter(folder: string, { uid, gid }: Account): boolean {
  const { mode, uid: owner, gid: group } = statSync(folder);
  const bit = uid === owner ? 0o100 : gid === group ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}
