import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp, type App } from "../../src/app.ts";
import { buildConfig } from "../../src/config/config.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import { createLog } from "../../src/logging/logger.ts";
import { sealActs } from "../../src/persistence/audit/seal-acts.ts";
import { databaseRoles, grantRoles } from "../../src/persistence/database-roles.ts";
import { openDatabase, type Database } from "../../src/persistence/database.ts";
import { keepRetention } from "../../src/persistence/keep-retention.ts";
import { migrate, MigrationError, readMigrations } from "../../src/persistence/migrator.ts";
import { serve } from "../../src/serve.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { createTestDatabase } from "../support/test-database.ts";

const now = new Date("2026-11-23T02:00:00Z");
const accounts = {
  app: `web_${randomBytes(4).toString("hex")}`,
  report: `count_${randomBytes(4).toString("hex")}`,
};

let owner: Database;
const logins: Partial<Record<keyof typeof accounts, Database>> = {};
beforeAll(async () => {
  owner = await createTestDatabase();
  // Twice, as after an upgrade.
  await grantRoles(owner, { queueIsHere: true });
  await grantRoles(owner, { queueIsHere: true });
  for (const role of ["app", "report"] as const) {
    await owner.query(`create role ${accounts[role]} login password 'p' in role ${databaseRoles[role]}`);
    logins[role] = openDatabase({ url: urlAs(accounts[role]) });
  }
});
afterAll(async () => {
  for (const login of Object.values(logins)) await login[Symbol.asyncDispose]();
  await owner.query(`reassign owned by ${accounts.app} to current_user`);
  for (const name of Object.values(accounts)) {
    await owner.query(`drop owned by ${name}`);
    await owner.query(`drop role ${name}`);
  }
  await owner[Symbol.asyncDispose]();
});

function urlAs(account: string): string {
  const url = new URL(owner.url);
  [url.username, url.password] = [account, "p"];
  return url.href;
}

const denied = { code: "42501" };

describe("the account that serves people", () => {
  let app: App;
  beforeAll(async () => {
    const config = buildConfig(readEnvironment({ DATABASE_URL: urlAs(accounts.app), PORT: "0" }));
    app = await createApp(config, { clock: () => now, log: createLog("silent") });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it("does all there is to do: starts, works, answers, seals, keeps what is to be kept", async () => {
    const config = buildConfig(readEnvironment({ DATABASE_URL: urlAs(accounts.app), PORT: "0" }));
    await using serving = await serve(app, config, "all");
    expect((await fetch(`${serving.url}/readyz`)).status).toBe(200);
    const hoa = personTalkingTo(app);
    expect(wordsOf(await hoa.says("xin chào"))).not.toBe("");
    expect(wordsOf(await hoa.says("/phananh Đường Lê Lợi ngập từ sáng đến giờ"))).not.toContain("sự cố");
    await owner.query(
      `insert into audit_act (happened_at, actor_kind, actor, deed, subject_kind, subject, channel)
       values (now(), 'system', 'test', 'page-shown', 'page', '/', 'web')`,
    );
    expect(await sealActs(app.database, now)).toBeGreaterThan(0);
    await keepRetention(app.database, now);
  });

  it.each([
    "update audit_act set deed = 'x'",
    "delete from audit_act",
    "truncate audit_act",
    "update audit_seal set hash = 'x'",
    "delete from audit_seal",
    "delete from audit_head",
    "alter table audit_act disable trigger all",
    "drop trigger audit_act_append_only on audit_act",
    "create table public.x (id int)",
    "insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'x', 'x')",
    "create role somebody",
    "copy unit to program 'id'",
  ])("may not: %s", async (statement) => {
    await expect(app.database.query(statement)).rejects.toMatchObject(denied);
  });

  it("says who is to migrate what it may not migrate itself", async () => {
    const next = { name: "29991231000000_next", sql: "select 1" };
    const attempt = migrate(urlAs(accounts.app), [...readMigrations(), next]);
    await expect(attempt).rejects.toThrow(MigrationError);
    await expect(attempt).rejects.toThrow("as the owner of its tables");
  });
});

describe("the account that counts", () => {
  it("counts, and changes nothing", async () => {
    const counted = await logins.report!.query(
      "select u.name, count(*) from dossier d join unit u on u.id = d.unit_id group by u.name",
    );
    expect(counted).toEqual([]);
    for (const statement of [
      "delete from dossier",
      "update unit set name = ''",
      "insert into field (name) values ('x')",
    ])
      await expect(logins.report!.query(statement)).rejects.toMatchObject(denied);
  });

  it("reads no column that could tell of a person", async () => {
    const columns = await owner.query<{ column: string; may: boolean }>(
      `select table_name || '.' || column_name as column,
              has_column_privilege('${accounts.report}', format('%I.%I', table_schema, table_name), column_name, 'select') as may
       from information_schema.columns where table_schema = 'public'`,
    );
    const personal =
      /name|phone|email|content|words|person|text|reply|facts|address|sender|applicant|speaker|external|token|digest|place|latitude|longitude|actor|detail|answer|draft|code|note|conversation|officer|staff|secret|key|file|state/;
    const open = columns.filter(({ may }) => may).map(({ column }) => column);
    expect(open.length).toBeGreaterThan(50);
    const named = [
      "feedback.answered_at",
      "figure_sum.received_in_person",
      "unit.code",
      "unit.name",
      "field.name",
      "procedure.code",
      "procedure.name",
    ];
    expect(open.filter((column) => personal.test(column.split(".")[1]!) && !named.includes(column))).toEqual(
      [],
    );
    for (const table of [
      "conversation",
      "outbox",
      "inbound_message",
      "staff_member",
      "audit_act",
      "attachment",
      "person",
    ])
      await expect(logins.report!.query(`select count(*) from ${table}`)).rejects.toMatchObject(denied);
  });
});
