import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backgroundWork } from "../../src/background-work.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { createAttachmentStore } from "../../src/persistence/attachment-store.ts";
import { photograph } from "../photos/photographs.ts";
import { wordsOf } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const now = new Date("2026-11-23T02:00:00Z");
let test: TestApp;
let code: string;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
  const [dossier] = await test.app.database.query<{ code: string }>(
    "select code from dossier where resolved_at is null and is_counted order by id limit 1",
  );
  code = dossier!.code;
});
afterAll(() => test[Symbol.asyncDispose]());

/** Somebody who sends things from a browser of their own, and reads what comes. */
function visitor() {
  const conversation = { channel: "web", conversationId: randomUUID() };
  const { app } = test;
  let read = 0;
  async function send(content: Parameters<typeof app.handleMessage>[0]["content"]): Promise<void> {
    await app.handleMessage({ id: randomUUID(), ...conversation, content, sentAt: now });
  }
  return {
    says: (text: string) => send({ kind: "text", text }),
    async sendsPhoto(content: Buffer, text?: string) {
      const upload = { conversation, kind: "photo", mediaType: "image/png", content } as const;
      const id = await createAttachmentStore(app.database).keep(upload, now);
      await send({
        kind: "media",
        attachments: [{ kind: "photo", ref: `stored:${id}` }],
        ...(text !== undefined && { text }),
      });
    },
    /** What has come since the last look, once the workers have been at it. */
    async reads(): Promise<string> {
      await Promise.all([backgroundWork(app, []).deliver(), backgroundWork(app, []).deliver()]);
      const rows = await app.database.query<{ reply: Reply }>(
        `select o.reply from outbox o join conversation c on c.id = o.conversation_id
         where c.external_id = $1 order by o.id offset $2`,
        [conversation.conversationId, read],
      );
      read += rows.length;
      return wordsOf(rows.map(({ reply }) => reply));
    },
  };
}

describe("a photo of a receipt", () => {
  it("is answered as if its code had been typed, once", async () => {
    const typed = visitor();
    await typed.says(code);
    const hoa = visitor();
    await hoa.sendsPhoto(await photograph(code, { turned: 8 }));
    expect(await hoa.reads()).toBe(
      `Đã nhận ảnh. Trợ lý đang tìm mã hồ sơ trên ảnh.\n[Gửi phản ánh]\n${await typed.reads()}`,
    );
    expect(await hoa.reads()).toBe("");
  });

  it("may have an address in its code", async () => {
    const hoa = visitor();
    await hoa.sendsPhoto(await photograph(`https://dvc.example/tra-cuu?ma=${encodeURIComponent(code)}&x=1`));
    expect(await hoa.reads()).toContain(code);
  });

  it("in which nothing can be read is asked for again, with how to take it", async () => {
    const hoa = visitor();
    await hoa.sendsPhoto(await photograph(code, { blur: 30 }));
    const words = await hoa.reads();
    expect(words).toContain("không đọc được mã QR hay mã vạch nào");
    expect(words).toContain("chụp lại thẳng góc");
    expect(words).toContain("[Gửi phản ánh]");
  });

  it("stays an attachment in a form, and with words beside it", async () => {
    const hoa = visitor();
    await hoa.says("/phananh");
    await hoa.sendsPhoto(await photograph(code));
    const tuan = visitor();
    await tuan.sendsPhoto(await photograph(code), "phản ánh: chờ lâu");
    for (const words of [await hoa.reads(), await tuan.reads()])
      expect(words).not.toContain("Đã nhận ảnh. Trợ lý");
    expect(
      await test.app.database.query("select attachment_id from photo_reading where read_at is null"),
    ).toEqual([]);
  });
});
