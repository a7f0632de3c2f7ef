import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Attachment, InboundContent, InboundMessage } from "../../src/conversation/inbound-message.ts";
import type { Block, Reply } from "../../src/conversation/reply.ts";
import { createAttachmentStore } from "../../src/persistence/attachment-store.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const now = new Date("2021-03-15T01:00:00Z");
const code = "H57.16-210315-0012";

let test: TestApp;
beforeAll(async () => void (test = await createTestApp(() => now)));
afterAll(() => test[Symbol.asyncDispose]());
beforeEach(() => test.app.database.query("truncate conversation restart identity cascade"));

let lastMessage = 0;

/** Chị Hoa sends this on Telegram; returns what she is answered, reply by reply. */
async function send(content: InboundContent, id = `m${++lastMessage}`): Promise<string[]> {
  const [before] = await test.app.database.query<{ id: string }>(
    "select coalesce(max(id), 0) as id from outbox",
  );
  const message = { id, channel: "telegram", conversationId: "hoa", content, sentAt: now };
  expect(await test.app.handleMessage(message)).not.toEqual({ kind: "failed" });
  const rows = await test.app.database.query<{ reply: Reply }>(
    "select reply from outbox where id > $1 order by id",
    [before!.id],
  );
  return rows.map(({ reply }) => reply.blocks.map(wordsOf).join("\n"));
}

function wordsOf(block: Block): string {
  if (block.kind === "paragraph") return block.text;
  if (block.kind === "buttons") return block.buttons.map(({ label, say }) => `[${label}: ${say}]`).join(" ");
  return "";
}

const photo = (ref: string): Attachment => ({ kind: "photo", ref: `telegram:${ref}` });
const text = (words: string): InboundContent => ({ kind: "text", text: words });
const edit = (of: string, words: string) =>
  send({ kind: "edit", of, text: words }, `${of}#edit-${++lastMessage}`);

describe("a photo", () => {
  it("without words is kept, and the person is told what can be done with it", async () => {
    const [reply] = await send({ kind: "media", attachments: [photo("A")] });
    expect(reply).toContain("đang tìm mã hồ sơ trên ảnh");
    expect(reply).toContain("[Gửi phản ánh: /phananh]");
    const rows = await test.app.database.query(
      "select a.kind, a.ref, m.external_id from attachment a join inbound_message m on m.id = a.inbound_id",
    );
    expect(rows).toEqual([{ kind: "photo", ref: "telegram:A", external_id: `m${lastMessage}` }]);
  });

  it("with words is answered by its words", async () => {
    const [reply] = await send({ kind: "media", text: code, attachments: [photo("A")] });
    expect(reply).toContain(code);
  });

  it("delivered twice is kept once", async () => {
    const content: InboundContent = { kind: "media", attachments: [photo("A")] };
    await send(content, "m-twice");
    expect(await send(content, "m-twice")).toEqual([]);
    expect(await test.app.database.query("select count(*)::int from attachment")).toEqual([{ count: 1 }]);
  });

  it("in place of four digits does not count as a try, and they are still asked for", async () => {
    await send(text(`/chitiet ${code}`));
    expect(await send({ kind: "media", attachments: [photo("A")] })).toEqual([
      expect.stringContaining("trả lời bằng chữ hoặc số"),
    ]);
    expect(await send(text("1234"))).toEqual([expect.stringContaining("Không có thông tin để hiển thị")]);
  });

  it("of an album is answered with the first of it, though each is kept", async () => {
    const replies: string[] = [];
    for (let place = 0; place < 40; place += 1) {
      const album = `album ${Math.floor(place / 10)}`;
      replies.push(...(await send({ kind: "media", attachments: [photo(`P${place}`)], album })));
    }
    expect(replies).toHaveLength(4);
    expect(await test.app.database.query("select count(*)::int from attachment")).toEqual([{ count: 40 }]);
  });

  it("of an album that has the words is answered by them, even after one without", async () => {
    const album = "135";
    await send({ kind: "media", attachments: [photo("A")], album });
    const worded = await send({ kind: "media", text: code, attachments: [photo("B")], album });
    expect(worded).toEqual([expect.stringContaining(code)]);
    expect(await send({ kind: "media", attachments: [photo("C")], album })).toEqual([]);
  });

  it("leaves the choices standing when it is answered nothing", async () => {
    await send({ kind: "media", attachments: [photo("A")], album: "135" });
    await send({ kind: "media", attachments: [photo("B")], album: "135" });
    const [row] = await test.app.database.query<{ state: { choices: unknown } }>(
      "select state from conversation",
    );
    expect(row!.state.choices).toEqual([{ label: "Gửi phản ánh", say: "/phananh" }]);
  });
});

