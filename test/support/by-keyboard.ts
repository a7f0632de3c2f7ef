import type { Page } from "playwright-core";
import { expect } from "vitest";

/** As many stops as no page has before what is looked for. */
const mostStops = 120;

interface Stop {
  name: string;
  isSeen: boolean;
  isMarked: boolean;
}

/** What has the focus: what it is called, whether it shows that, and whether it lies where it is seen. */
const stopOf = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return { name: "", isSeen: true, isMarked: true };
  const named = one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent ?? "";
  const { left, top, width, height } = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const at = document.elementFromPoint(left + Math.min(width / 2, 20), top + Math.min(height / 2, 12));
  return {
    name: named.replace(/\\s+/g, " ").trim(),
    isSeen: at !== null && (one.contains(at) || at.contains(one)),
    isMarked: one.matches(":focus-visible") && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
})()`;

/** Goes on by the Tab key until what is called so has the focus; each stop on the way shows where one is. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate<Stop>(stopOf);
    expect({ at: stop.name, isSeen: stop.isSeen, isMarked: stop.isMarked }).toEqual({
      at: stop.name,
      isSeen: true,
      isMarked: true,
    });
    if (typeof name === "string" ? stop.name === name : name.test(stop.name)) return;
    passed.push(stop.name);
  }
  throw new Error(`“${name}” is not reached by the Tab key; passed: ${passed.join(" | ")}`);
}

/** What has the focus is called so. */
export async function focusName(page: Page): Promise<string> {
  return (await page.evaluate<Stop>(stopOf)).name;
}
