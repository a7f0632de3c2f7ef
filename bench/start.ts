// From `npm start` on a set-up machine to the first page, beside a bare start of the embedded PostgreSQL and fastify in the
// same run, and the memory of one process that has nothing to do: `npm run bench start [--rounds 5] [--idle 10]`, after
// `npm run build`.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startServer, type ChildServer } from "./child-server.ts";
import { mediansByTurns, numberFlag, publish } from "./frame.ts";

const idleSeconds = numberFlag("idle", 10);

const folder = await mkdtemp(join(tmpdir(), "motcua-bench-start-"));
await chmod(folder, 0o755);
const variables = { MOTCUA_DATA_DIR: folder };
const start = (command: string, ...args: string[]) => startServer(command, args, variables);
const program = ["dist/src/main.js", "start"];

try {
  let running: ChildServer | undefined;
  const stop = async () => {
    await running?.[Symbol.asyncDispose]();
    running = undefined;
  };
  const answers = async (server: Promise<ChildServer>) => {
    running = await server;
    const answer = await fetch(running.origin);
    await answer.text();
    if (!answer.ok) throw new Error(`The first page was answered with ${answer.status}`);
  };
  // The first start of all sets the machine up.
  await answers(start(process.execPath, ...program));
  await stop();
  await answers(start(process.execPath, ...program));
  await pause(idleSeconds * 1000);
  const idleBytes = await running!.memory();
  const ms = await mediansByTurns(
    {
      bare: () => answers(start(process.execPath, "bench/start/bare.mjs")),
      program: () => answers(start(process.execPath, ...program)),
      npm: () => answers(start("npm", "start")),
    },
    { before: { bare: stop, program: stop, npm: stop } },
  );
  await stop();
  await publish("start", [
    { metric: "npm start to the first page", unit: "ms", value: ms.npm, floor: ms.bare, goal: { atMost: 2 } },
    { metric: "the program alone to the first page", unit: "ms", value: ms.program, floor: ms.bare },
    {
      metric: "memory of one idle process",
      unit: "MiB",
      value: idleBytes / 2 ** 20,
      goal: { atMost: 200 },
    },
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
