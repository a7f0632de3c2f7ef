// Measures every path beside its floor, one process each, and shows all that is known: `npm run bench [path …] [--flag …]`.
// Each path's own flags stand at the top of its file.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { readResults } from "./frame.ts";

const paths = [
  "turn",
  "understanding",
  "statistics",
  "import",
  "reminders",
  "delivery",
  "answered",
  "queue-hop",
  "live-page",
  "pages",
  "start",
];

const args = process.argv.slice(2);
const firstFlag = args.findIndex((arg) => arg.startsWith("--"));
const flags = firstFlag < 0 ? [] : args.slice(firstFlag);
const wanted = firstFlag < 0 ? args : args.slice(0, firstFlag);
const unknown = wanted.find((path) => !paths.includes(path));
if (unknown) throw new Error(`There is no path ${unknown}; there are: ${paths.join(", ")}.`);

for (const path of wanted.length ? wanted : paths) {
  console.log(`\n${path}`);
  const file = fileURLToPath(new URL(`./${path}.ts`, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file, ...flags], { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => child.kill(signal));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) process.exitCode = 1;
}

const failing = (await readResults()).filter(({ holds }) => holds === false);
for (const { path, metric, value, unit, ratio, goal } of failing)
  console.log(`not reached: ${path}, ${metric}: ${ratio ?? `${value} ${unit}`}, goal ${goal}`);
