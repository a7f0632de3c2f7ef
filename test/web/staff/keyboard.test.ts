import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSignInStore } from "../../../src/persistence/sign-in-store.ts";
import { serve, type Serving } from "../../../src/serve.ts";
import { hasChromium, openBrowser } from "../../support/browser.ts";
import { focusName, tabTo } from "../../support/by-keyboard.ts";
import { createFeedbackTown, type Citizen, type FeedbackTown } from "../../support/feedback-town.ts";
import { signIn } from "../../support/signed-in.ts";

let town: FeedbackTown;
let serving: Serving;
let browser: Browser;
let context: BrowserContext;
let hoa: Citizen;
let page: Page;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "web");
  hoa = await town.citizen("Hoa");
  if (!hasChromium) return;
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});

const at = (address: string) => page.goto(serving.url! + address);
const isInMain = () =>
  page.evaluate<boolean>("document.querySelector('main').contains(document.activeElement)");

describe.runIf(hasChromium)("by the keyboard alone", () => {
  it("a leader signs in, skips to the content, finds a case, writes its answer, and comes back to what was looked for", async () => {
    const { code } = await hoa.files("Chờ bản sao trích lục quá lâu");
    await hoa.files("Vỉa hè bị lấn chiếm");
    await at(`/vao/${await createSignInStore(town.test.app.database).issue("lan", town.now)}`);
    await tabTo(page, "Đăng nhập");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/lamviec");
    await tabTo(page, "Đến nội dung");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("content");

    await at("/lamviec/phananh");
    await tabTo(page, /^Tìm theo/);
    await page.keyboard.type("trich luc");
    await page.keyboard.press("Enter");
    await page.waitForURL("**tim=trich*");
    expect(await page.getByText("Vỉa hè").count()).toBe(0);
    await tabTo(page, code);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/${code}`);

    await tabTo(page, "Soạn trả lời");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Dạ, bản sao đã có, mời bà đến nhận.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Đã lưu dự thảo" }).waitFor();
    await tabTo(page, "Gửi trả lời");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Nội dung đã trả lời" }).waitFor();
    expect((await town.find(code)).answer).toBe("Dạ, bản sao đã có, mời bà đến nhận.");

    await at("/lamviec/phananh?tim=via+he");
    await tabTo(page, /^PA-/);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/PA-*");
    await page.goBack();
    await page.waitForURL("**tim=via+he");
    expect(await page.getByRole("searchbox").inputValue()).toBe("via he");
  });

  it("is told of what is new in the queue, and goes on in the list after it came", async () => {
    await at("/lamviec/phananh?tim=den+duong");
    const { code } = await hoa.files("Đèn đường hỏng trước cổng trường");
    const news = page.locator("#news");
    await news.waitFor({ timeout: 20_000 });
    expect(await page.getByRole("status").filter({ has: news }).count()).toBe(1);
    await tabTo(page, /thay đổi mới/);
    await page.keyboard.press("Enter");
    await page.getByText(code).waitFor();
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("queue");
    await tabTo(page, code);
  });

  it("goes through the areas of a phone's navigation, which Escape closes again", async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    await at("/lamviec");
    await tabTo(page, "Mục lục");
    await page.keyboard.press("Enter");
    await tabTo(page, "Phản ánh, kiến nghị");
    await page.keyboard.press("Escape");
    expect(await focusName(page)).toBe("Mục lục");
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it("looks a dossier up on the page for everybody, and hears what is wrong where it is written", async () => {
    await at("/cong-khai");
    await tabTo(page, /^Mã hồ sơ/);
    await page.keyboard.type("abc");
    await page.keyboard.press("Enter");
    await page.getByText("Mã chưa đúng").waitFor();
    expect(await isInMain()).toBe(true);
  });

  it("talks with the assistant", async () => {
    await at("/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.type("xin chào");
    await page.keyboard.press("Enter");
    await page.locator("#log .replied").first().waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("message");
  });
});

describe.runIf(hasChromium)("a page that stays open", () => {
  it("says that it hears nothing more, and takes that back once it hears again", async () => {
    await page.route("**/phananh/moi*", (route) => route.abort("connectionrefused"));
    await at("/lamviec/phananh");
    const lost = page.locator("[data-lost]");
    await expect.poll(() => lost.isVisible(), { timeout: 20_000 }).toBe(true);
    await page.unroute("**/phananh/moi*");
    await expect.poll(() => lost.isVisible(), { timeout: 20_000 }).toBe(false);
  });
});

describe("a form that comes after its session has ended", () => {
  it("does nothing, and shows what was written", async () => {
    const { code, version } = await hoa.files("Hỏi giờ làm việc ngày thứ Bảy");
    const lan = await signIn("lan", town, serving);
    const token = /name="token" value="([^"]+)"/.exec(await lan.reads("/lamviec"))![1]!;
    await town.test.app.database.query("delete from staff_session");
    const text = "Dạ, <b>sáng thứ Bảy</b> từ 7:30 đến 11:30.";
    const answer = await lan.submit(`/lamviec/phananh/${code}/soan`, {
      token,
      version: String(version),
      text,
    });
    const told = await answer.text();
    expect(answer.status).toBe(401);
    expect(told).toContain("Phiên làm việc đã hết");
    expect(told).toContain("Dạ, &lt;b>sáng thứ Bảy&lt;/b> từ 7:30 đến 11:30.</textarea>");
    expect(told).not.toContain(token);
    expect((await town.find(code)).version).toBe(version);
  });
});

describe("ten thousand", () => {
  it("cases and dossiers are shown a page at a time, small and soon", async () => {
    const { database } = town.test.app;
    await database.query(
      `insert into feedback (code, source, source_code, content, received_at, due_at, status, unit_id)
       select 'PA-2024-' || lpad(n::text, 6, '0'), 'other', 'many-' || n, 'Việc thứ ' || n, '2026-11-20',
              '2026-12-01'::timestamptz + n * interval '1 minute', 'assigned', (select id from unit where code = 'STP.HCTP')
       from generate_series(1, 10000) n`,
    );
    await database.query(
      `insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
       select 'NHIEU', 'Cấp bản sao trích lục', id, 'full', 'none', true, now() from field`,
    );
    await database.query(
      `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, interlinked)
       select 'H57.16-261101-' || lpad(n::text, 5, '0'), (select id from procedure where code = 'NHIEU'),
              (select id from unit where code = 'STP.HCTP'), 'online', 'in-progress', '2026-11-01', '2026-12-01', 'none'
       from generate_series(1, 10000) n`,
    );
    const lan = await signIn("lan", town, serving);
    for (const address of ["/lamviec/phananh", "/lamviec/hoso", "/lamviec?cua=donvi&xem=tatca"]) {
      const html = await lan.reads(address);
      const rows = html.match(/<li class="row/g)?.length ?? 0;
      expect([address, rows > 10 && rows <= 100, html.length < 200_000]).toEqual([address, true, true]);
      expect(html).toContain('rel="next"');
    }
  });
});
