import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

export interface ChildServer extends AsyncDisposable {
  origin: string;
  child: ChildProcess;
  /** The process that serves. */
  pid: number;
  /** Resident memory of it, in bytes. */
  memory(): Promise<number>;
}

/** Starts a server of its own and waits for the line that tells its address. Throws when it ends before that. */
export async function startServer(
  command: string,
  args: string[],
  variables: Record<string, string>,
): Promise<ChildServer> {
  const child = spawn(command, args, {
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      PORT: "0",
      LOG_LEVEL: "error",
      ...variables,
      ...(process.env["NODE_OPTIONS"] && { NODE_OPTIONS: process.env["NODE_OPTIONS"] }),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const origin = await addressOf(child);
  const pid = await servingProcess(child.pid!);
  return {
    origin,
    child,
    pid,
    async memory() {
      const status = await readFile(`/proc/${pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) * 1024;
    },
    async [Symbol.asyncDispose]() {
      process.kill(pid, "SIGTERM");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const origin = /(http:\/\/\S+)/.exec(line)?.[1];
    if (origin) return origin;
  }
  throw new Error(`${child.spawnargs.join(" ")} ended before it listened`);
}

/** npm starts a shell, which starts what serves. */
async function servingProcess(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  const name = await readFile(`/proc/${pid}/comm`, "utf8");
  const next = Number(children.trim().split(" ")[0]);
  return next && !name.startsWith("node") ? servingProcess(next) : pid;
}
