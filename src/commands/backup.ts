import { hkdfSync } from "node:crypto";
import { basename } from "node:path";
import type { Command } from "commander";
import type { App } from "../app.ts";
import { buildConfig } from "../config/config.ts";
import { readEnvironment } from "../config/environment.ts";
import { createAuditTrail } from "../persistence/audit/audit-trail.ts";
import { verifyAudit } from "../persistence/audit/verify-audit.ts";
import { BackupError } from "../persistence/backup/backup-error.ts";
import { restoreBackup } from "../persistence/backup/restore-backup.ts";
import { readSealedFile, writeSealedFile } from "../persistence/backup/sealed-file.ts";
import { writeBackup, type RowCounts } from "../persistence/backup/write-backup.ts";
import { BadInputError } from "./command-error.ts";
import { operatorAt } from "./operator.ts";
import { withApp } from "./with-app.ts";

export function addBackup(program: Command): void {
  program
    .command("backup")
    .description("Write everything in the database to one file, sealed with MOTCUA_SECRET_KEY.")
    .argument("<file>")
    .option("--plain", "not sealed: whoever has the file can read it")
    .action((file: string, { plain }: { plain?: true }) =>
      withApp({ copiesAsItLies: true }, async (app) => {
        const key = backupKey();
        if (!key && !plain)
          throw new BadInputError(
            "Set MOTCUA_SECRET_KEY (openssl rand -base64 32) to seal the backup, or say --plain.",
          );
        const rows: RowCounts = {};
        await app.database.transaction((transaction) =>
          writeSealedFile(file, plain ? undefined : key, writeBackup(transaction, app.clock(), rows)),
        );
        await createAuditTrail(app.database).record({
          ...operatorAt(app.clock()),
          deed: "backup-written",
          on: { kind: "file", id: basename(file) },
          detail: { rows: totalOf(rows), isSealed: !plain },
        });
        tell(rows, `Backed up to ${file}`);
        await tellHead(app);
      }),
    );
}

export function addRestore(program: Command): void {
  program
    .command("restore")
    .description("Fill this database with what a backup holds. The service must not be running.")
    .argument("<file>")
    .option("--replace", "even though there is something in the database: it is lost")
    .action((file: string, { replace }: { replace?: true }) =>
      withApp({ copiesAsItLies: true }, async (app) => {
        if (!replace && !(await isEmpty(app)))
          throw new BadInputError(
            "There is something in this database. Restore into a new one, or say --replace.",
          );
        const { takenAt, rows } = await restore(app, file).catch((error: unknown) => {
          if (error instanceof BackupError) throw new BadInputError(error.message);
          throw error;
        });
        tell(rows, `Restored as of ${takenAt.toISOString()}`);
        await tellHead(app);
      }),
    );
}

async function restore(app: App, file: string) {
  const content = await readSealedFile(file, backupKey());
  return await app.database.transaction(async (transaction) => {
    const restored = await restoreBackup(transaction, content);
    await createAuditTrail(transaction).record({
      ...operatorAt(app.clock()),
      deed: "backup-restored",
      on: { kind: "file", id: basename(file) },
      detail: { takenAt: restored.takenAt.toISOString(), rows: totalOf(restored.rows) },
    });
    return restored;
  });
}

async function isEmpty(app: App): Promise<boolean> {
  const [row] = await app.database.query<{ is: boolean }>(
    `select not exists (select from dossier) and not exists (select from feedback)
        and not exists (select from conversation) and not exists (select from unit) as is`,
  );
  return row!.is;
}

/** The same line after a backup and after its restoring: the same chain. Throws BadInputError where it is not whole. */
async function tellHead(app: App): Promise<void> {
  const { links, head, faults } = await verifyAudit(app.database, []);
  if (faults.length > 0)
    throw new BadInputError(
      `The audit is not as it was written: ${faults[0]!.fault}. See motcua audit verify.`,
    );
  process.stderr.write(`The audit's chain is whole: ${links} links, head ${head?.hash ?? "none"}.\n`);
}

function tell(rows: RowCounts, done: string): void {
  for (const [table, count] of Object.entries(rows)) if (count) process.stdout.write(`${table}\t${count}\n`);
  process.stderr.write(`${done}: ${totalOf(rows)} rows.\n`);
}

function totalOf(rows: RowCounts): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

function backupKey(): Uint8Array | undefined {
  const { secretKey } = buildConfig(readEnvironment());
  return secretKey && new Uint8Array(hkdfSync("sha256", secretKey, "", "motcua backup", 32));
}
