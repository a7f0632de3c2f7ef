import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs one command of the built program as an operator does, and waits for its end. */
export async function runMotcua(
  args: readonly string[],
  databaseUrl: string,
  variables: Record<string, string> = {},
  stdin = "",
): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ["dist/src/main.js", ...args], {
    env: { PATH: process.env["PATH"], DATABASE_URL: databaseUrl, LOG_LEVEL: "error", ...variables },
  });
  child.stdin.end(stdin);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const [code] = (await once(child, "close")) as [number];
  return { code, stdout, stderr };
}
