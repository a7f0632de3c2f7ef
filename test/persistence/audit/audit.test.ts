import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readHeadsFile, sendAuditHeads } from "../../../src/audit-heads.ts";
import { createOutbound } from "../../../src/outbound/outbound.ts";
import type { Deed } from "../../../src/domain/audit/act.ts";
import { createAuditTrail } from "../../../src/persistence/audit/audit-trail.ts";
import { listActs } from "../../../src/persistence/audit/list-acts.ts";
import { sealActs } from "../../../src/persistence/audit/seal-acts.ts";
import { verifyAudit } from "../../../src/persistence/audit/verify-audit.ts";
import { createStaffAccountStore } from "../../../src/persistence/staff-account-store.ts";
import type { Database } from "../../../src/persistence/database.ts";
import { byTest } from "../../support/acts.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../../support/feedback-town.ts";
import { personTalkingTo } from "../../support/people.ts";
import { runMotcua } from "../../support/run-motcua.ts";

let town: FeedbackTown;
let database: Database;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  database = town.test.app.database;
});
afterAll(() => town[Symbol.asyncDispose]());
beforeEach(async () => {
  town.now = at("2026-11-23 08:00");
  await behindTheTriggers("truncate audit_act, audit_pending, audit_seal, audit_head");
});

const record = (id: string, deed: Deed = "report-exported") =>
  createAuditTrail(database).record({ ...byTest, deed, on: { kind: "report", id } });
const seal = () => sealActs(database, town.now);
const verify = () => verifyAudit(database, []);
const faults = async () => (await verify()).faults.map(({ place, fault }) => `${place ?? "-"}: ${fault}`);
const deeds = async () => (await listActs(database, { limit: 100 })).map(({ deed }) => deed).toReversed();

/** As whoever holds the database can: behind the triggers' back. */
async function behindTheTriggers(...statements: string[]): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query("set local session_replication_role = replica");
    for (const statement of statements) await sql.query(statement);
  });
}

async function sealedFive(): Promise<void> {
  for (const id of ["một", "hai", "ba", "bốn", "năm"]) await record(id);
  expect(await seal()).toBe(5);
  expect(await verify()).toMatchObject({ links: 5, pending: 0, faults: [] });
}

describe("the audit", () => {
  it("has everything that happens to a case, by whom and where", async () => {
    const hoa = await town.citizen("hoa");
    const { code } = await hoa.files("Trả lời chậm.");
    await town.does(code, { kind: "accept" });
    const acts = await listActs(database, { subject: code, limit: 10 });
    expect(
      acts.map(({ actorKind, actor, deed, channel }) => [actorKind, actor, deed, channel]).toReversed(),
    ).toEqual([
      ["citizen", expect.stringMatching(/^conversation:\d+$/), "case-filed", "web"],
      ["staff", "minh", "case-accepted", "telegram"],
    ]);
  });

  it("has who was invited, linked, sent away, on which channel", async () => {
    const invite = () =>
      createStaffAccountStore(database).invite(
        { username: "minh", code: "ABCD2345", expiresAt: at("2026-11-25 08:00") },
        "command line",
        town.now,
      );
    await invite();
    await personTalkingTo(town.test.app, { as: null, name: "dien-thoai" }).presses("/lienket ABCD2345 dongy");
    await createStaffAccountStore(database).revoke("minh", "quan", town.now);
    const acts = await listActs(database, { subject: "minh", limit: 10 });
    expect(
      acts.map(({ actorKind, actor, deed, channel }) => [actorKind, actor, deed, channel]).toReversed(),
    ).toEqual([
      ["operator", "command line", "staff-invited", "command-line"],
      ["staff", "minh", "staff-linked", "test-dien-thoai"],
      ["staff", "quan", "staff-revoked", "web"],
    ]);
  });

  it("has what a setting was before, and nothing where nothing changed", async () => {
    const { settings } = town.test.app;
    await settings.write({ periodBasis: "calendar", office: {} }, byTest);
    await settings.write({ periodBasis: "calendar" }, byTest);
    const [act, ...more] = await listActs(database, { deed: "settings-", limit: 10 });
    expect(act).toMatchObject({ subject: "periodBasis", detail: { before: "reporting", after: "calendar" } });
    expect(more).toEqual([]);
  });

  it("keeps no act whose deed was rolled back", async () => {
    await expect(
      database.transaction(async (sql) => {
        await createAuditTrail(sql).record({
          ...byTest,
          deed: "list-exported",
          on: { kind: "list", id: "x" },
        });
        throw new Error("thought better of it");
      }),
    ).rejects.toThrow("thought better of it");
    expect(await deeds()).toEqual([]);
  });

  it("seals what was committed late behind what was sealed before, each once, by however many at a time", async () => {
    let goOn = () => {};
    const waits = new Promise<void>((resolve) => (goOn = resolve));
    const late = database.transaction(async (sql) => {
      await createAuditTrail(sql).record({
        ...byTest,
        deed: "list-exported",
        on: { kind: "list", id: "late" },
      });
      await waits;
    });
    await record("early");
    expect(await seal()).toBe(1);
    goOn();
    await late;
    const sealed = await Promise.all([seal(), seal(), seal()]);
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await verify()).toMatchObject({ links: 2, pending: 0, faults: [] });
  });

  it.each([
    "update audit_act set actor = 'x'",
    "delete from audit_act",
    "truncate audit_act cascade",
    "update audit_seal set hash = 'x'",
    "delete from audit_seal",
    "truncate audit_seal",
  ])("lets nobody %s", async (statement) => {
    await sealedFive();
    await expect(database.query(statement)).rejects.toThrow("is append-only");
  });
});

