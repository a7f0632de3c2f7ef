import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSignInStore } from "../../../src/persistence/sign-in-store.ts";
import { serve, type Serving } from "../../../src/serve.ts";
import { hasChromium, openBrowser } from "../../support/browser.ts";
import { at, createFeedbackTown, type Citizen, type FeedbackTown } from "../../support/feedback-town.ts";
import { visitorOf, type Visitor } from "../../support/http-visitor.ts";

let town: FeedbackTown;
let serving: Serving;
let browser: Browser;
let hoa: Citizen;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "all");
  hoa = await town.citizen("Hoa");
  // A room beside the one that feedback goes to, with an officer of its own.
  await town.test.app.database.query(
    "insert into unit (code, name, parent_id) select 'STP.KHAC', 'Phòng Bổ trợ tư pháp và Công chứng', id from unit where code = 'STP'",
  );
  await town.test.app.database.query(
    "insert into staff_member (username, full_name, role, unit_id) select 'tu', 'Hoàng Tú', 'officer', id from unit where code = 'STP.KHAC'",
  );
  if (hasChromium) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});
beforeEach(() => {
  town.now = at("2026-11-23 08:00");
});

async function linkOf(username: string): Promise<string> {
  return `/vao/${await createSignInStore(town.test.app.database).issue(username, town.now)}`;
}

async function signedIn(username: string): Promise<Visitor> {
  const visitor = visitorOf(serving.url!);
  await visitor.submit(await linkOf(username), {});
  return visitor;
}

async function tokenOf(visitor: Visitor): Promise<string> {
  return /name="token" value="([^"]+)"/.exec(await (await visitor.get("/lamviec")).text())![1]!;
}

describe("a page of the staff", () => {
  const addresses = ["/lamviec", "/lamviec/phananh", "/lamviec/phananh/PA-2026-000001", "/lamviec/phien"];

  it.each(addresses)("is shut to whoever is not signed in: %s", async (address) => {
    expect((await visitorOf(serving.url!).get(address)).status).toBe(401);
  });

  it("takes no form of another site, of another session, or of nobody", async () => {
    const { code, version } = await hoa.files("Đèn đường hỏng");
    const minh = await signedIn("minh");
    const address = `/lamviec/phananh/${code}/nhan`;
    const form = { version: String(version), token: await tokenOf(minh) };
    expect((await minh.submit(address, { ...form, token: "" })).status).toBe(403);
    expect(
      (await minh.submit(address, { ...form, token: await tokenOf(await signedIn("minh")) })).status,
    ).toBe(403);
    expect((await minh.submit(address, form, { origin: "https://evil.example" })).status).toBe(403);
    expect((await visitorOf(serving.url!).submit(address, form)).status).toBe(401);
    expect((await town.find(code)).version).toBe(version);
    expect((await minh.submit(address, form)).status).toBe(303);
    expect((await town.find(code)).status).toBe("in-progress");
  });

  it("of another unit's case is as if there were none", async () => {
    const { code } = await hoa.files("Cống tắc trước nhà");
    const tu = await signedIn("tu");
    expect((await tu.get(`/lamviec/phananh/${code}`)).status).toBe(404);
    const form = { token: await tokenOf(tu) };
    expect((await tu.submit(`/lamviec/phananh/${code}/nhan`, form)).status).toBe(404);
    expect(await (await tu.get("/lamviec/phananh?tim=cong+tac")).text()).not.toContain(code);
    const minh = await signedIn("minh");
    expect((await minh.get(`/lamviec/phananh/${code}`)).status).toBe(200);
  });

  it("escapes what people wrote", async () => {
    const { code } = await hoa.files("<script>alert(1)</script>");
    const page = await (await (await signedIn("minh")).get(`/lamviec/phananh/${code}`)).text();
    expect(page).toContain("&lt;script>alert(1)");
    expect(page).not.toContain("<script>alert");
  });
});

