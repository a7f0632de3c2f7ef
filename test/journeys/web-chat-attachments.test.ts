import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve, type Serving } from "../../src/serve.ts";
import { hasChromium, openBrowser } from "../support/browser.ts";
import { png, sampleFiles } from "../support/sample-files.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// Photos, files and a position sent from a real browser to the whole service.

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const drain = { name: "cống tắc.png", mimeType: "image/png", buffer: png(320, 240, [70, 110, 140]) };
const letter = { name: "đơn phản ánh.pdf", mimeType: "application/pdf", buffer: sampleFiles.pdf };
const program = { name: "ảnh.jpg", mimeType: "image/jpeg", buffer: sampleFiles.program };

let test: TestApp;
let serving: Serving;
let browser: Browser;
let url: string;
beforeAll(async () => {
  test = await createTestApp(() => new Date("2026-11-23T02:00:00Z"));
  serving = await serve(test.app, test.config, "all");
  url = serving.url!;
  if (hasChromium) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await serving[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const said = (page: Page) => page.locator("#log .said");
const lastReply = (page: Page) => page.locator("#log .replied").last();
const chosen = (page: Page) => page.locator("#chosen li");

/** Rejects when the last photo sent cannot be decoded. */
async function seePhoto(page: Page): Promise<void> {
  await said(page).last().getByRole("img").scrollIntoViewIfNeeded();
  await page.evaluate("[...document.querySelectorAll('#log .said img')].at(-1).decode()");
}

describe.runIf(hasChromium)("on the web page", () => {
  it("someone sends a photo and a letter with words, and finds them again after a reload", async () => {
    const page = await open();
    await page.locator("#files").setInputFiles([drain, letter]);
    expect(await chosen(page).allInnerTexts()).toEqual(["cống tắc.png\n×", "đơn phản ánh.pdf\n×"]);
    await page.getByRole("textbox").fill("xin chào");
    await page.keyboard.press("Enter");
    await said(page).getByRole("img", { name: "cống tắc.png" }).waitFor();
    await seePhoto(page);
    expect(await chosen(page).count()).toBe(0);
    await page.reload();
    expect(await said(page).count()).toBe(1);
    await seePhoto(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      said(page).getByText("đơn phản ánh.pdf").click(),
    ]);
    expect(download.suggestedFilename()).toBe("đơn phản ánh.pdf");
    expect(readFileSync(await download.path())).toEqual(sampleFiles.pdf);
    const kept = await test.app.database.query("select content from attachment order by id");
    expect(kept).toEqual([{ content: drain.buffer }, { content: letter.buffer }]);
  });

  it("a photo alone is received, and what to do with it is one press away", async () => {
    const page = await open();
    await page.locator("#files").setInputFiles([drain]);
    await page.getByRole("button", { name: "Gửi", exact: true }).click();
    await page.getByText("đang tìm mã hồ sơ trên ảnh").waitFor();
    expect(await lastReply(page).getByRole("button", { name: "Gửi phản ánh" }).count()).toBe(1);
  });

  it("a file that is not what it says is refused, and nothing typed is lost", async () => {
    const page = await open();
    await page.locator("#files").setInputFiles([drain, program]);
    await page.getByRole("textbox").fill("Cống tắc");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("“ảnh.jpg” không phải loại nhận được").waitFor();
    expect(await page.getByRole("textbox").inputValue()).toBe("Cống tắc");
    expect(await said(page).count()).toBe(0);
    await page.getByRole("button", { name: "Bỏ tệp ảnh.jpg" }).click();
    await page.getByRole("button", { name: "Gửi", exact: true }).click();
    await said(page).getByRole("img", { name: "cống tắc.png" }).waitFor();
  });

  it("forty photos are cut to ten and a large one left out before anything is sent", async () => {
    const page = await open();
    const forty = Array.from({ length: 40 }, (_, place) => ({ ...drain, name: `${place}.png` }));
    await page.locator("#files").setInputFiles(forty);
    await page.getByRole("alert").getByText("nhiều nhất 10 tệp").waitFor();
    expect(await chosen(page).count()).toBe(10);
    await page.getByRole("button", { name: "Bỏ tệp 9.png" }).click();
    const large = { ...letter, buffer: Buffer.alloc(10 * 1024 * 1024 + 1) };
    await page.locator("#files").setInputFiles([large]);
    await page.getByRole("alert").getByText("lớn hơn 10 MB").waitFor();
    expect(await chosen(page).count()).toBe(9);
  });

  it("someone sends where they are", async () => {
    const page = await open({
      geolocation: { latitude: 21.01371, longitude: 105.81252 },
      permissions: ["geolocation"],
    });
    await page.getByRole("button", { name: "Gửi vị trí" }).click();
    await lastReply(page).getByText("đã nhận vị trí").waitFor();
    await said(page).getByText("Vị trí: 21.01371, 105.81252").waitFor();
    expect(await said(page).getByRole("link").getAttribute("href")).toContain("mlat=21.01371");
  });

  it("someone whose browser may not tell where they are is told what to do", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Gửi vị trí" }).click();
    await page.getByRole("alert").getByText("chưa được phép cho biết vị trí").waitFor();
    expect(await said(page).count()).toBe(0);
  });

  it("a photo is sent without JavaScript", async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.locator("#files").setInputFiles([drain]);
    await page.getByRole("button", { name: "Gửi", exact: true }).click();
    await page.getByText("đang tìm mã hồ sơ trên ảnh").waitFor();
    expect(await said(page).getByRole("img").count()).toBe(1);
  });

  it.each([
    [360, "light"],
    [1280, "dark"],
  ] as const)(
    "at %i pixels in %s axe finds no fault and nothing scrolls sideways",
    async (width, colorScheme) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        // The page's own policy lets no script in but its own.
        bypassCSP: true,
      });
      const page = await context.newPage();
      await page.goto(url);
      await page.locator("#files").setInputFiles([drain, letter]);
      await page.getByRole("button", { name: "Gửi", exact: true }).click();
      await page.getByText("đang tìm mã hồ sơ trên ảnh").waitFor();
      await page
        .locator("#files")
        .setInputFiles([drain, { ...letter, name: `${"một cái tên rất dài ".repeat(8)}.pdf` }]);
      await chosen(page).nth(1).waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      await page.addScriptTag({ content: axe });
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        "axe.run()",
      );
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );
});
