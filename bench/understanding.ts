// Messages a second of understanding on one core, beside the floor of a mere NFC, lower case and split of the same texts
// in the same run, and the heap over many messages that are all different: `tsx bench/understanding.ts`. Seconds are of
// processor time, so that what else runs on the machine does not count.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createUnderstand } from "../src/conversation/understanding/create-understand.ts";
import { labelledAt, readUtterances } from "../test/understanding/evaluation.ts";
import { gazetteer } from "../test/understanding/gazetteer.ts";

const rounds = 7;
const repeats = 10;
const texts = [...readUtterances("tune"), ...readUtterances("unseen")].map(({ text }) => text);
const context = { now: labelledAt, role: "citizen", periodBasis: "reporting" } as const;
const understand = createUnderstand(gazetteer);
// As many names as a whole department has.
const wide = createUnderstand({
  ...gazetteer,
  procedures: Array.from({ length: 144 }, (_, index) => ({
    code: `3.${String(index).padStart(6, "0")}`,
    name: `${gazetteer.procedures[index % gazetteer.procedures.length]!.name} loại ${index}`,
  })),
});

const contenders: Record<string, (text: string) => unknown> = {
  floor: (text) => text.normalize("NFC").toLowerCase().split(/\s+/),
  understand: (text) => understand(text, context),
  "understand, 144 procedures": (text) => wide(text, context),
};

const perSecond = new Map<string, number[]>();
for (let round = 0; round < rounds; round++)
  for (const [name, read] of Object.entries(contenders)) {
    const before = process.cpuUsage();
    for (let repeat = 0; repeat < repeats; repeat++) for (const text of texts) read(text);
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1_000_000;
    perSecond.set(name, [...(perSecond.get(name) ?? []), (repeats * texts.length) / seconds]);
  }

const startMs = performance.now();
for (let count = 0; count < 100; count++) createUnderstand(gazetteer);
const preparingMs = (performance.now() - startMs) / 100;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const floor = median(perSecond.get("floor")!);
console.log(`${texts.length} messages, median of ${rounds} rounds, Node ${process.version}`);
console.log(`${"".padEnd(28)}  messages/s   times the floor's work`);
for (const [name, rates] of perSecond)
  console.log(
    `${name.padEnd(28)}${Math.round(median(rates)).toLocaleString("en").padStart(12)}${(floor / median(rates)).toFixed(1).padStart(12)}`,
  );
console.log(`preparing the names of a deployment: ${preparingMs.toFixed(2)} ms`);

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const heapMb = (): string => {
  collectGarbage();
  return (process.memoryUsage().heapUsed / 1_000_000).toFixed(1).padStart(10);
};
const perStep = 50_000;
console.log(`\nmessages read   heap, MB\n${"0".padStart(13)}${heapMb()}`);
for (let read = 0; read < 5 * perStep;) {
  for (const end = read + perStep; read < end; read++)
    understand(`${texts[read % texts.length]} ${read.toString(36)}`, context);
  console.log(`${read.toLocaleString("en").padStart(13)}${heapMb()}`);
}
