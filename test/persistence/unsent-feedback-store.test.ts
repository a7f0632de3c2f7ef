import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nothingWritten } from "../../src/conversation/flows/feedback/unsent-feedback.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createGuidanceStore } from "../../src/persistence/guidance-store.ts";
import {
  createUnsentFeedbackStore,
  forgetUnsentFeedback,
} from "../../src/persistence/unsent-feedback-store.ts";
import { createTestDatabase } from "../support/test-database.ts";

const monday = new Date("2026-11-23T08:00:00+07:00");
const later = (days: number) => new Date(monday.getTime() + days * 24 * 60 * 60_000);

let database: Database;
let hoa: string;
const chairs = { ...nothingWritten, content: "Ghế gãy", place: { words: "tầng 2" }, field: null };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await database.query("delete from unsent_feedback");
  const [row] = await database.query<{ id: string }>(
    `insert into conversation (channel, external_id, created_at, updated_at) values ('web', 'hoa', $1, $1)
     on conflict (channel, external_id) do update set updated_at = $1 returning id`,
    [monday],
  );
  hoa = row!.id;
});

describe("feedback being written", () => {
  it("comes back as it was kept, one a conversation", async () => {
    const store = createUnsentFeedbackStore(database);
    const first = await store.start(hoa, nothingWritten, monday);
    await store.keep(first.id, chairs, later(1));
    expect(await store.current(hoa, later(2))).toEqual({
      id: first.id,
      answers: chairs,
      updatedAt: later(1),
    });
    const second = await store.start(hoa, nothingWritten, later(2));
    expect((await store.current(hoa, later(2)))!.id).toBe(second.id);
    expect(await database.query("select from unsent_feedback")).toHaveLength(1);
  });

  it("is not there after a week, and forgotten when its time has come", async () => {
    const store = createUnsentFeedbackStore(database);
    await store.start(hoa, chairs, monday);
    expect(await store.current(hoa, later(6.9))).toBeDefined();
    expect(await store.current(hoa, later(7))).toBeUndefined();
    await forgetUnsentFeedback(database, monday);
    expect(await database.query("select from unsent_feedback")).toHaveLength(1);
    await forgetUnsentFeedback(database, later(1));
    expect(await database.query("select from unsent_feedback")).toEqual([]);
  });

  it("leaves only what it became once it was sent", async () => {
    const store = createUnsentFeedbackStore(database);
    const { id } = await store.start(hoa, chairs, monday);
    const [row] = await database.query<{ id: string; code: string }>(
      `insert into feedback (source, source_code, content, received_at) values ('web', 'chat:1', 'Ghế gãy', $1)
       returning id, code`,
      [monday],
    );
    await store.sent(id, row!.id);
    expect(await store.current(hoa, monday)).toBeUndefined();
    expect(await store.sentAs(hoa, id)).toBe(row!.code);
    expect(await store.sentAs("0", id)).toBeUndefined();
    await store.forget(id);
    await forgetUnsentFeedback(database, later(30));
    const kept = await database.query<{ answers: unknown }>("select answers from unsent_feedback");
    expect(kept).toEqual([{ answers: {} }]);
  });

  it("is begun anew when another version wrote what no longer fits", async () => {
    const store = createUnsentFeedbackStore(database);
    await store.start(hoa, chairs, monday);
    await database.query(`update unsent_feedback set answers = '{"privacy": "secret"}'`);
    expect((await store.current(hoa, monday))!.answers).toEqual(nothingWritten);
  });
});

describe("what people were told of other ways", () => {
  it("is kept and cannot be changed", async () => {
    await createGuidanceStore(database).add({
      person: "web:hoa",
      conversationId: hoa,
      kind: "denunciation",
      saidAt: monday,
    });
    expect(await database.query("select person, kind, said_at from guidance")).toEqual([
      { person: "web:hoa", kind: "denunciation", said_at: monday },
    ]);
    await expect(database.query("update guidance set kind = 'complaint'")).rejects.toThrow("append-only");
    await expect(database.query("delete from guidance")).rejects.toThrow("append-only");
  });
});
