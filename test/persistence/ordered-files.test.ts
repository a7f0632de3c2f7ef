import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAttachmentStore } from "../../src/persistence/attachment-store.ts";
import type { Database } from "../../src/persistence/database.ts";
import { chart } from "../support/sent-files.ts";
import { createTestDatabase } from "../support/test-database.ts";

const now = new Date("2021-03-16T02:00:00Z");
const hoa = { channel: "web", conversationId: "hoa" };
const tuan = { channel: "web", conversationId: "tuan" };
let database: Database;
let id: string;

beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await database.query("truncate conversation, attachment cascade");
  const file = { kind: "photo", ref: "report:{}", name: chart.name, mediaType: chart.mediaType } as const;
  id = await createAttachmentStore(database).order(file, now);
  await database.query(
    `with c as (
       insert into conversation (channel, external_id, language, created_at, updated_at)
       values ('web', 'hoa', 'vi', $1, $1), ('web', 'tuan', 'vi', $1, $1) returning id, external_id
     )
     insert into outbox (conversation_id, reply, created_at, due_at)
     select id, $2, $1, $1 from c where external_id = 'hoa'`,
    [now, JSON.stringify({ blocks: [{ ...chart, attachmentId: id }] })],
  );
});

describe("an ordered file", () => {
  it("is for whom a reply shows it, and for nobody else", async () => {
    const attachments = createAttachmentStore(database);
    expect(await attachments.isFor(id, hoa)).toBe(true);
    expect(await attachments.isFor(id, tuan)).toBe(false);
    expect(await attachments.read(id)).toMatchObject({ name: chart.name, mediaType: chart.mediaType });
  });

  it("is forgotten when its time is over, and not before", async () => {
    const attachments = createAttachmentStore(database);
    await attachments.forgetOrdered(now);
    expect(await attachments.read(id)).toBeDefined();
    await attachments.forgetOrdered(new Date(now.getTime() + 1));
    expect(await attachments.read(id)).toBeUndefined();
  });

  it("outlives strays, which wait for a message", async () => {
    const attachments = createAttachmentStore(database);
    await attachments.forgetStray(new Date(now.getTime() + 1));
    expect(await attachments.read(id)).toBeDefined();
  });
});
