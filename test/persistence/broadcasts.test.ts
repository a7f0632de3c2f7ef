import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BroadcastBoard } from "../../src/conversation/broadcasts/broadcast-board.ts";
import { writeBroadcasts } from "../../src/conversation/broadcasts/write-broadcasts.ts";
import type { Channel, DeliveryOutcome } from "../../src/conversation/delivery/channel.ts";
import { deliverWaiting } from "../../src/conversation/delivery/deliver.ts";
import { createBroadcastBoard } from "../../src/persistence/broadcast-board.ts";
import { createBroadcastDesk } from "../../src/persistence/broadcast-desk.ts";
import { openDatabase, type Database } from "../../src/persistence/database.ts";
import { createDeliveryPaceStore } from "../../src/persistence/delivery-pace-store.ts";
import { createOutboxStore } from "../../src/persistence/outbox-store.ts";
import { createWording } from "../../src/wording/wording.ts";
import { byTest } from "../support/acts.ts";
import { createTestDatabase } from "../support/test-database.ts";

const start = new Date("2021-03-15T01:00:00Z");
const hours = (count: number) => new Date(start.getTime() + count * 3_600_000);
const say = createWording();

let database: Database;
/** Another process at the same database. */
let other: Database;
let board: BroadcastBoard;
let now: Date;
beforeAll(async () => {
  database = await createTestDatabase();
  other = openDatabase({ url: database.url });
  board = createBroadcastBoard(database);
});
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});
beforeEach(async () => {
  now = start;
  await database.query("truncate conversation, unit, broadcast restart identity cascade");
  await database.query(
    "insert into unit (code, name, parent_id) values ('S', 'Sở Tư pháp', null), ('HT', 'Hộ tịch', 1)",
  );
});

/** Officers of a unit, each on Telegram. */
async function employ(unit: string, ...names: string[]): Promise<void> {
  for (const name of names)
    await database.query(
      `with member as (
         insert into staff_member (username, full_name, role, unit_id)
         select $1, $1, 'officer', id from unit where code = $2 returning username
       )
       insert into conversation (channel, external_id, speaker, created_at, updated_at)
       select 'telegram', $1, username, $3, $3 from member`,
      [name, unit, start],
    );
}

const manyNames = (count: number) => Array.from({ length: count }, (_, index) => `officer ${index}`);

async function begin(expiresAt: Date | null = null): Promise<number> {
  const audience = { kind: "staff" } as const;
  const started = await board.start(
    { audience, text: "Họp lúc 8 giờ.\n\nTại phòng 2.", expiresAt },
    { ...byTest, at: now },
  );
  return started.kind === "started" ? started.id : Number.NaN;
}

const write = (from: Database) =>
  writeBroadcasts({ desk: createBroadcastDesk(from), say, agencyName: "Sở Tư pháp", now });

/** Delivers what waits; `send` says what the platform does. */
function deliver(
  from: Database,
  send: (to: string, words: string) => DeliveryOutcome | Promise<DeliveryOutcome>,
) {
  const channel: Channel = {
    name: "telegram",
    send: async ({ conversationId, reply }) => send(conversationId, JSON.stringify(reply)),
  };
  return deliverWaiting({
    outbox: createOutboxStore(from),
    pace: createDeliveryPaceStore(from),
    wait,
    random: () => 0,
    channels: new Map([["telegram", channel]]),
    clock: () => now,
    onTrouble: () => undefined,
  });
}

