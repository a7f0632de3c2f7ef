import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestWeb, type TestWeb } from "../support/http-web.ts";
import type { Visitor } from "../support/http-visitor.ts";

let web: TestWeb;
let hoa: Visitor;
beforeAll(async () => {
  web = await openTestWeb();
  web.answers(({ content }) => [
    { blocks: [{ kind: "paragraph", text: content.kind === "text" ? `Trả lời: ${content.text}` : "" }] },
  ]);
});
afterAll(() => web[Symbol.asyncDispose]());
beforeEach(async () => {
  web.isDatabaseAway = false;
  hoa = web.visitor();
  await hoa.get("/");
});

async function ask(text: string): Promise<string> {
  const id = crypto.randomUUID();
  await hoa.post("/chat/messages", { id, text });
  return id;
}

describe("the stream of replies", () => {
  it("brings each new reply with the question it answers", async () => {
    await using stream = await hoa.listen("0");
    const id = await ask("Hồ sơ đến đâu?");
    const event = await stream.next();
    expect(event!.html).toContain(`id="said-${id}"`);
    expect(event!.html).toContain("Trả lời: Hồ sơ đến đâu?");
    expect(event!.html).toContain(`id="reply-${event!.id}"`);
  });

  it("goes on where the browser was, losing nothing and repeating nothing", async () => {
    const first = await hoa.listen("0");
    await ask("một");
    const { id: seen } = (await first.next())!;
    await first[Symbol.asyncDispose]();
    await ask("hai");
    await ask("ba");
    await using second = await hoa.listen("0", seen);
    expect((await second.next())!.html).toContain("Trả lời: hai");
    expect((await second.next())!.html).toContain("Trả lời: ba");
    await ask("bốn");
    expect((await second.next())!.html).toContain("Trả lời: bốn");
  });

  it("keeps lines as lines, whatever ends them", async () => {
    await using stream = await hoa.listen("0");
    web.tells(web.heard.at(-1)!.conversationId, { blocks: [] });
    await ask("một\ndata: giả\n\nid: 9\r\nba");
    expect((await stream.next())!.html).toContain("Trả lời: một\ndata: giả\n\nid: 9\nba");
  });

  it("brings what the assistant says unasked", async () => {
    await ask("Xin chào");
    await using stream = await hoa.listen("0");
    await stream.next();
    const { conversationId } = web.heard.at(-1)!;
    web.tells(conversationId, { blocks: [{ kind: "paragraph", text: "Hồ sơ đã xong" }] });
    const { html } = (await stream.next())!;
    expect(html).toContain("Hồ sơ đã xong");
    expect(html).not.toContain("said-");
  });

  it("serves every tab of the same browser", async () => {
    await using one = await hoa.listen("0");
    await using two = await hoa.listen("0");
    await ask("Xin chào");
    expect((await one.next())!.html).toBe((await two.next())!.html);
  });

  it("finds by itself a reply that was never signalled", async () => {
    await using quiet = await openTestWeb(
      { heartbeatMs: 20 },
      { outbox: { subscribe: () => () => undefined } },
    );
    const minh = quiet.visitor();
    await minh.get("/");
    await using stream = await minh.listen("0");
    await minh.post("/chat/messages", { id: crypto.randomUUID(), text: "Xin chào" });
    expect((await stream.next())!.html).toContain("Xin chào");
  });

  it("ends when the database goes away, for the browser to come back", async () => {
    await using stream = await hoa.listen("0");
    await ask("Xin chào");
    await stream.next();
    web.isDatabaseAway = true;
    web.tells(web.heard.at(-1)!.conversationId, { blocks: [] });
    expect(await stream.next()).toBeUndefined();
  });

  it("ends when the server closes, which waits for nobody's browser", async () => {
    const closing = await openTestWeb();
    const minh = closing.visitor();
    await minh.get("/");
    const stream = await minh.listen("0");
    await closing[Symbol.asyncDispose]();
    expect(await stream.next()).toBeUndefined();
  });

  it("is forgotten when the browser leaves", async () => {
    await expect.poll(() => web.listeners()).toBe(0);
    const stream = await hoa.listen("0");
    await expect.poll(() => web.listeners()).toBe(1);
    await stream[Symbol.asyncDispose]();
    await expect.poll(() => web.listeners()).toBe(0);
  });

  it.each(["-1", "1; drop table outbox", "9".repeat(19)])("knows no place called %s", async (after) => {
    const response = await hoa.get(`/chat/stream?after=${encodeURIComponent(after)}`);
    expect(response.status).toBe(400);
  });

  it("is for browsers that have a conversation", async () => {
    expect((await web.visitor().get("/chat/stream")).status).toBe(400);
  });

  it("is not kept, transformed or held back on its way", async () => {
    const response = await hoa.get("/chat/stream");
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    await response.body!.cancel();
  });
});