it("a position is kept with its message, and the person is told what can be done with it", async () => {
  const place: InboundContent = { kind: "position", latitude: 21.0137, longitude: 105.8125 };
  expect(await send(place)).toEqual([expect.stringContaining("đã nhận vị trí")]);
  expect(await test.app.database.query("select content from inbound_message")).toEqual([{ content: place }]);
});

describe("an edited message", () => {
  it("is answered anew when nothing was said since, and both versions stay", async () => {
    await send(text("H57.16-210315-0013"), "m-slip");
    const [reply] = await edit("m-slip", code);
    expect(reply).toMatch(/^Đã đọc nội dung anh\/chị vừa sửa\./);
    expect(reply).toContain(code);
    expect(await test.app.database.query("select content from inbound_message order by id")).toEqual([
      { content: { kind: "text", text: "H57.16-210315-0013" } },
      { content: { kind: "edit", of: "m-slip", text: code } },
    ]);
  });

  it("may be edited again", async () => {
    await send(text("xin chao"), "m-again");
    await edit("m-again", "xin chào");
    expect(await edit("m-again", code)).toEqual([expect.stringContaining(code)]);
  });

  it("with more said since keeps its answer, and the person is asked to send it anew", async () => {
    await send(text("H57.16-210315-0013"), "m-old");
    await send(text("cảm ơn"));
    expect(await edit("m-old", code)).toEqual([expect.stringContaining("vẫn giữ nguyên")]);
  });

  it("whose words are the same is not answered, as when only a link's preview came", async () => {
    await send(text("xin chào"), "m-same");
    expect(await edit("m-same", "xin chào")).toEqual([]);
    await send(text("cảm ơn"));
    expect(await edit("m-same", "xin chào")).toEqual([]);
  });

  it("of which we never heard is answered as it stands", async () => {
    expect(await edit("m-unheard", code)).toEqual([expect.stringContaining(code)]);
  });

  it("of another conversation with the same id is not taken for an earlier version", async () => {
    const message = { id: "m-1", channel: "telegram", conversationId: "minh", sentAt: now };
    await test.app.handleMessage({ ...message, content: text(code) });
    expect(await edit("m-1", code)).toEqual([expect.stringContaining(code)]);
  });
});

describe("an upload", () => {
  const upload = (conversationId: string) =>
    createAttachmentStore(test.app.database).keep(
      {
        conversation: { channel: "web", conversationId },
        kind: "photo",
        name: "cong.jpg",
        mediaType: "image/jpeg",
        content: Buffer.from("ảnh"),
      },
      now,
    );
  const webMessage = (conversationId: string, ref: string): InboundMessage => ({
    id: `w${++lastMessage}`,
    channel: "web",
    conversationId,
    content: { kind: "media", attachments: [{ kind: "photo", ref }] },
    sentAt: now,
  });

  it("is bound to the message that carries it", async () => {
    const id = await upload("hoa");
    await test.app.handleMessage(webMessage("hoa", `stored:${id}`));
    const rows = await test.app.database.query("select inbound_id is not null as bound from attachment");
    expect(rows).toEqual([{ bound: true }]);
    expect(await createAttachmentStore(test.app.database).read(id)).toEqual({
      id,
      kind: "photo",
      name: "cong.jpg",
      mediaType: "image/jpeg",
      content: Buffer.from("ảnh"),
    });
  });

  it("of someone else cannot be named", async () => {
    const id = await upload("hoa");
    await expect(test.app.handleMessage(webMessage("minh", `stored:${id}`))).rejects.toThrow(
      "is no upload of this conversation",
    );
    expect(await test.app.database.query("select 1 from inbound_message")).toEqual([]);
  });

  it("whose message never came is forgotten, others stay", async () => {
    const store = createAttachmentStore(test.app.database);
    const [stray, bound] = [await upload("hoa"), await upload("hoa")];
    await test.app.handleMessage(webMessage("hoa", `stored:${bound}`));
    await store.forgetStray(now);
    expect(await store.read(stray)).toBeDefined();
    await store.forgetStray(new Date(now.getTime() + 1));
    expect(await store.read(stray)).toBeUndefined();
    expect(await store.read(bound)).toBeDefined();
  });

  it("is counted with the others of its conversation since an instant", async () => {
    await upload("hoa");
    await upload("hoa");
    await upload("minh");
    const since = (instant: Date) =>
      createAttachmentStore(test.app.database).uploadedSince(
        { channel: "web", conversationId: "hoa" },
        instant,
      );
    expect(await since(new Date(now.getTime() - 1))).toEqual({ count: 2, sizeBytes: 2 * 5 });
    expect(await since(now)).toEqual({ count: 0, sizeBytes: 0 });
  });
});