describe("a broadcast", () => {
  it("reaches everyone once with two workers at it, and ends", async () => {
    await employ("HT", ...manyNames(700));
    const id = await begin();
    const heard: string[] = [];
    const hear = (to: string) => {
      heard.push(to);
      return { kind: "sent" as const };
    };
    await Promise.all([write(database), write(other)]);
    await Promise.all([deliver(database, hear), deliver(other, hear), write(database), write(other)]);
    expect(heard.toSorted()).toEqual(manyNames(700).toSorted());
    await write(database);
    expect(await board.list()).toMatchObject([
      { id, status: "finished", total: 700, written: 700, sent: 700, undeliverable: 0 },
    ]);
    expect(await board.pause(id, byTest)).toBe(false);
    expect(await board.cancel(id, byTest)).toBe(false);
  });

  it("says whose words they are, as they were written", async () => {
    await employ("HT", "minh");
    await begin();
    await write(database);
    const [row] = await database.query<{ blocks: unknown; priority: number }>(
      "select reply -> 'blocks' as blocks, priority from outbox",
    );
    expect(row).toEqual({
      priority: 2,
      blocks: [
        { kind: "paragraph", text: "Thông báo của Sở Tư pháp", tone: "strong" },
        { kind: "paragraph", text: "Họp lúc 8 giờ." },
        { kind: "paragraph", text: "Tại phòng 2." },
      ],
    });
  });

  it("stops in the middle when paused, and goes on where it was", async () => {
    await employ("HT", ...manyNames(40));
    const id = await begin();
    await write(database);
    const heard = new Set<string>();
    let pausing: Promise<boolean> | undefined;
    await deliver(database, async (to) => {
      heard.add(to);
      if (heard.size >= 10) await (pausing ??= board.pause(id, byTest));
      return { kind: "sent" };
    });
    expect(await pausing).toBe(true);
    // Ten, and what other lanes held already.
    expect(heard.size).toBeLessThan(20);
    const before = heard.size;
    await write(other);
    await deliver(other, () => ({ kind: "unreachable", reason: "sent although it was paused" }));
    expect(await board.list()).toMatchObject([
      { status: "paused", total: 40, written: before, sent: before, undeliverable: 0 },
    ]);

    expect(await board.resume(id, byTest)).toBe(true);
    await write(other);
    const again: string[] = [];
    await deliver(other, (to) => {
      if (heard.has(to)) again.push(to);
      heard.add(to);
      return { kind: "sent" };
    });
    expect(again).toEqual([]);
    expect(heard.size).toBe(40);
  });

  it("takes back what a worker was writing when it was paused", async () => {
    await employ("HT", "minh");
    const id = await begin();
    let pausing: Promise<boolean> | undefined;
    const written = await createBroadcastDesk(other).write(10, now, () => {
      pausing ??= board.pause(id, byTest);
      return { blocks: [] };
    });
    expect(written).toBe(1);
    expect(await pausing).toBe(true);
    expect(await deliver(database, () => ({ kind: "sent" }))).toBe(0);
    expect(await board.list()).toMatchObject([{ status: "paused", total: 1, written: 0 }]);
  });

  it("takes back what a platform put off while it was paused", async () => {
    await employ("HT", "minh");
    const id = await begin();
    await write(database);
    await deliver(database, async () => {
      await board.pause(id, byTest);
      return { kind: "retry", afterMs: 1000, reason: "rate limited" };
    });
    await write(database);
    now = hours(1);
    expect(await deliver(database, () => ({ kind: "sent" }))).toBe(0);
    await board.resume(id, byTest);
    await write(database);
    expect(await deliver(database, () => ({ kind: "sent" }))).toBe(1);
  });

  it("sends nothing more once cancelled, and cannot be taken up again", async () => {
    await employ("HT", ...manyNames(5));
    const id = await begin();
    await write(database);
    expect(await board.cancel(id, byTest)).toBe(true);
    expect(await board.resume(id, byTest)).toBe(false);
    await write(database);
    expect(await deliver(database, () => ({ kind: "sent" }))).toBe(0);
    expect(await board.list()).toMatchObject([{ status: "cancelled", total: 5, written: 0, sent: 0 }]);
  });

  it("counts who is on no channel, who is known to be away and who turns out to be", async () => {
    await employ("HT", "minh", "thu", "binh");
    await database.query("update conversation set unreachable_since = now() where external_id = 'thu'");
    await database.query("update conversation set speaker = 'citizen' where external_id = 'binh'");
    await begin();
    await write(database);
    await deliver(database, () => ({ kind: "unreachable", reason: "blocked by the person" }));
    await write(database);
    expect(await board.list()).toMatchObject([
      { status: "finished", total: 3, written: 1, sent: 0, undeliverable: 3 },
    ]);
  });

  it("is worth nothing after it expires, written or not", async () => {
    await employ("HT", "minh");
    await begin(hours(1));
    await write(database);
    await employ("HT", "thu");
    now = start;
    await begin(hours(1));
    now = hours(2);
    await write(database);
    expect(await deliver(database, () => ({ kind: "sent" }))).toBe(0);
    await write(database);
    expect(await board.list()).toMatchObject([
      { status: "finished", total: 2, written: 0, expired: 2 },
      { status: "finished", total: 1, written: 1, expired: 1 },
    ]);
  });

  it("lets answers and notices go before it", async () => {
    await employ("HT", ...manyNames(30), "chị Hoa", "anh Nam");
    await begin();
    await write(database);
    await database.query(
      "delete from broadcast_recipient where person in ('staff:chị Hoa', 'staff:anh Nam')",
    );
    await database.query(
      `delete from outbox using conversation c where c.id = conversation_id and c.external_id in ('chị Hoa', 'anh Nam')`,
    );
    await database.query(
      `insert into outbox (conversation_id, reply, created_at, due_at, priority)
       select id, '{"blocks": []}', $1, $1, case external_id when 'chị Hoa' then 0 else 1 end
       from conversation where external_id in ('chị Hoa', 'anh Nam')`,
      [start],
    );
    const heard: string[] = [];
    await deliver(database, (to) => {
      heard.push(to);
      return { kind: "sent" };
    });
    expect(heard.slice(0, 2)).toEqual(["chị Hoa", "anh Nam"]);
    expect(heard).toHaveLength(32);
  });

  it("is for the unit and all below it, for followers once a person, or for nobody", async () => {
    await employ("S", "son");
    await employ("HT", "minh");
    const startFor = (audience: Parameters<BroadcastBoard["start"]>[0]["audience"]) =>
      board.start({ audience, text: "Tin", expiresAt: null }, { ...byTest, at: now });
    expect(await startFor({ kind: "unit", unitCode: "HT" })).toMatchObject({ total: 1 });
    expect(await startFor({ kind: "unit", unitCode: "S" })).toMatchObject({ total: 2 });
    expect(await startFor({ kind: "unit", unitCode: "KHONG" })).toEqual({ kind: "nobody" });
    expect(await startFor({ kind: "followers" })).toEqual({ kind: "nobody" });

    await database.query(
      `with field as (insert into field (name) values ('Hộ tịch') returning id),
       kind as (
         insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
         select 'T1', 'Khai sinh', id, 'full', 'none', true, now() from field returning id
       ),
       hoa as (insert into person (created_at) values (now()) returning id),
       place as (
         insert into conversation (channel, external_id, person_id, created_at, updated_at)
         select v.channel, v.name, case v.name when 'hoa' then hoa.id end, now(), now()
         from hoa, (values ('telegram', 'hoa'), ('zalo', 'hoa'), ('telegram', 'nam')) v (channel, name) returning id
       ),
       filed as (
         insert into dossier (code, procedure_id, unit_id, submission_mode, status, interlinked)
         select v.code, kind.id, 1, 'online', 'accepted', 'none' from kind, (values ('D1'), ('D2')) v (code) returning id, code
       )
       insert into dossier_follow (dossier_id, conversation_id, after_event_id, followed_at)
       select filed.id, place.id, 0, now() from filed, place`,
    );
    await database.query(
      `delete from dossier_follow f using dossier d, conversation c
       where d.id = f.dossier_id and c.id = f.conversation_id and d.code = 'D2' and c.external_id = 'hoa'`,
    );
    expect(await startFor({ kind: "followers" })).toMatchObject({ total: 2 });
    expect(await startFor({ kind: "followers", dossierCode: "D1" })).toMatchObject({ total: 2 });
    expect(await startFor({ kind: "followers", dossierCode: "D2" })).toMatchObject({ total: 1 });
    expect(await startFor({ kind: "followers", dossierCode: "D3" })).toEqual({ kind: "nobody" });
  });
});
