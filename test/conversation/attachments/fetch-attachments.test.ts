import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fetchAttachments, type Fetched } from "../../../src/conversation/attachments/fetch-attachments.ts";
import type { Attachment } from "../../../src/conversation/inbound-message.ts";
import { createAttachmentStore } from "../../../src/persistence/attachment-store.ts";
import { createAwaitedAttachmentStore } from "../../../src/persistence/awaited-attachment-store.ts";
import type { Database } from "../../../src/persistence/database.ts";
import { createTurnStore } from "../../../src/persistence/turns/turn-store.ts";
import { createTestDatabase } from "../../support/test-database.ts";

const minute = 60_000;
const picture = Buffer.from("ảnh cống tắc");
const photo: Attachment = { kind: "photo", ref: "telegram:A", mediaType: "image/jpeg", sizeBytes: 999 };

let database: Database;
let now: Date;
/** What Telegram answers next, ref by ref; it has nothing else. */
let answers: Map<string, Fetched[]>;
let asked: string[];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await database.query("truncate conversation restart identity cascade");
  now = new Date("2021-03-15T02:00:00Z");
  answers = new Map();
  asked = [];
});

let lastMessage = 0;

/** Chị Hoa sends these; returns their ids. */
async function send(...attachments: Attachment[]): Promise<string[]> {
  const content = { kind: "media", attachments } as const;
  const id = `m${++lastMessage}`;
  let ids: string[] = [];
  await createTurnStore(database, { createStores: () => ({}) as never, listenedTo: "web" }).inTurn(
    { id, channel: "telegram", conversationId: "hoa", content, sentAt: now },
    now,
    async ({ attachmentIds }) => {
      ids = attachmentIds;
      return { state: {}, language: "vi", replies: [] };
    },
  );
  return ids;
}

const telegram = {
  async fetch(ref: string): Promise<Fetched> {
    asked.push(ref);
    const next = answers.get(ref)?.shift();
    if (!next) throw new Error(`Nobody expected ${ref} to be fetched`);
    return next;
  },
};
const sources = new Map([["telegram", telegram]]);
const fetchNow = (from = sources) =>
  fetchAttachments({ attachments: createAwaitedAttachmentStore(database), sources: from, clock: () => now });
const later = (ms: number) => (now = new Date(now.getTime() + ms));
const read = (id: string) => createAttachmentStore(database).read(id);

describe("fetching what people sent", () => {
  it("keeps the bytes as sent, once", async () => {
    const [id] = await send(photo);
    answers.set(photo.ref, [{ kind: "content", content: picture }]);
    expect(await fetchNow()).toBe(1);
    expect(await read(id!)).toEqual({
      id,
      kind: "photo",
      mediaType: "image/jpeg",
      content: picture,
    });
    const [row] = await database.query("select sha256, size_bytes, fetched_at from attachment");
    const sha256 = createHash("sha256").update(picture).digest("hex");
    expect(row).toEqual({ sha256, size_bytes: String(picture.length), fetched_at: now });
    later(24 * 60 * minute);
    expect(await fetchNow()).toBe(0);
  });

  it("tries again what could not be had, ever less often, and has it in the end", async () => {
    const [id] = await send(photo);
    const retry: Fetched = { kind: "retry", reason: "network" };
    answers.set(photo.ref, [retry, retry, { kind: "content", content: picture }]);
    expect(await fetchNow()).toBe(1);
    later(minute / 2 - 1);
    expect(await fetchNow()).toBe(0);
    later(1);
    expect(await fetchNow()).toBe(1);
    later(minute - 1);
    expect(await fetchNow()).toBe(0);
    later(1);
    expect(await fetchNow()).toBe(1);
    expect((await read(id!))!.content).toEqual(picture);
  });

  it("gives up after thirteen tries over more than a day, with the reason", async () => {
    const [id] = await send(photo);
    const begunAt = now.getTime();
    answers.set(
      photo.ref,
      Array.from({ length: 20 }, () => ({ kind: "retry", reason: "network" }) as const),
    );
    for (let day = 0; day < 5 * 24 * 4; day += 1) {
      await fetchNow();
      if ((await read(id!))!.failure) break;
      later(15 * minute);
    }
    expect(asked).toHaveLength(13);
    expect(now.getTime() - begunAt).toBeGreaterThan(24 * 60 * minute);
    expect((await read(id!))!.failure).toBe("given up after 13 tries: network");
  });

  it("does not ask again for what is gone", async () => {
    const [id] = await send(photo);
    answers.set(photo.ref, [{ kind: "gone", reason: "400: invalid file_id" }]);
    await fetchNow();
    later(24 * 60 * minute);
    expect(await fetchNow()).toBe(0);
    expect(await read(id!)).toMatchObject({ failure: "400: invalid file_id" });
  });

  it("waits for a channel that is not connected", async () => {
    const [id] = await send(photo);
    expect(await fetchNow(new Map())).toBe(1);
    later(minute);
    answers.set(photo.ref, [{ kind: "content", content: picture }]);
    await fetchNow();
    expect((await read(id!))!.content).toEqual(picture);
  });

  it("by two workers at once asks for each of forty photos once", async () => {
    const refs = Array.from({ length: 40 }, (_, place) => `telegram:P${place}`);
    for (const ref of refs) {
      await send({ kind: "photo", ref });
      answers.set(ref, [{ kind: "content", content: Buffer.from(ref) }]);
    }
    for (;;) if ((await Promise.all([fetchNow(), fetchNow()])).every((tried) => tried === 0)) break;
    expect(asked.toSorted()).toEqual(refs.toSorted());
    const [row] = await database.query("select count(distinct sha256)::int as kept from attachment");
    expect(row).toEqual({ kept: 40 });
  });

  it("takes over from a worker that died, after five minutes", async () => {
    await send(photo);
    await createAwaitedAttachmentStore(database).claim(now, new Date(now.getTime() + 5 * minute), 5);
    answers.set(photo.ref, [{ kind: "content", content: picture }]);
    later(5 * minute - 1);
    expect(await fetchNow()).toBe(0);
    later(1);
    expect(await fetchNow()).toBe(1);
  });
});
