// Messages a second of understanding on one core, beside a mere NFC, lower case and split of the same texts, and the heap
// over many messages that are all different. Seconds are of processor time, so that what else runs on the machine does not
// count: `npm run bench understanding [--rounds 7] [--messages 1000000]`.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createUnderstand } from "../src/conversation/understanding/create-understand.ts";
import type { Gazetteer } from "../src/conversation/understanding/understanding.ts";
import { labelledAt, readUtterances } from "../test/understanding/evaluation.ts";
import { gazetteer } from "../test/understanding/gazetteer.ts";
import { median, numberFlag, publish, type Finding } from "./frame.ts";

const rounds = numberFlag("rounds", 7);
const messages = numberFlag("messages", 1_000_000);
const repeats = 10;
const goal = { atLeast: 20_000 };

const texts = [...readUtterances("tune"), ...readUtterances("unseen")].map(({ text }) => text);
const context = { now: labelledAt, role: "citizen", periodBasis: "reporting" } as const;
const understand = createUnderstand(gazetteer);
const wide = createUnderstand(withProcedures(144));

const rates = perSecond({
  floor: (text) => text.normalize("NFC").toLowerCase().split(/\s+/),
  understand: (text) => understand(text, context),
  wide: (text) => wide(text, context),
});
const heap = heapWhileReading();
const findings: Finding[] = [
  { metric: "messages on one core", unit: "messages/s", value: rates.understand, goal },
  { metric: "messages on one core, 144 procedures", unit: "messages/s", value: rates.wide, goal },
  {
    metric: "beside NFC, lower case and split",
    unit: "messages/s",
    value: rates.understand,
    floor: rates.floor,
  },
  {
    metric: `heap after ${messages.toLocaleString("en")} messages beside after a tenth of them`,
    unit: "MB",
    value: heap.end,
    floor: heap.tenth,
    goal: { atMost: 1.02 },
  },
];
await publish("understanding", findings);

/** As many names as a whole department has. */
function withProcedures(count: number): Gazetteer {
  const { procedures } = gazetteer;
  return {
    ...gazetteer,
    procedures: Array.from({ length: count }, (_, index) => ({
      code: `3.${String(index).padStart(6, "0")}`,
      name: `${procedures[index % procedures.length]!.name} loại ${index}`,
    })),
  };
}

/** By turns, the first round to warm up. */
function perSecond<Name extends string>(ways: Record<Name, (text: string) => unknown>): Record<Name, number> {
  const names = Object.keys(ways) as Name[];
  const found = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (const name of names) {
      const before = process.cpuUsage();
      for (let repeat = 0; repeat < repeats; repeat++) for (const text of texts) ways[name](text);
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) found.get(name)!.push((repeats * texts.length * 1_000_000) / (user + system));
    }
  return Object.fromEntries(names.map((name) => [name, median(found.get(name)!)])) as Record<Name, number>;
}

/** Megabytes of live heap after a tenth of the messages and after all of them. */
function heapWhileReading(): { tenth: number; end: number } {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const megabytesAfter = (from: number, to: number): number => {
    for (let read = from; read < to; read++)
      understand(`${texts[read % texts.length]} ${read.toString(36)}`, context);
    collectGarbage();
    return process.memoryUsage().heapUsed / 1_000_000;
  };
  const tenth = megabytesAfter(0, messages / 10);
  return { tenth, end: megabytesAfter(messages / 10, messages) };
}
