import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../../demo/random.ts";
import type { Failure } from "../support/fake-telegram.ts";
import type { ChaosTown } from "./chaos-town.ts";
import { setDisk, type Disk } from "./weather.ts";

/** Something that goes wrong and is put right again. */
export interface Fault {
  name: string;
  /** Resolves when it is over. */
  strike(town: ChaosTown, random: Random): Promise<void>;
  /** Needs the queues to be in Redis. */
  isOfRedis?: boolean;
}

const awayMs = 2000;
const slowLineMs = 60;

/** What may befall the servers, the processes and the platform. Whatever it is, the town has all its programs afterwards. */
export const faults: readonly Fault[] = [
  { name: "nothing", strike: async () => {} },
  { name: "a web process is killed", strike: (town, random) => replace(town, "web", "kill", random) },
  { name: "a worker is killed", strike: (town, random) => replace(town, "worker", "kill", random) },
  { name: "a web process stands still", strike: (town, random) => hold(town, "web", random) },
  { name: "a worker stands still", strike: (town, random) => hold(town, "worker", random) },
  { name: "PostgreSQL's disk is full", strike: (town) => spoilDisk(town, "full") },
  { name: "PostgreSQL's disk is slow", strike: (town) => spoilDisk(town, "slow") },
  {
    name: "the line to PostgreSQL is slow",
    async strike({ line }) {
      line.delayMs = slowLineMs;
      await pause(awayMs);
      line.delayMs = 0;
    },
  },
  { name: "a worker is told to stop", strike: (town, random) => replace(town, "worker", "stop", random) },
  {
    name: "PostgreSQL is restarted",
    async strike({ postgres }) {
      await postgres.stop();
      await postgres.start();
    },
  },
  { name: "Redis is emptied", isOfRedis: true, strike: ({ redis }) => redis.flush() },
  {
    name: "Redis is away",
    isOfRedis: true,
    async strike({ redis }) {
      await redis.stop();
      await pause(awayMs);
      await redis.start();
    },
  },
  ...telegramFaults({
    "asks for patience (429)": { kind: "rate-limited", retryAfterSeconds: 1 },
    "answers 500": { kind: "status", status: 500 },
    "answers 502": { kind: "status", status: 502 },
    "answers garbage": { kind: "garbage" },
    "hangs up": { kind: "drop" },
    "takes a message and hangs up": { kind: "drop-after" },
    "never answers": { kind: "silence" },
  }),
  {
    name: "updates come twice at once",
    async strike({ citizens }) {
      citizens.isPostedTwice = true;
      await pause(awayMs);
      citizens.isPostedTwice = false;
    },
  },
  {
    name: "the clock jumps",
    async strike(town, random) {
      const offsetMs = random.between(-86_400_000, 86_400_000);
      for (const program of town.programs) if (program.isRunning) program.setClock(offsetMs);
      await pause(awayMs);
      for (const program of town.programs) if (program.isRunning) program.setClock(0);
    },
  },
];

/** The next three messages to Telegram meet each of these. */
function telegramFaults(failures: Record<string, Failure>): Fault[] {
  return Object.entries(failures).map(([what, failure]) => ({
    name: `Telegram ${what}`,
    strike: async ({ telegram }) => telegram.failNext("sendMessage", failure, failure, failure),
  }));
}

async function replace(
  town: ChaosTown,
  part: "web" | "worker",
  how: "kill" | "stop",
  random: Random,
): Promise<void> {
  const program = random.pick(town.running(part));
  await program[how]();
  await town.start(program.role);
}

async function hold(town: ChaosTown, part: "web" | "worker", random: Random): Promise<void> {
  const program = random.pick(town.running(part));
  program.pause();
  await pause(awayMs);
  program.resume();
}

async function spoilDisk({ database }: ChaosTown, disk: Disk): Promise<void> {
  await setDisk(database, disk);
  await pause(awayMs);
  await setDisk(database, "well");
}
