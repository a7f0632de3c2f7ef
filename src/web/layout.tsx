import type { ComponentChildren } from "preact";
import { render } from "preact-render-to-string";
import type { Language } from "../wording/wording.ts";
import type { Assets } from "./assets.ts";

export interface Layout {
  title: string;
  language: Language;
  assets: Assets;
  /** Modules of `browser/` folders. */
  scripts?: readonly string[];
  /** After `foundation.css`, which every page has. */
  styles?: readonly string[];
  children: ComponentChildren;
}

/** htmx may swap what the server sends of this origin, and evaluate nothing: the policy would refuse it anyway. */
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  history: false,
  defaultTimeout: 20_000,
  noSwap: [204, 304, "4xx", "5xx"],
});

/** A whole HTML document. */
export function renderPage({ title, language, assets, scripts = [], styles = [], children }: Layout): string {
  return `<!doctype html>${render(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={assets.url("favicon.svg")} type="image/svg+xml" />
        {["foundation.css", ...styles].map((name) => (
          <link rel="stylesheet" href={assets.url(name)} />
        ))}
        {scripts.includes("htmx.js") && <meta name="htmx-config" content={htmxConfig} />}
        {scripts.map((name) => (
          <script type="module" src={assets.url(name)} />
        ))}
      </head>
      <body>{children}</body>
    </html>,
  )}`;
}
