import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/persistence/database.ts";
import { runMotcua } from "../support/run-motcua.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query(
    `with u as (insert into unit (code, name) values ('H57.16', 'Sở Tư pháp') returning id)
     insert into staff_member (username, full_name, role, unit_id, phone)
     select 'lan.tran', 'Trần Thị Lan', 'officer', id, '0912 345 678' from u`,
  );
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await database.query("truncate conversation, notice restart identity cascade");
  await database.query(
    `insert into conversation (channel, external_id, speaker, created_at, updated_at, unreachable_since)
     values ('telegram', '7', 'lan.tran', now(), now(), '2021-03-15T01:00:00Z'),
            ('zalo', '8', 'lan.tran', now(), now(), '2021-03-15T02:00:00Z')`,
  );
  const reply = {
    blocks: [{ kind: "paragraph", text: "Công dân 001234567890 hẹn gọi 0987654321 về hồ sơ." }],
  };
  await database.query(
    `insert into outbox (conversation_id, reply, status, reason, created_at, due_at, stands_in_for, is_important) values
       (1, $1, 'undeliverable', 'blocked by the person', now(), now(), null, true),
       (2, $1, 'undeliverable', 'not a follower', now(), now(), 1, true),
       (1, $1, 'undeliverable', 'message refused', now(), now(), null, false)`,
    [JSON.stringify(reply)],
  );
  await database.query(
    `insert into notice (key, kind, recipient, facts, status, reason, planned_at, due_at, settled_at)
     values ('k', 'escalation', '{"kind": "staff", "username": "minh.le"}', '{}', 'unreachable',
             'minh.le is on no channel', now(), now(), '2021-03-15T03:00:00Z')`,
  );
});

const deliveries = (...args: string[]) => runMotcua(["deliveries", ...args], database.url);

describe("motcua deliveries", () => {
  it("lists whom to call, once a person and message, with no number of anybody in what was to be said", async () => {
    expect(await deliveries("undeliverable")).toEqual({
      code: 0,
      stdout:
        "2\tTrần Thị Lan\t0912 345 678\tzalo\tnot a follower\t15/03/2021 09:00\t" +
        "Công dân [citizen id] hẹn gọi [phone] về hồ sơ.\n" +
        "n1\tminh.le\t-\t-\tminh.le is on no channel\t15/03/2021 10:00\tescalation\n",
      stderr: "2 on the list.\n",
    });
  });

  it.each([
    ["lan.tran", ["3", "2", "1"]],
    ["zalo:8", ["2"]],
    ["citizen", []],
  ])("shows how the messages to %s stand, and why", async (person, ids) => {
    const { stdout } = await deliveries("of", person);
    const lines = stdout.split("\n").filter(Boolean);
    expect(lines.map((line) => line.split("\t")[0])).toEqual(ids);
    expect(lines.filter((line) => line.includes("\tundeliverable\t"))).toHaveLength(ids.length);
    expect(stdout).not.toContain("001234567890");
  });

  it("sends one again where it was tried last", async () => {
    expect((await deliveries("retry", "2")).code).toBe(0);
    expect(await database.query("select status, attempts from outbox where id = 2")).toEqual([
      { status: "pending", attempts: 0 },
    ]);
    expect(await database.query("select unreachable_since as since from conversation where id = 2")).toEqual([
      { since: null },
    ]);
    expect((await deliveries("retry", "n1")).code).toBe(0);
    expect(await database.query("select status from notice")).toEqual([{ status: "planned" }]);
    expect((await deliveries("undeliverable")).stdout).toBe("");
  });

  it("takes off the list what has been told", async () => {
    expect((await deliveries("clear", "2")).code).toBe(0);
    expect((await deliveries("clear", "n1")).code).toBe(0);
    expect((await deliveries("undeliverable")).stdout).toBe("");
    expect(await database.query("select status from notice")).toEqual([{ status: "handed-over" }]);
  });

  it.each(["1", "3", "99", "n9"])("refuses %s, which is not on the list", async (id) => {
    expect(await deliveries("retry", id)).toMatchObject({
      code: 1,
      stderr: `${id} is not on the list. motcua deliveries undeliverable shows it.\n`,
    });
  });
});
