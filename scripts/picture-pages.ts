// Leaves pictures of the pages with the demonstration data in a folder, both themes, on a phone and at a desk:
// `npm run pictures -- FOLDER [--only WORD]`. Those of the README and the documentation are made anew with
// `npm run pictures -- docs/images --documentation`.
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { createApp, type App } from "../src/app.ts";
import { buildConfig } from "../src/config/config.ts";
import { readEnvironment } from "../src/config/environment.ts";
import { loadDemonstrationInto } from "../src/demonstration.ts";
import { createLog } from "../src/logging/logger.ts";
import { createSignInStore } from "../src/persistence/sign-in-store.ts";
import { serve } from "../src/serve.ts";
import { picturedPages, workOnACase, type PicturedPage } from "./pictured-pages.ts";

/** A Tuesday morning, so that the same pictures are made whenever this runs. */
const now = new Date("2026-11-24T02:10:00Z");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, documentation: { type: "boolean" }, print: { type: "boolean" } },
});
const [folder] = positionals;
if (!folder) throw new Error("Name the folder that the pictures go to.");
await mkdir(folder, { recursive: true });

const data = await mkdtemp(join(tmpdir(), "motcua-pictures-"));
// PostgreSQL runs under another account where this one is root.
await chmod(data, 0o755);
try {
  const config = buildConfig(readEnvironment({ MOTCUA_DATA_DIR: data, PORT: "0" }));
  await using app = await createApp(config, { clock: () => now, log: createLog("silent") });
  await loadDemonstrationInto(app);
  const busy = await workOnACase(app, now);
  await using serving = await serve(app, config, "web");
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--lang=vi"],
    env: { ...process.env, LANGUAGE: "vi" },
  });
  try {
    await takeAll(app, serving.url!, browser, await picturedPages(app, busy));
  } finally {
    await browser.close();
  }
} finally {
  await rm(data, { recursive: true });
}

async function takeAll(
  app: App,
  url: string,
  browser: Browser,
  pages: readonly PicturedPage[],
): Promise<void> {
  const contexts = new Map<string, BrowserContext>();
  const chosen = pages.filter(
    ({ name, inDocumentation }) =>
      (!values.only || new RegExp(values.only).test(name)) && (!values.documentation || inDocumentation),
  );
  for (const { name, as = "", address, inDocumentation, through } of chosen) {
    let context = contexts.get(as);
    if (!context) {
      context = await browser.newContext({ locale: "vi-VN" });
      contexts.set(as, context);
      if (as) await signIn(app, url, as, context);
    }
    const page = await context.newPage();
    await page.goto(url + address);
    await through?.(page);
    await page.evaluate("document.fonts.ready.then(() => 1)");
    // Pictures below the fold are loaded when they come near.
    await page.evaluate(
      "Promise.all([...document.images].map((one) => ((one.loading = 'eager'), one.decode().catch(() => 0)))).then(() => 1)",
    );
    const views = values.documentation
      ? [inDocumentation!]
      : (["light", "dark"] as const).flatMap((theme) => [
          { theme, width: 360, height: 740 },
          { theme, width: 1280, height: 800 },
        ]);
    for (const { theme, width, height } of views) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height });
      await page.evaluate("scrollTo(0, 0)");
      await (values.documentation
        ? page.screenshot({ path: join(folder!, `${name}.webp`), type: "webp", quality: 80 })
        : page.screenshot({ path: join(folder!, `${name}-${theme}-${width}.png`), fullPage: true }));
    }
    if (values.print) await page.pdf({ path: join(folder!, `${name}.pdf`), format: "A4" });
    await page.close();
    console.log(name);
  }
}

async function signIn(app: App, url: string, username: string, context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${url}/vao/${await createSignInStore(app.database).issue(username, now)}`);
  await page.locator("button.primary").click();
  await page.waitForURL("**/lamviec");
  await page.close();
}
