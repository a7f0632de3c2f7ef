import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestWeb, type TestWeb } from "../support/http-web.ts";
import type { Visitor } from "../support/http-visitor.ts";

let web: TestWeb;
let hoa: Visitor;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web[Symbol.asyncDispose]());
beforeEach(async () => {
  web.isDatabaseAway = false;
  web.heard.length = 0;
  hoa = web.visitor();
  await hoa.get("/");
});

const id = () => crypto.randomUUID();

async function problemOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { error: unknown }).error;
}

describe("a message to the web chat", () => {
  it("reaches the conversation of the browser that sent it", async () => {
    const response = await hoa.post("/chat/messages", {
      id: id(),
      text: "  Hồ sơ của tôi\r\nđến đâu rồi?\u0000 ",
    });
    expect(await response.json()).toEqual({ kind: "answered" });
    const [message] = web.heard;
    expect(message).toMatchObject({
      channel: "web",
      content: { kind: "text", text: "Hồ sơ của tôi\nđến đâu rồi?" },
    });
    expect(message!.conversationId).toMatch(/^[0-9a-f]{32}$/);
    expect(message).not.toHaveProperty("language");
  });

  it("sent twice under one id is taken once", async () => {
    const message = { id: id(), text: "Xin chào" };
    await hoa.post("/chat/messages", message);
    expect(await (await hoa.post("/chat/messages", message)).json()).toEqual({ kind: "duplicate" });
    expect(web.heard).toHaveLength(1);
  });

  it("of another browser belongs to another conversation", async () => {
    const minh = web.visitor();
    await minh.get("/");
    await hoa.post("/chat/messages", { id: id(), text: "chị Hoa hỏi" });
    await minh.post("/chat/messages", { id: id(), text: "anh Minh hỏi" });
    expect(new Set(web.heard.map(({ conversationId }) => conversationId)).size).toBe(2);
    expect(await (await minh.get("/")).text()).not.toContain("chị Hoa hỏi");
  });

  it("may be a pressed button", async () => {
    await hoa.post("/chat/messages", { id: id(), say: "/thongke quy1", label: "Thống kê quý I" });
    expect(web.heard[0]!.content).toEqual({ kind: "button", say: "/thongke quy1", label: "Thống kê quý I" });
  });

  it("carries the language once the person has chosen one", async () => {
    await hoa.get("/?lang=en");
    await hoa.post("/chat/messages", { id: id(), text: "Hello" });
    expect(web.heard[0]!.language).toBe("en");
  });

  it.each([
    ["nothing written", { text: " \n " }, 422, "Anh/chị chưa nhập nội dung."],
    ["no text at all", {}, 422, "Anh/chị chưa nhập nội dung."],
    ["text that is no text", { text: { $gt: "" } }, 422, "Anh/chị chưa nhập nội dung."],
    ["too long a text", { text: "ỗ".repeat(4_001) }, 422, "Tin nhắn dài 4001 ký tự, quá 4000 ký tự"],
    ["half of an emoji alone", { text: "\ud83d" }, 422, "Anh/chị chưa nhập nội dung."],
    ["an id that is none", { id: "1", text: "Xin chào" }, 400, "Mã của tin nhắn không hợp lệ."],
    ["an id with markup", { id: `<script>${"x".repeat(20)}`, text: "Xin chào" }, 400, "Mã của tin nhắn"],
    ["a button that says too much", { say: "x".repeat(65) }, 422, "Nút bấm này không còn hợp lệ."],
    ["a button that says nothing", { say: "" }, 422, "Nút bấm này không còn hợp lệ."],
    ["a button with a novel on it", { say: "/help", label: "x".repeat(201) }, 422, "Nút bấm này"],
  ])("with %s is refused in a sentence", async (_case, body, status, sentence) => {
    const response = await hoa.post("/chat/messages", { id: id(), ...body });
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject({ message: expect.stringContaining(sentence) as string });
    expect(web.heard).toEqual([]);
  });

  it("of exactly 4,000 characters is taken, emoji counted as one each", async () => {
    const response = await hoa.post("/chat/messages", { id: id(), text: "🙂".repeat(4_000) });
    expect(response.status).toBe(200);
  });

  it("is refused in English to who chose English", async () => {
    await hoa.get("/?lang=en");
    const response = await hoa.post("/chat/messages", { id: id(), text: "" });
    expect(await problemOf(response)).toMatchObject({ message: "You have not typed anything." });
  });

  it.each([
    ["broken JSON", '{"id":', "application/json", 400, "không phải JSON hợp lệ"],
    ["an empty body", "", "application/json", 400, "không phải JSON hợp lệ"],
    ["plain text", "Xin chào", "text/plain", 415, "không đúng loại"],
    ["XML", "<x/>", "application/xml", 415, "không đúng loại"],
    ["more than the limit", JSON.stringify("x".repeat(70_000)), "application/json", 413, "quá lớn"],
    ["JSON that is no object", "null", "application/json", 400, "Mã của tin nhắn"],
    ["a poisoned prototype", '{"__proto__":{"id":1}}', "application/json", 400, ""],
  ])("as %s is refused in a sentence", async (_case, body, type, status, sentence) => {
    const response = await hoa.post("/chat/messages", body, { "content-type": type });
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject({ message: expect.stringContaining(sentence) as string });
  });

  it("from a browser that keeps no cookie is refused with the remedy", async () => {
    const response = await web.visitor().post("/chat/messages", { id: id(), text: "Xin chào" });
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({
      message: expect.stringContaining("cho phép cookie") as string,
    });
  });

  it("while the database is away is answered 503, to be sent again", async () => {
    web.isDatabaseAway = true;
    const response = await hoa.post("/chat/messages", { id: id(), text: "Xin chào" });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("10");
    expect(await problemOf(response)).toMatchObject({
      message: expect.stringContaining("tạm gián đoạn") as string,
    });
  });

  it("that breaks us is answered with an incident number and nothing of our insides", async () => {
    web.answers(() => {
      throw new Error("password=hunter2 at /srv/app.ts:1");
    });
    const response = await hoa.post("/chat/messages", { id: id(), text: "Xin chào" });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toMatch(/xin báo mã [0-9a-f-]{36}/);
    expect(text).not.toMatch(/hunter2|app\.ts|Error/);
    web.answers(() => []);
  });
});
