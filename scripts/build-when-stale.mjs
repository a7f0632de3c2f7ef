// Builds dist/ when a source is newer than it: starting a program that is built already waits for no compiler.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const stamp = "dist/.built";
const sources = ["src", "demo", "tsconfig.json", "tsconfig.build.json", "package-lock.json"];

/** @param {string} path */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** @param {string} path @param {number} since @returns {boolean} */
function isNewer(path, since) {
  if (changedAt(path) > since) return true;
  if (!statSync(path).isDirectory()) return false;
  return readdirSync(path).some((name) => isNewer(join(path, name), since));
}

const builtAt = changedAt(stamp);
if (sources.some((path) => isNewer(path, builtAt))) {
  const begunAt = new Date();
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"],
    {
      stdio: "inherit",
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, "");
  utimesSync(stamp, begunAt, begunAt);
}
