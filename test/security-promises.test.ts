import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("docs/security.md names only tests and places that there are, and a test for every promise", () => {
  const told = readFileSync("docs/security.md", "utf8");
  const places = [...told.matchAll(/`((?:src|test)\/[^`]+|Dockerfile|package-lock\.json)`/g)].map(
    ([, place]) => place!,
  );
  expect(places.length).toBeGreaterThan(40);
  expect(places.filter((place) => !existsSync(place))).toEqual([]);
  const promises = told
    .split("## Promises")[1]!
    .split("##")[0]!
    .split("\n")
    .filter((line) => line.startsWith("| "));
  expect(promises.slice(1).filter((line) => !/`test\/[^`]+\.test\.tsx?`/.test(line))).toEqual([]);
});
