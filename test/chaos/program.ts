import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Role } from "../../src/serve.ts";

const preload = fileURLToPath(new URL("jumping-clock.mjs", import.meta.url));

/** One process of the built program, which can be killed, told to stop, and have its clock set. */
export interface Program {
  readonly role: Role;
  /** Of one that serves the web. */
  readonly url: string;
  readonly isRunning: boolean;
  /** It ended though nobody had ended it. */
  readonly hasDied: boolean;
  /** Its last lines, for whoever wonders. */
  readonly said: readonly string[];
  /** SIGKILL: it gets no chance to tidy up. */
  kill(): Promise<void>;
  /** SIGTERM; returns its exit code. */
  stop(): Promise<number | null>;
  /** SIGSTOP: it stands still and knows nothing of it. */
  pause(): void;
  resume(): void;
  /** Sets its clock so far from the machine's. */
  setClock(offsetMs: number): void;
}

const keptLines = 200;

/** Starts the program and waits until it says that it has started. Throws with its last words when it ends before that. */
export async function startProgram(role: Role, variables: Record<string, string>): Promise<Program> {
  const child = spawn(process.execPath, ["--import", preload, "dist/src/main.js", "start", "--role", role], {
    env: { PATH: process.env["PATH"], PORT: "0", LOG_LEVEL: "info", ...variables },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ended = once(child, "close");
  const said: string[] = [];
  const started = new Promise<string>((resolve) => {
    for (const output of [child.stdout!, child.stderr!])
      createInterface({ input: output }).on("line", (line) => {
        said.push(line);
        if (said.length > keptLines) said.shift();
        const url = urlOnStart(role, line);
        if (url !== undefined) resolve(url);
      });
  });
  const url = await Promise.race([started, ended.then(() => undefined)]);
  if (url === undefined) throw new Error(`The ${role} ended before it had started:\n${said.join("\n")}`);
  let isEnded = false;
  return {
    role,
    url,
    said,
    get isRunning() {
      return isRunning(child);
    },
    get hasDied() {
      return !isEnded && !isRunning(child);
    },
    async kill() {
      isEnded = true;
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      isEnded = true;
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    // One that has just ended has no clock any more.
    setClock: (offsetMs) => void child.send({ offsetMs }, () => undefined),
  };
}

/** The address in the line by which the program says that it has started; empty for a worker. */
function urlOnStart(role: Role, line: string): string | undefined {
  if (role === "worker") return line.includes('"msg":"started"') ? "" : undefined;
  return /^Một Cửa is running: (\S+)$/.exec(line)?.[1];
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
