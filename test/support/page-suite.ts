import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { hasChromium, openBrowser } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A mark that a page must show as text: put it into every text that people write, and nothing of it becomes an element. */
export const hostileText = `<b data-injected>"đậm"</b><script data-injected>alert(1)</script>`;

/** A name as long as they come, in places that are made for short ones. */
export const longName =
  "Công Tằng Tôn Nữ Nguyễn Phúc Thị Phương-Thảo-Quỳnh-Anh, Trung tâm Phục vụ hành chính công Nguyễn-Trãi-Thanh-Xuân";

export interface SuitePage {
  /** What the page is, for the test's name. */
  name: string;
  address: string | (() => string);
  /** Whom it is shown to; a public page's is left out. */
  as?: string;
  /** It shows `hostileText`, which was put into its data. */
  isHostile?: boolean;
  /** What it answers; 200 when left out. */
  status?: number;
}

export interface SuiteSetting {
  url: () => string;
  /** The address of a fresh link to sign in by. */
  signInLink: (username: string) => Promise<string>;
}

interface Cookie {
  name: string;
  value: string;
  url: string;
}

const widths = [360, 768, 1280, 1920];
const firstLoadBytes = 100 * 1024;

/**
 * What every page must pass, each as a test: nobody gets in who is not signed in; axe finds nothing in both themes,
 * with everything opened; nothing scrolls sideways; what people wrote stays text; no script fails and no policy is
 * broken; it says the same without scripts; the first load is small. With MOTCUA_SCREENSHOTS set to a folder, pictures
 * in both themes at 360 and 1280 pixels are left there.
 */
export function itIsAWholePage(pages: readonly SuitePage[], { url, signInLink }: SuiteSetting): void {
  let browser: Promise<Browser> | undefined;
  const cookies = new Map<string, Cookie>();
  afterAll(async () => (await browser)?.close());

  async function signIn(username: string): Promise<Cookie> {
    const { headers } = await fetch(url() + (await signInLink(username)), {
      method: "POST",
      headers: { origin: url() },
      redirect: "manual",
    });
    const [, name, value] = /^([^=]+)=([^;]+)/.exec(headers.getSetCookie()[0]!)!;
    return { name: name!, value: value!, url: url() };
  }

  describe.runIf(hasChromium).each(pages)("$name", ({ name, address, as, isHostile, status = 200 }) => {
    const whole = () => url() + (typeof address === "string" ? address : address());

    async function open(options: BrowserContextOptions = {}): Promise<BrowserContext> {
      browser ??= openBrowser();
      const context = await (await browser).newContext({ viewport: { width: 360, height: 800 }, ...options });
      if (as === undefined) return context;
      if (!cookies.has(as)) cookies.set(as, await signIn(as));
      await context.addCookies([cookies.get(as)!]);
      return context;
    }
    async function show(context: BrowserContext): Promise<Page> {
      const page = await context.newPage();
      expect((await page.goto(whole()))!.status()).toBe(status);
      return page;
    }
    const openEverything = (page: Page) =>
      page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");

    it.runIf(as !== undefined)("is shut to whoever is not signed in", async () => {
      expect((await fetch(whole(), { headers: { accept: "text/html" } })).status).toBe(401);
    });

    it.each([
      ["light", 360],
      ["dark", 1280],
    ] as const)("has no fault that axe finds, in %s at %i pixels", async (colorScheme, width) => {
      await using context = await open({ colorScheme, bypassCSP: true });
      const page = await show(context);
      await leavePictures(page, `${name}-${colorScheme}`);
      await page.setViewportSize({ width, height: 800 });
      await openEverything(page);
      await page.addScriptTag({ content: axe });
      const { violations } = await page.evaluate<{
        violations: { id: string; nodes: { html: string }[] }[];
      }>("axe.run()");
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });

    it("scrolls sideways at no width, and lets no word run out of its box", async () => {
      await using context = await open();
      const page = await show(context);
      await openEverything(page);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
        expect([width, Math.max(0, over)]).toEqual([width, 0]);
      }
    });

    it("keeps to its policy, runs without a fault, and is small", async () => {
      await using context = await open();
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("console", (message) => {
        // The browser itself says so of every page that answers 4xx.
        const isOwnStatus = message.location().url === whole() && status >= 400;
        if (message.type() === "error" && !isOwnStatus) faults.push(message.text());
      });
      page.on("pageerror", (error) => faults.push(error.message));
      let bytes = 0;
      page.on("requestfinished", (request) => {
        void request.sizes().then((sizes) => (bytes += sizes.responseBodySize));
      });
      await page.goto(whole());
      await page.evaluate("document.fonts.ready.then(() => 1)");
      expect(faults).toEqual([]);
      expect(bytes).toBeLessThanOrEqual(firstLoadBytes);
    });

    it("says the same without scripts, and what people wrote as they wrote it", async () => {
      await using context = await open({ javaScriptEnabled: false });
      const page = await show(context);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("[data-injected]").count()).toBe(0);
      expect((await page.content()).includes("&lt;b data-injected")).toBe(isHostile === true);
      await using scripted = await open();
      const other = await show(scripted);
      expect(await other.locator("[data-injected]").count()).toBe(0);
      expect(await other.locator("h1").innerText()).toBe(await page.locator("h1").innerText());
    });
  });
}

async function leavePictures(page: Page, name: string): Promise<void> {
  const folder = process.env["MOTCUA_SCREENSHOTS"];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll(/[đĐ]/g, "d")
    .replaceAll(/[^\w]+/g, "-");
  await page.evaluate("document.fonts.ready.then(() => 1)");
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: join(folder, `${plain}-${width}.png`), fullPage: true });
  }
}
