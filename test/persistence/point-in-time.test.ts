import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sealActs } from "../../src/persistence/audit/seal-acts.ts";
import { verifyAudit } from "../../src/persistence/audit/verify-audit.ts";
import { openDatabase, type Database } from "../../src/persistence/database.ts";
import { findPostgresAccount } from "../../src/persistence/embedded/postgres-account.ts";
import {
  clusterIn,
  readPassword,
  superuser,
  type Cluster,
} from "../../src/persistence/embedded/postgres-cluster.ts";
import {
  findRunningServer,
  startServer,
  stopServer,
} from "../../src/persistence/embedded/postgres-server.ts";
import { migrate } from "../../src/persistence/migrator.ts";

// What docs/operations/backup.md tells under “To any moment”, with a server of its own: a base, the log of what came after,
// and the way back to the moment before somebody's mistake.

let folder: string;
let archive: string;
const clusters: Cluster[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "motcua-pitr-"));
  await chmod(folder, 0o755);
  archive = join(folder, "archive");
  await mkdir(archive);
  await give(archive);
});
afterAll(async () => {
  for (const cluster of clusters) await stopServer(cluster);
  await rm(folder, { recursive: true });
});

async function give(path: string): Promise<void> {
  const account = findPostgresAccount();
  if (account) await chown(path, account.uid, account.gid);
}

async function start(cluster: Cluster, settings: Record<string, string> = {}): Promise<Database> {
  clusters.push(cluster);
  expect(await startServer(cluster, { fsync: "off", ...settings })).toBe("ready");
  const { port } = (await findRunningServer(cluster))!;
  const password = await readPassword(cluster);
  return openDatabase({
    url: `postgresql://${superuser}:${password}@127.0.0.1:${port}/postgres`,
    poolSize: 2,
  });
}

async function entitled(database: Database, deed: string): Promise<void> {
  await database.query(
    `insert into audit_act (happened_at, actor_kind, actor, deed, subject_kind, subject, channel)
     values (now(), 'staff', 'minh', $1, 'page', '/', 'web')`,
    [deed],
  );
  await sealActs(database, new Date());
}

const counts = (database: Database) =>
  database.query(
    "select (select count(*)::int from unit) as units, (select count(*)::int from audit_seal) as links",
  );

it("a database is taken back to the moment before a mistake: every count, and the audit's head", async () => {
  const cluster = clusterIn(join(folder, "here"));
  await mkdir(join(folder, "here"));
  await readPassword(cluster);
  const database = await start(cluster, {
    archive_mode: "on",
    archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f`,
    wal_level: "replica",
  });
  await migrate(database.url);
  await database.query("insert into unit (code, name) values ('STP', 'Sở Tư pháp')");

  // The base, as pg_basebackup takes it: while the server runs.
  const base = join(folder, "there");
  await mkdir(base);
  const client = await database.pool.connect();
  await client.query("select pg_backup_start('base', true)");
  await cp(cluster.folder, join(base, "postgres"), {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => !/postmaster\.(pid|opts)$|\/pg_wal\/./.test(path),
  });
  const { rows } = await client.query<{ labelfile: string }>("select labelfile from pg_backup_stop(false)");
  client.release();
  await writeFile(join(base, "postgres", "backup_label"), rows[0]!.labelfile);

  await database.query("insert into unit (code, name, parent_id) select 'HT', 'Phòng Hộ tịch', id from unit");
  await entitled(database, "case-accepted");
  const before = { counts: await counts(database), audit: await verifyAudit(database, []) };
  const [moment] = await database.query<{ at: string }>("select clock_timestamp()::text as at");
  await entitled(database, "mistake");
  await database.query("delete from unit where code = 'HT'");
  await database.query("select pg_switch_wal()");
  await database[Symbol.asyncDispose]();
  // Stopping archives what is left.
  await stopServer(cluster);
  expect((await readdir(archive)).length).toBeGreaterThan(0);

  const taken = clusterIn(base);
  await cp(cluster.passwordFile, taken.passwordFile);
  await writeFile(join(taken.folder, "recovery.signal"), "");
  for (const path of await readdir(taken.folder, { recursive: true })) await give(join(taken.folder, path));
  await give(taken.folder);
  await chmod(taken.folder, 0o700);
  const restored = await start(taken, {
    restore_command: `cp ${archive}/%f %p`,
    recovery_target_time: moment!.at,
    recovery_target_action: "promote",
  });
  expect(await counts(restored)).toEqual(before.counts);
  expect(await verifyAudit(restored, [])).toMatchObject({ head: before.audit.head, faults: [] });
  expect(await restored.query("select deed from audit_act where deed = 'mistake'")).toEqual([]);
  // And it goes on from there.
  await expect
    .poll(() =>
      entitled(restored, "case-answered").then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  await restored[Symbol.asyncDispose]();
});
