import { existsSync } from "node:fs";
import {
  judge,
  labelOf,
  readUtterances,
  score,
  sets,
  stripAccents,
  type Verdict,
} from "../test/understanding/evaluation.ts";

// How well messages are understood, on each set as written and with its accents taken off.
// `npm run eval:understanding -- --misses` also lists every wrong reading.

const showsMisses = process.argv.includes("--misses");
const only = sets.filter((set) => process.argv.includes(set));
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);

for (const set of only.length > 0 ? only : sets) {
  if (!existsSync(new URL(`../test/understanding/${set}.tsv`, import.meta.url))) continue;
  const utterances = readUtterances(set);
  const written = utterances.map((utterance) => judge(utterance));
  const bare = utterances.map((utterance) => judge(utterance, stripAccents(utterance.text)));
  console.log(`\n== ${set}: ${utterances.length} messages`);
  console.log(`${"".padEnd(18)}  intent   entities exact   out of scope accepted`);
  for (const [name, verdicts] of [
    ["as written", written],
    ["without accents", bare],
  ] as const) {
    const { intents, entities, falselyAccepted } = score(verdicts);
    console.log(
      `${name.padEnd(18)}${percent(intents)}   ${percent(entities)}      ${percent(falselyAccepted)}`,
    );
  }
  printConfusions(written);
  if (showsMisses) printMisses(written);
}

/** Label → reading, for every pair that happened and is wrong; after it how often the label was right. */
function printConfusions(verdicts: readonly Verdict[]): void {
  const rows = new Map<string, Map<string, number>>();
  for (const { utterance, read } of verdicts) {
    const row = rows.get(utterance.intent) ?? new Map<string, number>();
    rows.set(utterance.intent, row.set(read.intent, (row.get(read.intent) ?? 0) + 1));
  }
  console.log("\nlabel               right / all   taken for");
  for (const [label, row] of rows) {
    const all = [...row.values()].reduce((sum, count) => sum + count, 0);
    const wrong = [...row]
      .filter(([intent]) => intent !== label)
      .map(([intent, count]) => `${intent} ${count}`);
    console.log(`${label.padEnd(20)}${`${row.get(label) ?? 0} / ${all}`.padStart(11)}   ${wrong.join(", ")}`);
  }
}

function printMisses(verdicts: readonly Verdict[]): void {
  for (const { utterance, read, isIntentRight, areEntitiesExact } of verdicts) {
    if (isIntentRight && areEntitiesExact) continue;
    console.log(
      `✗ [${utterance.role}] ${utterance.text}\n    ${utterance.intent} ${JSON.stringify(utterance.entities)}\n    ` +
        `${read.intent} ${read.confidence.toFixed(2)} ${JSON.stringify(labelOf(read.entities))}`,
    );
  }
}