describe("the queue", () => {
  it("is searched with marks or without, and says when there is nothing", async () => {
    const { code } = await hoa.files("Vỉa hè phố Đội Cấn bị lấn chiếm");
    const minh = await signedIn("minh");
    for (const words of ["Đội Cấn", "doi can", "VIA HE", code.toLowerCase()])
      expect(await (await minh.get(`/lamviec/phananh?tim=${encodeURIComponent(words)}`)).text()).toContain(
        code,
      );
    expect(await (await minh.get("/lamviec/phananh?tim=máy+bay")).text()).toContain("Không có phản ánh nào");
  });

  it("is leafed through without missing or repeating any", async () => {
    await town.test.app.database.query(
      `insert into feedback (code, source, source_code, content, received_at, due_at, status, unit_id)
       select 'PA-2025-' || lpad(n::text, 6, '0'), 'other', 'leaf-' || n, 'Việc lật trang ' || n, '2026-11-20',
              case when n % 7 = 0 then null else '2026-11-25'::timestamptz + (n % 5) * interval '1 hour' end, 'assigned',
              (select id from unit where code = 'STP.HCTP')
       from generate_series(1, 120) n`,
    );
    const minh = await signedIn("minh");
    const seen: string[] = [];
    let address: string | undefined = "/lamviec/phananh?tim=lat+trang";
    while (address) {
      const page = await (await minh.get(address)).text();
      seen.push(
        ...Array.from(page.matchAll(/href="\/lamviec\/phananh\/(PA-2025-\d+)"/g), ([, code]) => code!),
      );
      address = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });

  it("gives several to another unit at once, and says which could not be", async () => {
    const one = await hoa.files("Thu phí sai");
    const two = await hoa.files("Chờ quá lâu");
    const lan = await signedIn("lan");
    const body = new URLSearchParams([
      ["token", await tokenOf(lan)],
      ["unit", "STP.KHAC"],
      ["code", one.code],
      ["code", two.code],
      ["code", "PA-2026-999999"],
    ]);
    const answer = await lan.post("/lamviec/phananh/giao", body.toString(), {
      accept: "text/html",
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(answer.status).toBe(303);
    expect((await town.find(one.code)).unitCode).toBe("STP.KHAC");
    expect((await town.find(two.code)).unitCode).toBe("STP.KHAC");
    const page = await (await lan.get("/lamviec/phananh")).text();
    expect(page).toContain("Đã giao 2 phản ánh; 1 phản ánh không giao được");
  });
});

describe("a case", () => {
  it("changed by somebody else meanwhile keeps what was written and says what happened", async () => {
    const { code, version } = await hoa.files("Cấp giấy khai sinh chậm");
    const minh = await signedIn("minh");
    const token = await tokenOf(minh);
    await town.does(code, { kind: "accept" }, "lan");
    const form = { token, version: String(version), text: "Đã chuyển bộ phận một cửa" };
    const answer = await minh.submit(`/lamviec/phananh/${code}/soan`, form);
    const page = await answer.text();
    expect(answer.status).toBe(409);
    expect(page).toContain("Trần Thị Lan");
    expect(page).toContain("Đã chuyển bộ phận một cửa</textarea>");
  });

  it("says why nothing was done", async () => {
    const { code, version } = await hoa.files("Chưa nhận được giấy hẹn");
    const minh = await signedIn("minh");
    const form = { token: await tokenOf(minh), version: String(version), text: " " };
    const answer = await minh.submit(`/lamviec/phananh/${code}/ghichu`, form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('class="flash warning"');
    expect((await minh.submit(`/lamviec/phananh/${code}/constructor`, form)).status).toBe(404);
  });
});

async function openSignedIn(username: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  await page.goto(serving.url! + (await linkOf(username)));
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL("**/lamviec");
  await page.close();
  return context;
}

async function goTo(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(serving.url! + address);
  return page;
}

describe.runIf(hasChromium)("in a browser", () => {
  it("an answer is written and sent with the keyboard alone, without scripts", async () => {
    const { code } = await hoa.files("Xin hỏi giờ làm việc");
    const context = await openSignedIn("lan", { javaScriptEnabled: false });
    const page = await goTo(context, `/lamviec/phananh/${code}`);
    await page.getByText("Soạn trả lời").first().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Dạ, từ 7:30 đến 11:30.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Đã lưu dự thảo" }).waitFor();
    await page.getByRole("button", { name: "Gửi trả lời" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Nội dung đã trả lời" }).waitFor();
    expect((await town.find(code)).answer).toBe("Dạ, từ 7:30 đến 11:30.");
  });

  it("is set in its own face, from this origin", async () => {
    const page = await goTo(await openSignedIn("lan"), "/lamviec");
    const loaded = await page.evaluate(
      "document.fonts.ready.then((fonts) => [...fonts].filter((face) => face.status === 'loaded').length)",
    );
    expect(loaded).toBeGreaterThanOrEqual(2);
  });
});