describe("an audit that somebody changed behind the triggers", () => {
  it.each([
    ["altered", ["update audit_act set actor = 'nobody' where subject = 'ba'"], /^3: act \d+ was altered$/],
    [
      "altered in its detail",
      [`update audit_act set detail = '{"a": 1}' where subject = 'năm'`],
      /^5: .*altered$/,
    ],
    [
      "altered in its time by a microsecond",
      ["update audit_act set happened_at = happened_at + interval '1 microsecond' where subject = 'một'"],
      /^1: .*altered$/,
    ],
    ["without an act", ["delete from audit_act where subject = 'hai'"], /^2: has lost its act/],
    [
      "without a link",
      [
        "delete from audit_seal where place = 3",
        "delete from audit_act where id not in (select act_id from audit_seal)",
      ],
      /^4: follows a gap: 1 link/,
    ],
    [
      "closed up after a link was taken out",
      [
        "delete from audit_seal where place = 3",
        "update audit_seal set place = place - 1 where place > 3",
        "delete from audit_act where id not in (select act_id from audit_seal)",
      ],
      /^3: does not follow/,
    ],
    [
      "in another order",
      [
        "update audit_seal set place = place + 100 where place in (2, 3)",
        "update audit_seal set place = 105 - place where place > 100",
      ],
      /^2: does not follow/,
    ],
    [
      "with a link put in",
      [
        "update audit_seal set place = place + 100 where place > 2",
        "update audit_seal set place = place - 99 where place > 100",
        "insert into audit_act (happened_at, actor_kind, actor, deed, subject_kind, subject, channel) values (now(), 'system', 'x', 'y', 'z', 'giả', 'w')",
        "insert into audit_seal select 3, (select id from audit_act where subject = 'giả'), now(), hash, repeat('f', 64) from audit_seal where place = 2",
      ],
      /^3: act \d+ was altered$/,
    ],
    [
      "with an act outside the chain",
      [
        "insert into audit_act (happened_at, actor_kind, actor, deed, subject_kind, subject, channel) values (now(), 'system', 'x', 'y', 'z', 'giả', 'w')",
      ],
      /^-: act \d+ was kept out of the chain$/,
    ],
  ])("is found: %s", async (_, statements, found) => {
    await sealedFive();
    await behindTheTriggers(...statements);
    expect((await faults())[0]).toMatch(found);
  });

  it("is found by the command too, which then ends with 1", async () => {
    await sealedFive();
    const url = town.test.config.database.url!;
    await behindTheTriggers("update audit_act set actor = 'nobody' where subject = 'ba'");
    const altered = await runMotcua(["audit", "verify"], url);
    expect(altered).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^link 3 act \d+ was altered\n$/),
    });
    expect(altered.stderr).toContain("The audit is not whole: 1 fault(s).");
    const listed = await runMotcua(["audit", "list", "--subject", "ba"], url);
    expect(listed.stdout).toMatch(/^3\t.*\tsystem:nobody\treport-exported\treport:ba\ttest\t\{\}\n$/);
  });

  it("is found where the history of a case was altered or cut, and forgetting whose it was is neither", async () => {
    const an = await town.citizen("an");
    const { code } = await an.files("Trả lời chậm.");
    await seal();
    await database.query("update feedback_event set actor = 'erased' where actor_kind = 'citizen'");
    expect(await faults()).toEqual([]);
    await behindTheTriggers("update feedback_event set reason = 'khác'");
    expect(await faults()).toEqual([expect.stringContaining(`the history of ${code} was altered`)]);
    await behindTheTriggers("delete from feedback_event");
    expect(await faults()).toEqual([expect.stringContaining(`the history of ${code} was cut`)]);
  });
});

describe("the head of each day", () => {
  it("goes into a file and to an address once, catches up, and finds a chain that was written anew or cut at its end", async () => {
    const folder = await mkdtemp(join(tmpdir(), "heads-"));
    const file = join(folder, "heads.jsonl");
    const posted: string[] = [];
    let answers = 503;
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        if (answers === 200) posted.push(body);
        response.writeHead(answers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/heads`;
    await using outbound = createOutbound({ configured: [url], named: [] });
    const app = { ...town.test.app, auditHeads: { file, url }, outbound };
    try {
      await sealedFive();
      town.now = at("2026-11-24 00:05");
      await expect(sendAuditHeads(app)).rejects.toThrow("answered 503");
      answers = 200;
      await record("sáu");
      await sendAuditHeads(app);
      town.now = at("2026-11-25 00:05");
      await sendAuditHeads(app);
      const heads = await readHeadsFile(file);
      expect(heads).toMatchObject([
        { day: "2026-11-23", place: 5 },
        { day: "2026-11-24", place: 6 },
      ]);
      expect(posted.join("\n")).toBe((await readFile(file, "utf8")).trim());
      expect(await verifyAudit(database, heads)).toMatchObject({ heads: 4, faults: [] });
      const whole = await runMotcua(["audit", "verify", "--heads", file], town.test.config.database.url!);
      expect(whole).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("6 links") });

      // Whoever holds the database cuts the end off, with what is noted of it there, and leaves no gap.
      await behindTheTriggers(
        "delete from audit_head",
        "delete from audit_seal where place = 6",
        "delete from audit_act where subject = 'sáu'",
      );
      expect(await faults()).toEqual([]);
      expect((await verifyAudit(database, heads)).faults).toEqual([
        { place: "6", fault: "is not what was noted at the end of 2026-11-24" },
      ]);
    } finally {
      server.close();
      await rm(folder, { recursive: true });
    }
  });

  it("of a day without a single act there never was, is none", async () => {
    await sendAuditHeads(town.test.app);
    expect(await verify()).toMatchObject({ links: 0, heads: 0, faults: [] });
  });
});
