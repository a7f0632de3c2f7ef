import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/** Whether page tests can run here. In CI they must: there a missing Chromium is a failure. */
export const hasChromium = existsSync(executablePath) || process.env["CI"] === "true";

if (!hasChromium)
  // oxlint-disable-next-line no-console -- nobody may believe that the page tests ran
  console.warn("\n*** NO CHROMIUM at /usr/bin/chromium, nor CHROMIUM_PATH. THE PAGE TESTS DO NOT RUN. ***\n");

/** A headless Chromium that reaches for nothing outside. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
