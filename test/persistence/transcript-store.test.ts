import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Entry } from "../../src/conversation/transcript.ts";
import type { TurnChanges } from "../../src/conversation/turn-store.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createSpeakerStore } from "../../src/persistence/speaker-store.ts";
import { createTranscriptStore } from "../../src/persistence/transcript-store.ts";
import { createTurnStore } from "../../src/persistence/turns/turn-store.ts";
import { createTestDatabase } from "../support/test-database.ts";

const now = new Date("2021-03-15T02:00:00Z");

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

/** One turn in which the assistant answers with these paragraphs, at an instant that stands still. */
async function turn(conversationId: string, said: string, answers: string[], channel = "web"): Promise<void> {
  const changes: TurnChanges = {
    state: {},
    language: "vi",
    replies: answers.map((text) => ({ blocks: [{ kind: "paragraph", text }] })),
  };
  const content = { kind: "text", text: said } as const;
  const message = { id: `id of ${said}`, channel, conversationId, content, sentAt: now };
  await createTurnStore(database, { createStores: () => ({}) as never, listenedTo: "web" }).inTurn(
    message,
    now,
    async () => changes,
  );
}

function wordsOf(entry: Entry): string {
  if (entry.kind === "said") return `said ${(entry.content as { text: string }).text}`;
  return `replied ${(entry.reply.blocks[0] as { text: string }).text}`;
}

const transcript = () => createTranscriptStore(database, "web");

describe("a transcript", () => {
  it("has both sides in the order they were said, even within one instant", async () => {
    await turn("hoa", "một", ["a", "b"]);
    await turn("hoa", "hai", []);
    await turn("hoa", "ba", ["c"]);
    const entries = await transcript().read("hoa", 100);
    expect(entries.map(wordsOf)).toEqual([
      "said một",
      "replied a",
      "replied b",
      "said hai",
      "said ba",
      "replied c",
    ]);
    expect(entries[0]).toMatchObject({ messageId: "id of một", at: now });
  });

  it("cut short keeps the end", async () => {
    await turn("lan", "một", ["a"]);
    await turn("lan", "hai", ["b"]);
    expect((await transcript().read("lan", 3)).map(wordsOf)).toEqual(["replied a", "said hai", "replied b"]);
  });

  it("is of one conversation of one channel", async () => {
    await turn("minh", "trên web", ["a"]);
    await turn("minh", "trên Telegram", ["b"], "telegram");
    await turn("dung", "người khác", ["c"]);
    expect((await transcript().read("minh", 100)).map(wordsOf)).toEqual(["said trên web", "replied a"]);
    expect(await transcript().read("nobody", 100)).toEqual([]);
  });

  it("tells what came after a reply, each with the message it answers", async () => {
    await turn("mai", "một", ["a"]);
    const [first] = await transcript().repliesAfter("mai", "0");
    await turn("mai", "hai", ["b", "c"]);
    const later = await transcript().repliesAfter("mai", first!.outboxId);
    expect(later.map((reply) => [wordsOf(reply), reply.inAnswerTo && wordsOf(reply.inAnswerTo)])).toEqual([
      ["replied b", "said hai"],
      ["replied c", "said hai"],
    ]);
    expect(await transcript().repliesAfter("mai", later.at(-1)!.outboxId)).toEqual([]);
  });

  it("has what the assistant said unasked, in answer to nothing", async () => {
    await turn("tam", "một", ["a"]);
    await database.query(
      `insert into outbox (conversation_id, reply, created_at, due_at)
       select id, $1, $2, $2 from conversation where external_id = 'tam'`,
      [JSON.stringify({ blocks: [{ kind: "paragraph", text: "nhắc" }] }), now],
    );
    const entries = await transcript().read("tam", 100);
    expect(entries.map(wordsOf)).toEqual(["said một", "replied a", "replied nhắc"]);
    expect(entries.at(-1)).not.toHaveProperty("inAnswerTo");
  });

  it("hands on a hundred replies at a time, none lost between", async () => {
    const answers = Array.from({ length: 150 }, (_, index) => String(index));
    await turn("nam", "nhiều", answers);
    const first = await transcript().repliesAfter("nam", "0");
    const rest = await transcript().repliesAfter("nam", first.at(-1)!.outboxId);
    expect([first.length, rest.length]).toEqual([100, 50]);
    expect([...first, ...rest].map(wordsOf)).toEqual(answers.map((text) => `replied ${text}`));
  });
});

describe("who a conversation speaks as", () => {
  it("is a citizen until it is chosen, before or after the first message", async () => {
    const speakers = createSpeakerStore(database, "web");
    expect(await speakers.current("moi")).toBe("citizen");
    await speakers.choose("moi", "lanhdao", now);
    expect(await speakers.current("moi")).toBe("lanhdao");
    await speakers.choose("moi", "citizen", now);
    expect(await speakers.current("moi")).toBe("citizen");
  });

  it("is forgotten by the next message that says otherwise", async () => {
    const speakers = createSpeakerStore(database, "web");
    await speakers.choose("cu", "lanhdao", now);
    const content = { kind: "text", text: "Xin chào" } as const;
    const message = {
      id: "1",
      channel: "web",
      conversationId: "cu",
      content,
      sentAt: now,
      speakAs: "citizen",
    };
    await createTurnStore(database, { createStores: () => ({}) as never, listenedTo: "web" }).inTurn(
      message,
      now,
      async ({ speaker }) => {
        expect(speaker).toEqual({ kind: "citizen" });
        return { state: {}, language: "vi", replies: [] };
      },
    );
    expect(await speakers.current("cu")).toBe("citizen");
  });
});
