import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { Refusal } from "./refusal.ts";

const folders = ["browser/", "chat/browser/", "staff/browser/", "public/browser/"].map(
  (name) =>
    new URL(import.meta.url.includes("/dist/") ? `../../../src/web/${name}` : `./${name}`, import.meta.url),
);

/** The faces of the staff's pages: made for stacked diacritics, split so that browsers load what a page needs. */
const fonts = ["latin-400", "vietnamese-400", "latin-600", "vietnamese-600"].map(
  (cut) => `be-vietnam-pro-${cut}-normal.woff2`,
);

/** Of packages: what it is called here, and where it comes from. */
const ofPackages = [
  ...fonts.map((name) => [name, `@fontsource/be-vietnam-pro/files/${name}`] as const),
  ["htmx.js", "htmx.org/dist/htmx.esm.min.js"] as const,
];

const contentTypes: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** What the browser loads beside the page, held in memory. */
export interface Assets {
  url(name: string): string;
}

/**
 * Serves the browser's files under a folder named by the hash of all of them: an address never changes its content, so
 * it may be kept for ever, and scripts may import each other by relative name.
 */
export function serveAssets(web: FastifyInstance): Assets {
  const files = readAssets();
  const hash = createHash("sha256");
  for (const [name, file] of files) hash.update(name).update(file.content);
  const version = hash.digest("hex").slice(0, 16);

  // What never changes is worth the slowest way, a fifth smaller than what pages are sent with; only once each.
  const small = new Map<string, Promise<Buffer>>();
  const smallest = (name: string, content: Buffer) => {
    const found = small.get(name) ?? promisify(brotliCompress)(content);
    small.set(name, found);
    return found;
  };

  web.get<{ Params: { version: string; name: string } }>("/assets/:version/:name", async (request, reply) => {
    const file = files.get(request.params.name);
    if (!file || request.params.version !== version) throw new Refusal(404, { key: "web-error-not-found" });
    const etag = `"${version}"`;
    reply.headers({ "cache-control": "public, max-age=31536000, immutable", etag });
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    reply.type(file.type);
    if (!file.type.startsWith("text/") || !/\bbr\b/.test(request.headers["accept-encoding"] ?? ""))
      return reply.send(file.content);
    reply.headers({ "content-encoding": "br", vary: "accept-encoding" });
    return reply.send(await smallest(request.params.name, file.content));
  });
  web.get("/favicon.ico", (_request, reply) => reply.redirect(`/assets/${version}/favicon.svg`));

  return { url: (name) => `/assets/${version}/${name}` };
}

function readAssets(): Map<string, { content: Buffer; type: string }> {
  const { resolve } = createRequire(import.meta.url);
  return new Map([
    ...ofPackages.map(
      ([name, path]) => [name, { content: readFileSync(resolve(path)), type: typeOf(name)! }] as const,
    ),
    ...folders.flatMap((folder) =>
      readdirSync(folder)
        .toSorted()
        .flatMap((name) => {
          const type = typeOf(name);
          return type ? [[name, { content: readFileSync(new URL(name, folder)), type }] as const] : [];
        }),
    ),
  ]);
}

function typeOf(name: string): string | undefined {
  return contentTypes[name.slice(name.lastIndexOf("."))];
}
