import type { ComponentChildren } from "preact";
import { render } from "preact-render-to-string";
import type { Language } from "../wording/wording.ts";
import type { Assets } from "./assets.ts";

export interface Layout {
  title: string;
  language: Language;
  assets: Assets;
  script?: string;
  /** After those of every page. */
  styles?: readonly string[];
  children: ComponentChildren;
}

const everywhere = ["page.css", "conversation.css", "composer.css", "attachments.css"];

/** A whole HTML document. */
export function renderPage({ title, language, assets, script, styles = [], children }: Layout): string {
  return `<!doctype html>${render(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={assets.url("favicon.svg")} type="image/svg+xml" />
        {[...everywhere, ...styles].map((name) => (
          <link rel="stylesheet" href={assets.url(name)} />
        ))}
        {script && <script type="module" src={assets.url(script)} />}
      </head>
      <body>{children}</body>
    </html>,
  )}`;
}
