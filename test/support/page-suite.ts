import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { createSignInStore } from "../../src/persistence/sign-in-store.ts";
import type { Serving } from "../../src/serve.ts";
import type { WebRoute } from "../../src/web/server.ts";
import { hasChromium } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A mark that a page must show as text: put it into every text that people write, and nothing of it becomes an element. */
export const hostileText = `<b data-injected>"đậm"</b><script data-injected>alert(1)</script>`;

/** A name as long as they come, in places that are made for short ones. */
export const longName =
  "Công Tằng Tôn Nữ Nguyễn Phúc Thị Phương-Thảo-Quỳnh-Anh, Trung tâm Phục vụ hành chính công Nguyễn-Trãi-Thanh-Xuân";

interface WholePage {
  /** What the page is, for the test's name. */
  name: string;
  address: string | (() => string);
  /** Whom it is shown to; a public page's is left out. */
  as?: string;
  /** It shows `hostileText`, which was put into its data. */
  isHostile?: boolean;
  /** What it answers; 200 when left out. */
  status?: number;
  /** What is done at the address to come to the page, which a form answers with or a script makes. */
  through?: (page: Page) => Promise<unknown>;
}

/** A service with its people and what they have written, and the pages of it that are tried. */
export interface WholePlace {
  pages: readonly WholePage[];
  open(): Promise<OpenPlace>;
}

export interface OpenPlace extends AsyncDisposable {
  url: string;
  /** Every way in there is; of a place that is not the whole service, none. */
  routes?: readonly WebRoute[];
  /** The address of a fresh link to sign in by; a place without staff has none. */
  signInLink?: (username: string) => Promise<string>;
}

const widths = [360, 768, 1280, 1920];
/** Of the rules of axe. */
const rulesOfLooks = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];
const firstLoadBytes = 100 * 1024;

/** A service that is up, to be ended with what it is made of. */
export function openServed(
  serving: Serving,
  { app, now, town }: { app: App; now: () => Date; town: AsyncDisposable },
): OpenPlace {
  return {
    url: serving.url!,
    routes: serving.routes!,
    signInLink: async (username) => `/vao/${await createSignInStore(app.database).issue(username, now())}`,
    async [Symbol.asyncDispose]() {
      await serving[Symbol.asyncDispose]();
      await town[Symbol.asyncDispose]();
    },
  };
}

/**
 * What every page must pass, a test a page: nobody gets in who is not signed in; its first load is small; no script
 * fails and no policy is broken; axe finds nothing in both themes, with everything opened; nothing scrolls sideways at
 * any width; what people wrote stays text, and it says the same without scripts. `shown` hears what was tried.
 */
export function itIsWhole(
  place: WholePlace & { name: string },
  browser: () => Promise<Browser>,
  shown: (url: string) => void,
): void {
  describe.runIf(hasChromium).each([place])("$name", () => {
    let open: OpenPlace;
    const tabs = new Map<string | undefined, Promise<Tab>>();
    beforeAll(async () => {
      open = await place.open();
    });
    afterAll(async () => {
      for (const tab of tabs.values()) await (await tab).page.context().close();
      await open[Symbol.asyncDispose]();
    });
    function tabOf(username: string | undefined): Promise<Tab> {
      const tab = tabs.get(username) ?? openTab(browser, open, username);
      tabs.set(username, tab);
      return tab;
    }

    it.each(place.pages)("$name", async ({ address, as, isHostile = false, status = 200, through }) => {
      const url = open.url + (typeof address === "string" ? address : address());
      const tab = await tabOf(as);
      const { page } = tab;
      const faults: string[] = [];
      if (as !== undefined && (await textOf(url)).status !== 401) faults.push("lets strangers in");
      tab.begin(url, faults, status);
      await page.setViewportSize({ width: widths[0]!, height: 800 });
      await page.emulateMedia({ colorScheme: "light" });
      const first = await page.goto(url);
      await page.evaluate("document.fonts.ready.then(() => 1)");
      if (!through && first!.status() !== status) faults.push(`is answered ${first!.status()}`);
      if (tab.bytes() > firstLoadBytes) faults.push(`loads ${Math.round(tab.bytes() / 1024)} kB at first`);
      await through?.(page);
      shown(page.url());

      if (!through) faults.push(...(await differences(page, await textOf(url, tab.cookie))));
      faults.push(...(await injections(page, isHostile)));
      await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
      faults.push(...(await axeFaults(page, "light")));
      for (const width of widths.slice(1)) {
        faults.push(...(await overhang(page)));
        await page.setViewportSize({ width, height: 800 });
      }
      faults.push(...(await overhang(page)));
      await page.emulateMedia({ colorScheme: "dark" });
      faults.push(...(await axeFaults(page, "dark")));
      expect(faults).toEqual([]);
    });
  });
}

