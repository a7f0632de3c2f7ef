import { describe, expect, it } from "vitest";
import { buildConfig } from "../src/config/config.ts";
import { readEnvironment } from "../src/config/environment.ts";
import { createFileLinks } from "../src/file-links.ts";

const secret = Buffer.alloc(32, 7).toString("base64");
let now = new Date("2021-03-16T02:00:00Z");
const linksOf = (variables: Record<string, string>) =>
  createFileLinks(buildConfig(readEnvironment(variables)), () => now);
const reachable = { PUBLIC_URL: "https://motcua.example", MOTCUA_SECRET_KEY: secret };
const tokenOf = (link: string | undefined) => link!.replace("https://motcua.example/tep/", "");

describe("a link to a file", () => {
  it("opens that file, in every process with the same secret, for an hour", () => {
    now = new Date("2021-03-16T02:00:00Z");
    const token = tokenOf(linksOf(reachable).linkTo("42"));
    expect(linksOf(reachable).open(token)).toBe("42");
    now = new Date("2021-03-16T03:00:00Z");
    expect(linksOf(reachable).open(token)).toBe("42");
    now = new Date("2021-03-16T03:00:01Z");
    expect(linksOf(reachable).open(token)).toBeUndefined();
  });

  it.each([
    ["another file", (token: string) => token.replace(/^42/, "43")],
    [
      "more time",
      (token: string) => token.replace(/\.(\d+)\./, (_, until: string) => `.${Number(until) + 9}.`),
    ],
    ["no signature", (token: string) => token.replace(/\.[^.]+$/, "")],
    ["another signature", (token: string) => token.slice(0, -43) + "A".repeat(43)],
    ["anything else", () => "../../etc/passwd"],
  ])("opens nothing when it was forged for %s", (_, forge) => {
    now = new Date("2021-03-16T02:00:00Z");
    const token = tokenOf(linksOf(reachable).linkTo("42"));
    expect(linksOf(reachable).open(forge(token))).toBeUndefined();
  });

  it("opens nothing for another secret", () => {
    const token = tokenOf(linksOf(reachable).linkTo("42"));
    const other = { ...reachable, MOTCUA_SECRET_KEY: Buffer.alloc(32, 8).toString("base64") };
    expect(linksOf(other).open(token)).toBeUndefined();
  });

  it("is not made where nobody reaches us, or nothing is secret", () => {
    expect(linksOf({ MOTCUA_SECRET_KEY: secret }).linkTo("42")).toBeUndefined();
    expect(linksOf({ PUBLIC_URL: "https://motcua.example" }).linkTo("42")).toBeUndefined();
  });
});
