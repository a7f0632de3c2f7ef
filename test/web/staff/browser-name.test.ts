import { expect, it } from "vitest";
import { browserName } from "../../../src/web/staff/browser-name.ts";

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

it.each([
  [chrome, "Chrome · Windows"],
  [`${chrome} Edg/130.0.0.0`, "Edge · Windows"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
    "Safari · iPhone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36 Zalo android/24",
    "Zalo · Android",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox · Linux"],
  ["curl/8.5.0", undefined],
])("a browser is called as people know it: %s", (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
