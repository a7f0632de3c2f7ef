import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../support/browser.ts";
import { openTestWeb, type TestWeb } from "../support/http-web.ts";

let web: TestWeb;
let portal: Server;
let portalUrl: string;
let strangerUrl: string;
beforeAll(async () => {
  portal = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader(
      "content-security-policy",
      `default-src 'none'; script-src ${web.url}; frame-src ${web.url}`,
    );
    response.end(
      `<!doctype html><html lang="vi"><title>Cổng thông tin</title><h1>Cổng thông tin</h1>` +
        `<script src="${web.url}/widget.js"${request.url === "/en" ? ' data-lang="en"' : ""}></script></html>`,
    );
  });
  await new Promise<void>((resolve) => portal.listen(0, resolve));
  const { port } = portal.address() as AddressInfo;
  // Another host than the assistant's: to the browser another site altogether.
  portalUrl = `http://localhost:${port}`;
  strangerUrl = `http://[::1]:${port}`;
  web = await openTestWeb({ widgetOrigins: [portalUrl] });
});
afterAll(async () => {
  portal.close();
  await web[Symbol.asyncDispose]();
});

describe("the widget", () => {
  it("is not there where no origin is named", async () => {
    await using other = await openTestWeb();
    for (const path of ["/widget.js", "/khung-tro-chuyen"])
      expect((await other.visitor().get(path)).status).toBe(404);
  });

  it("may be framed by the origins named alone, and no other page of ours by any", async () => {
    const frame = (await web.visitor().get("/khung-tro-chuyen")).headers;
    expect(frame.get("content-security-policy")).toContain(`frame-ancestors ${portalUrl}`);
    expect(frame.get("x-frame-options")).toBeNull();
    const page = (await web.visitor().get("/")).headers;
    expect(page.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(page.get("x-frame-options")).not.toBeNull();
  });

  it("keeps its conversation in a cookie of the site around it alone", async () => {
    const [cookie] = (await web.visitor().get("/khung-tro-chuyen")).headers.getSetCookie();
    for (const attribute of ["HttpOnly", "Secure", "SameSite=None", "Partitioned"])
      expect(cookie).toContain(attribute);
  });
});

describe.runIf(hasChromium)("in a browser that keeps no cookies of others", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--test-third-party-cookie-phaseout"],
    });
  });
  afterAll(() => browser.close());

  async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(url);
    return page;
  }

  it("opens by keyboard, holds a conversation over pages of the portal, and closes by Escape", async () => {
    const page = await open(portalUrl);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const box = page.frameLocator("iframe").getByLabel("Tin nhắn của anh/chị");
    await box.waitFor();
    await expect
      .poll(() => box.evaluate((element) => element === element.ownerDocument.activeElement))
      .toBe(true);
    await page.keyboard.type("hồ sơ của tôi");
    await page.keyboard.press("Enter");
    await page.frameLocator("iframe").getByText("Đã nghe").waitFor();
    await page.keyboard.press("Escape");
    const button = page.getByRole("button", { name: "Hỏi trợ lý" });
    await expect.poll(() => button.getAttribute("aria-expanded")).toBe("false");
    await page.reload();
    await page.getByRole("button", { name: "Hỏi trợ lý" }).click();
    await page.frameLocator("iframe").getByText("Đã nghe").waitFor();
    expect(web.heard.at(-1)).toMatchObject({ content: { kind: "text", text: "hồ sơ của tôi" } });
  });

  it("takes the whole of a small screen, and nothing scrolls sideways", async () => {
    const page = await open(portalUrl, { viewport: { width: 360, height: 640 } });
    await page.getByRole("button", { name: "Hỏi trợ lý" }).click();
    const box = await page.getByRole("dialog", { name: "Trợ lý Một Cửa" }).boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, width: 360, height: 640 });
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  });

  it("speaks English where the page says so", async () => {
    const page = await open(`${portalUrl}/en`);
    await page.getByRole("button", { name: "Ask the assistant" }).click();
    const send = page.frameLocator("iframe").getByRole("button", { name: "Send" });
    await expect.poll(() => send.isVisible()).toBe(true);
  });

  it("shows nothing on a page of another origin, and its frame neither", async () => {
    const said: string[] = [];
    const page = await (await browser.newContext()).newPage();
    page.on("console", (message) => said.push(message.text()));
    await page.goto(strangerUrl);
    await expect.poll(() => said.some((text) => text.includes("is not among WIDGET_ORIGINS"))).toBe(true);
    expect(await page.getByRole("button").count()).toBe(0);
    await page.evaluate(
      `const frame = document.createElement("iframe"); frame.src = "${web.url}/khung-tro-chuyen"; document.body.append(frame)`,
    );
    await expect.poll(() => said.some((text) => text.includes("frame-ancestors"))).toBe(true);
    expect(await page.frameLocator("iframe").getByRole("textbox").count()).toBe(0);
  });
});
