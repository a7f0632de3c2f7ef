import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Block } from "../../src/conversation/reply.ts";
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
  web.isDemonstration = false;
  web.heard.length = 0;
  hoa = web.visitor();
});

const id = () => crypto.randomUUID();

async function pageAfter(blocks: Block[]): Promise<string> {
  web.answers(() => [{ blocks }]);
  await hoa.get("/");
  await hoa.post("/chat/messages", { id: id(), text: "Xin chào" });
  return (await hoa.get("/")).text();
}

describe("the chat page", () => {
  it("greets a new visitor with things to ask, in Vietnamese", async () => {
    const response = await hoa.get("/");
    const page = await response.text();
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(page).toContain('<html lang="vi">');
    expect(page).toContain("Sở Tư pháp");
    expect(page).toMatch(/<button[^>]*>Tra cứu hồ sơ<\/button>/);
    expect(page).not.toContain("Dữ liệu minh hoạ");
  });

  it("speaks English to who asks for it, from then on", async () => {
    const response = await hoa.get("/?lang=en");
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
    expect(await (await hoa.get("/")).text()).toContain('<html lang="en">');
  });

  it("keeps Vietnamese when asked for a language it does not have", async () => {
    expect(await (await hoa.get("/?lang=fr")).text()).toContain('<html lang="vi">');
  });

  it("gives an id that nobody guesses, and a new one for a forged one", async () => {
    const cookie = (await hoa.get("/")).headers.getSetCookie().find((line) => line.includes("motcua_chat"));
    expect(cookie).toMatch(/^motcua_chat=[0-9a-f]{32}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const forged = await hoa.get("/", { cookie: "motcua_chat=../../etc" });
    expect(forged.headers.getSetCookie()[0]).toMatch(/^motcua_chat=[0-9a-f]{32};/);
  });

  it("behind HTTPS keeps its cookie to HTTPS and this host", async () => {
    await using secure = await openTestWeb({ publicUrl: "https://motcua.example.vn" });
    const response = await secure.visitor().get("/");
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-motcua_chat=.*; Secure; /);
    expect(response.headers.get("strict-transport-security")).toContain("max-age=31536000");
  });

  it("lets nothing in from elsewhere and is framed by nobody", async () => {
    const { headers } = await hoa.get("/");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
        "form-action 'self';frame-ancestors 'none';base-uri 'none'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  it("shows every kind of block as what it is", async () => {
    const page = await pageAfter([
      { kind: "paragraph", text: "Quá hạn", tone: "warning" },
      { kind: "heading", text: "Hồ sơ" },
      { kind: "facts", facts: [{ label: "Tiếp nhận", value: "2.654" }] },
      { kind: "list", items: ["Tờ khai"] },
      { kind: "table", head: ["Lĩnh vực", "Nhận"], rows: [["Hộ tịch", "12"]] },
      { kind: "link", label: "Cổng dịch vụ công", url: "https://dichvucong.gov.vn/" },
      { kind: "buttons", buttons: [{ label: "Kỳ trước", say: "/thongke quy4 2020" }] },
    ]);
    expect(page).toContain('<p class="warning">Quá hạn</p>');
    expect(page).toContain("<h3>Hồ sơ</h3>");
    expect(page).toContain("<dt>Tiếp nhận</dt><dd>2.654</dd>");
    expect(page).toContain("<li>Tờ khai</li>");
    expect(page).toContain('<th scope="col">Nhận</th>');
    expect(page).toContain('<th scope="row">Hộ tịch</th><td>12</td>');
    expect(page).toContain('href="https://dichvucong.gov.vn/"');
    expect(page).toMatch(/<button class="button" name="say" value="\/thongke quy4 2020">Kỳ trước<\/button>/);
  });

  it("escapes whatever people and catalogues write", async () => {
    const page = await pageAfter([
      { kind: "paragraph", text: "<img src=x onerror=alert(1)>" },
      { kind: "link", label: "Xem", url: "javascript:alert(1)" },
      { kind: "buttons", buttons: [{ label: '"><script>', say: '"><script>' }] },
    ]);
    expect(page).toContain("&lt;img src=x");
    expect(page).not.toMatch(/<img src=x|href="javascript|"><script>/);
  });

  it("says that the service is interrupted while the database is away", async () => {
    web.isDatabaseAway = true;
    const response = await hoa.get("/");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("Hệ thống đang tạm gián đoạn.");
  });
});

describe("without a script", () => {
  it("a form posts, and the page that follows shows the answer", async () => {
    web.answers(() => [{ blocks: [{ kind: "paragraph", text: "Chào chị Hoa" }] }]);
    await hoa.get("/");
    const response = await hoa.submit("/chat/messages", { id: id(), text: "Xin chào" });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/#message"]);
    expect(await (await hoa.get("/")).text()).toContain("Chào chị Hoa");
  });

  it("the same form sent twice is one message", async () => {
    await hoa.get("/");
    const form = { id: id(), text: "Xin chào" };
    await hoa.submit("/chat/messages", form);
    expect((await hoa.submit("/chat/messages", form)).status).toBe(303);
    expect(web.heard).toHaveLength(1);
  });

  it("a text that is too long comes back to be shortened, with the reason", async () => {
    await hoa.get("/");
    const response = await hoa.submit("/chat/messages", { id: id(), text: `rất dài ${"a".repeat(4_000)}` });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain("Tin nhắn dài 4008 ký tự");
    expect(page).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>rất dài a+<\/textarea>/);
  });
});

describe("the demonstration", () => {
  it("says so and lets one speak as a leader, until it is over", async () => {
    web.isDemonstration = true;
    expect(await (await hoa.get("/")).text()).toContain("Lãnh đạo: Lê Quang Minh");
    const response = await hoa.submit("/chat/speaker", { speaker: "minh" });
    expect(response.status).toBe(303);
    await hoa.post("/chat/messages", { id: id(), text: "/thongke" });
    expect(web.heard.at(-1)!.speakAs).toBe("minh");
    expect(await (await hoa.get("/")).text()).toMatch(/<option value="minh" selected>/);
    web.isDemonstration = false;
    await hoa.post("/chat/messages", { id: id(), text: "/thongke" });
    expect(web.heard.at(-1)!.speakAs).toBeUndefined();
  });

  it.each([["giamdoc"], [""]])("does not know the role %j", async (speaker) => {
    web.isDemonstration = true;
    await hoa.get("/");
    expect((await hoa.submit("/chat/speaker", { speaker })).status).toBe(422);
  });

  it("is the only place where one may choose a role", async () => {
    await hoa.get("/");
    expect((await hoa.submit("/chat/speaker", { speaker: "minh" })).status).toBe(404);
  });
});
