import type { Browser } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import type { WebRoute } from "../../../src/web/server.ts";
import { hasChromium, openBrowser } from "../../support/browser.ts";
import { itIsWhole, type WholePlace } from "../../support/page-suite.ts";
import { chatPages } from "./chat-pages.ts";
import { deliveryPages } from "./delivery-pages.ts";
import { deskPages } from "./desk-pages.ts";
import { dossierPages } from "./dossier-pages.ts";
import { publicPages } from "./public-pages.ts";
import { settingPages } from "./setting-pages.ts";

const places = {
  "the desk": deskPages,
  "dossiers and figures": dossierPages,
  settings: settingPages,
  deliveries: deliveryPages,
  "for everybody": publicPages,
  chat: chatPages,
} satisfies Record<string, WholePlace>;

/** What is no page, or no page of ours: files, streams, what programs ask, and the board of the queues, which styles itself. */
const noPages =
  /^\/(healthz|readyz|metrics|favicon\.ico|robots\.txt|widget\.js|assets\/|open311\/|chat\/|tep\/|lamviec\/hangdoi)|\/(song|moi|phien|csv|xlsx|docx)$|\.(csv|png)$|\/tep\//;

let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

const shown: string[] = [];
const routes = new Set<WebRoute>();
for (const [name, place] of Object.entries(places))
  itIsWhole(
    { ...place, name, open: () => place.open().then(noteRoutes) },
    () => (browser ??= openBrowser()),
    (url) => void shown.push(new URL(url).pathname),
  );

function noteRoutes<Open extends { routes?: readonly WebRoute[] }>(open: Open): Open {
  for (const route of open.routes ?? []) routes.add(route);
  return open;
}

describe.runIf(hasChromium)("of every page there is", () => {
  it("one is tried above", () => {
    const paths = Array.from(routes)
      .filter((route) => route.startsWith("GET "))
      .map((route) => route.slice(4));
    expect(paths.length).toBeGreaterThan(40);
    const untried = paths.filter(
      (path) => !noPages.test(path) && !shown.some((one) => belongs(one, path, paths)),
    );
    expect(untried).toEqual([]);
  });
});

/** Whether the path of an address is the route's, which none without parameters has taken before. */
function belongs(address: string, path: string, paths: readonly string[]): boolean {
  if (address === path) return true;
  if (paths.includes(address)) return false;
  return new RegExp(`^${path.replaceAll(/:[a-z]+/gi, "[^/]+")}$`).test(address);
}
