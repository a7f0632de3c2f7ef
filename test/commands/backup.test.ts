import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import type { Database } from "../../src/persistence/database.ts";
import { addDays, dayOf } from "../../src/domain/vietnam-time.ts";
import { noteHead } from "../../src/persistence/audit/audit-head-store.ts";
import { sealActs } from "../../src/persistence/audit/seal-acts.ts";
import { verifyAudit } from "../../src/persistence/audit/verify-audit.ts";
import { createStatisticsStore } from "../../src/persistence/statistics-store.ts";
import { personTalkingTo } from "../support/people.ts";
import { runMotcua } from "../support/run-motcua.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";
import { createTestDatabase } from "../support/test-database.ts";

// A drill: a service with a history is backed up, lost, and taken up again elsewhere.

const now = new Date("2026-11-23T02:00:00Z");
const quarter = namedPeriod("quarter", 2021, 1, "reporting");
const key = { MOTCUA_SECRET_KEY: Buffer.alloc(32, 7).toString("base64") };
const otherKey = { MOTCUA_SECRET_KEY: Buffer.alloc(32, 8).toString("base64") };
let folder: string;
let file: string;
let test: TestApp;
let elsewhere: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "motcua-backup-"));
  file = join(folder, "thang-11.motcua");
  test = await createTestApp(() => now);
  elsewhere = await createTestDatabase();
  await loadDemonstrationInto(test.app);
  const hoa = personTalkingTo(test.app);
  await hoa.says("phản ánh: Ghế chờ\tbị gãy \\ 👨‍👩‍👧, “chờ” lâu");
  await sealActs(test.app.database, now);
  await noteHead(test.app.database, addDays(dayOf(now), -1), now);
  await test.app.database.query("update procedure set name = name || E'\\n(hai dòng)' where id = 1");
});
afterAll(async () => {
  await elsewhere[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** How many rows each table has, and a digest of them all. */
async function standing(database: Database): Promise<object[]> {
  const tables = await database.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> '_prisma_migrations' order by 1`,
  );
  const counted: object[] = [];
  for (const { name } of tables) {
    // That it was written down is entered where it is kept, and that it was restored where it is now.
    const but = name === "audit_act" ? "where deed not like 'backup-%'" : "";
    counted.push(
      ...(await database.query<object>(
        `select '${name}' as name, count(*)::int as rows, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest
         from "${name}" t ${but}`,
      )),
    );
  }
  return counted;
}

describe("a backup", () => {
  it("is sealed, for its owner's eyes only, and says what it holds", async () => {
    const done = await runMotcua(["backup", file], test.app.database.url, key);
    expect(done.code).toBe(0);
    expect(done.stdout).toMatch(/^dossier\t\d+$/m);
    expect(done.stderr).toMatch(/chain is whole: \d+ links, head [0-9a-f]{64}/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file)).includes("Ghế chờ")).toBe(false);
  });

  it("is refused by another key, when a bit is altered, and when it is cut short; nothing changes", async () => {
    const before = await standing(elsewhere);
    const refused = async (content: Buffer | undefined, environment: Record<string, string>) => {
      const path = content ? join(folder, "damaged") : file;
      if (content) await writeFile(path, content);
      return (await runMotcua(["restore", path], elsewhere.url, environment)).stderr;
    };
    const whole = await readFile(file);
    const altered = Buffer.from(whole);
    altered[Math.floor(whole.length / 2)]! ^= 1;
    expect(await refused(undefined, otherKey)).toContain("altered or cut off, or the key is another");
    expect(await refused(altered, key)).toContain("altered or cut off");
    expect(await refused(whole.subarray(0, -100), key)).toContain("altered or cut off");
    expect(await standing(elsewhere)).toEqual(before);
  });

  it.each([
    ["no backup at all", Buffer.from("hồ sơ"), key, "no backup of motcua"],
    ["a sealed one without the key", undefined, {}, "set MOTCUA_SECRET_KEY"],
  ])("is refused in plain words: %s", async (_, content, environment, why) => {
    const path = content ? join(folder, "other") : file;
    if (content) await writeFile(path, content);
    const { code, stderr } = await runMotcua(["restore", path], elsewhere.url, environment);
    expect([code, stderr]).toEqual([1, expect.stringContaining(why)]);
  });

  it("brings everything back elsewhere: every row, every figure, and the next number", async () => {
    expect(await runMotcua(["restore", file], elsewhere.url, key)).toMatchObject({ code: 0 });
    expect(await standing(elsewhere)).toEqual(await standing(test.app.database));
    const [before, after] = [await verifyAudit(test.app.database, []), await verifyAudit(elsewhere, [])];
    expect(after).toMatchObject({ faults: [], head: before.head, links: before.links, heads: 1 });
    expect(after.links).toBeGreaterThan(0);
    const figures = (database: Database) => createStatisticsStore(database).figures({ period: quarter, now });
    expect(await figures(elsewhere)).toEqual(await figures(test.app.database));
    const [last] = await elsewhere.query<{ id: string }>("select max(id) as id from conversation");
    const [next] = await elsewhere.query<{ id: string }>(
      `insert into conversation (channel, external_id, created_at, updated_at) values ('web', 'mới', now(), now())
       returning id`,
    );
    expect(Number(next!.id)).toBe(Number(last!.id) + 1);
    expect(
      await elsewhere.query("select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'"),
    ).toEqual([]);
  });

  it("takes the place of what is there only when told so", async () => {
    const { stderr } = await runMotcua(["restore", file], elsewhere.url, key);
    expect(stderr).toContain("There is something in this database");
    expect((await runMotcua(["restore", file, "--replace"], elsewhere.url, key)).code).toBe(0);
    expect(await elsewhere.query("select id from conversation where external_id = 'mới'")).toEqual([]);
  });

  it("is not written unsealed unless told so", async () => {
    const plain = join(folder, "plain");
    expect((await runMotcua(["backup", plain], test.app.database.url)).stderr).toContain("or say --plain");
    expect((await runMotcua(["backup", plain, "--plain"], test.app.database.url)).code).toBe(0);
    expect((await runMotcua(["restore", plain, "--replace"], elsewhere.url)).code).toBe(0);
  });
});