/** One member of staff at the browser, who keeps nothing of what was loaded before: every load is a first one. */
interface Tab {
  page: Page;
  /** What signs them in. */
  cookie: string;
  /** From now on is about the page at this address. */
  begin(url: string, faults: string[], status: number): void;
  /** What went over the line since, as it was sent: compressed, with its headers. */
  bytes(): number;
}

async function openTab(
  browser: () => Promise<Browser>,
  { url, signInLink }: OpenPlace,
  username: string | undefined,
): Promise<Tab> {
  const context = await (await browser()).newContext();
  let cookie = "";
  if (username !== undefined) {
    const answer = await fetch(url + (await signInLink!(username)), {
      method: "POST",
      headers: { origin: url },
      redirect: "manual",
    });
    cookie = answer.headers.getSetCookie()[0]!.split(";")[0]!;
    const [name, value] = cookie.split("=") as [string, string];
    await context.addCookies([{ name, value, url }]);
  }
  const page = await context.newPage();
  let now = { url: "", faults: [] as string[], status: 200, bytes: 0 };
  page.on("console", (message) => {
    // The browser itself says so of every page that answers 4xx.
    const isOwnStatus = now.status >= 400 && message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isOwnStatus) now.faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => now.faults.push(`script: ${error.message}`));
  const line: CDPSession = await context.newCDPSession(page);
  line.on("Network.loadingFinished", ({ encodedDataLength }) => (now.bytes += encodedDataLength));
  await line.send("Network.enable");
  await line.send("Network.setCacheDisabled", { cacheDisabled: true });
  return {
    page,
    cookie,
    begin: (address, faults, status) => void (now = { url: address, faults, status, bytes: 0 }),
    bytes: () => now.bytes,
  };
}

async function textOf(url: string, cookie = ""): Promise<{ status: number; html: string }> {
  const answer = await fetch(url, { headers: { accept: "text/html", cookie }, redirect: "manual" });
  return { status: answer.status, html: await answer.text() };
}

/** What the page says otherwise than the document that came, before any script. */
async function differences(page: Page, { html }: { html: string }): Promise<string[]> {
  const headings = await page.evaluate<string[][]>(
    `[document, new DOMParser().parseFromString(${JSON.stringify(html)}, "text/html")]
       .map((one) => Array.from(one.querySelectorAll("h1"), ({ textContent }) => textContent))`,
  );
  const [withScripts, without] = headings as [string[], string[]];
  return without.length === 1 && withScripts.join() === without.join()
    ? []
    : [`headings: ${JSON.stringify(headings)}`];
}

async function injections(page: Page, isHostile: boolean): Promise<string[]> {
  if ((await page.locator("[data-injected]").count()) > 0) return ["what people wrote became elements"];
  const isShown = (await page.content()).includes("&lt;b data-injected");
  return isShown === isHostile
    ? []
    : [isShown ? "shows what people wrote" : "does not show what people wrote"];
}

async function overhang(page: Page): Promise<string[]> {
  const { width, over } = await page.evaluate<{ width: number; over: number }>(
    "({ width: innerWidth, over: document.documentElement.scrollWidth - innerWidth })",
  );
  return over > 0 ? [`scrolls sideways by ${over} at ${width} pixels`] : [];
}

async function axeFaults(page: Page, theme: string): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  // What a page is does not change with its colours and its width; how it looks does.
  const runOnly = theme === "dark" ? `runOnly: ${JSON.stringify(rulesOfLooks)},` : "";
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `axe.run({ ${runOnly} resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })`,
  );
  return violations.map(({ id, nodes }) => `axe, ${theme}: ${id}: ${nodes[0]?.html.slice(0, 300)}`);
}
