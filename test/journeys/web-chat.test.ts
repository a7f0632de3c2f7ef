import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { hasChromium, openBrowser } from "../support/browser.ts";
import { openLine } from "../support/breakable-line.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// The whole service with the demonstration agency, in a real browser.

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const returned = "000.00.16.H57-210115-0007";

let test: TestApp;
let serving: Serving;
let browser: Browser;
let url: string;
beforeAll(async () => {
  test = await createTestApp(() => new Date("2026-11-23T02:00:00Z"));
  await loadDemonstrationInto(test.app);
  serving = await serve(test.app, test.config, "all");
  url = serving.url!;
  if (hasChromium) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await serving[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
});

async function open(options: BrowserContextOptions = {}, address = url): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox").fill(text);
  await page.keyboard.press("Enter");
}

const lastReply = (page: Page) => page.locator("#log .replied").last();

describe.runIf(hasChromium)("on the web page", () => {
  it("someone asks for the quarter and reads the published figures, figure for figure", async () => {
    const page = await open();
    await say(page, "/thongke quy1 2021");
    await lastReply(page).getByText("Quý I/2021 (15/12/2020–14/03/2021)").waitFor();
    const words = (await lastReply(page).innerText()).replaceAll("\n", " ");
    for (const figure of [
      "nhận 2.654 hồ sơ",
      "đã giải quyết 2.986",
      "trực tuyến 431",
      "trước hạn 1.973, đúng hạn 1.013, quá hạn 0",
      "13,85%",
      "chỉ tiêu 25%",
      "4/144",
      "hoàn thành 3/3 (trước hạn 3",
      "2 (Giao dịch bảo đảm 1, Hộ tịch 1); trả lời 2, đúng hạn 2",
      "ngang 1 thủ tục, giải quyết 16 hồ sơ; dọc 10 thủ tục",
      "431/3.112 = 13,85%",
    ])
      expect(words).toContain(figure);
  });

  it("someone else types a dossier code and is told where it is", async () => {
    const page = await open();
    await say(page, returned);
    await lastReply(page).getByText(`Hồ sơ ${returned} đã trả kết quả.`).waitFor();
    expect(await lastReply(page).innerText()).toMatch(/Hẹn trả\s+17:00 thứ \S+ \d\d\/\d\d\/2021/);
  });

  it("a button is pressed with the keyboard alone, and the talk is still there after a reload", async () => {
    const page = await open();
    await say(page, returned);
    await lastReply(page).getByRole("button", { name: "Xem chi tiết" }).focus();
    await page.keyboard.press("Enter");
    await lastReply(page).getByText("4 số cuối").waitFor();
    await page.reload();
    expect(await page.locator("#log .entry").count()).toBe(4);
    expect(await lastReply(page).innerText()).toContain("4 số cuối");
  });

  it("a leader chosen in the demonstration sees the figures by field, a citizen does not", async () => {
    const page = await open();
    await say(page, "/thongke quy1 2021 theo linh vuc");
    await lastReply(page).getByText("chỉ dành cho cán bộ, lãnh đạo").waitFor();
    await page.getByRole("combobox").selectOption("lanhdao");
    await page.getByRole("button", { name: "Đổi vai" }).click();
    await say(page, "/thongke quy1 2021 theo linh vuc");
    await lastReply(page).getByRole("table").waitFor();
    expect(await lastReply(page).getByRole("row").last().innerText()).toMatch(
      /Tổng cộng\s+458\s+2\.654\s+431\s+2\.986/,
    );
  });

  it("replies given while the connection was lost arrive when it comes back, once each", async () => {
    await using line = await openLine(url);
    const page = await open({}, line.url);
    await say(page, "/help");
    await lastReply(page).waitFor();
    line.cut();
    await page.locator("#connection-lost").waitFor();
    const cookies = await page.context().cookies();
    const missed = await fetch(`${url}/chat/messages`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: url,
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
      },
      body: JSON.stringify({ id: "said-while-offline", text: returned }),
    });
    expect(missed.ok).toBe(true);
    line.mend();
    await page.getByText(`Hồ sơ ${returned} đã trả kết quả.`).waitFor();
    expect(await page.locator("#log .replied").count()).toBe(2);
    await page.context().close();
  });

  it("everything works without JavaScript", async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.getByRole("textbox").fill(returned);
    await page.getByRole("button", { name: "Gửi" }).click();
    await page.getByText(`Hồ sơ ${returned} đã trả kết quả.`).waitFor();
    await page.getByRole("button", { name: "Xem chi tiết" }).click();
    await page.getByText("4 số cuối").waitFor();
    expect(await page.locator("#log .entry").count()).toBe(4);
  });

  it.each(["light", "dark"] as const)(
    "nothing keeps people out: axe finds no fault in %s",
    async (colorScheme) => {
      const page = await open({ colorScheme });
      await say(page, "/thongke quy1 2021");
      await lastReply(page).getByText("2.986").first().waitFor();
      // The page's own policy lets no script in but its own.
      const context = await browser.newContext({ colorScheme, bypassCSP: true });
      await context.addCookies(await page.context().cookies());
      const examined = await context.newPage();
      await examined.goto(url);
      await examined.addScriptTag({ content: axe });
      const { violations } = await examined.evaluate<{
        violations: { id: string; nodes: { html: string }[] }[];
      }>("axe.run()");
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );

  it.each([360, 768, 1920])("at %i pixels nothing scrolls sideways, not even with a table", async (width) => {
    const page = await open({ viewport: { width, height: 800 } });
    await page.getByRole("combobox").selectOption("lanhdao");
    await page.getByRole("button", { name: "Đổi vai" }).click();
    await say(page, "/thongke quy1 2021 theo linh vuc");
    await lastReply(page).getByRole("table").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  });
});
