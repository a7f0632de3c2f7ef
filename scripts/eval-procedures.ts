import {
  judge,
  procedures,
  readQuestions,
  score,
  sets,
  type Verdict,
} from "../test/procedures/evaluation.ts";
import { stripAccents } from "../test/understanding/evaluation.ts";

// How well the catalogue is searched, on each set of questions as written and with its accents taken off.
// `npm run eval:procedures -- tune` prints one set; every miss of a set is listed unless `--no-misses`.

const only = sets.filter((set) => process.argv.includes(set));
const showsMisses = !process.argv.includes("--no-misses");
const columns = ["first", "firstThree", "toldWrong", "asked", "nothing", "madeUp"] as const;
const nameOf = (code: string) => procedures.find((procedure) => procedure.code === code)?.name ?? code;

console.log(`${"".padEnd(26)}${["questions", ...columns].map((name) => name.padStart(12)).join("")}`);
const misses: Verdict[] = [];
for (const set of only.length > 0 ? only : sets) {
  const questions = readQuestions(set);
  const written = questions.map((question) => judge(question));
  const bare = questions.map((question) => judge(question, stripAccents(question.text)));
  print(`${set}, as written`, written);
  print(`${set}, without accents`, bare);
  misses.push(...written.filter(isMiss));
}
if (showsMisses) misses.forEach(printMiss);

function print(name: string, verdicts: readonly Verdict[]): void {
  const result = score(verdicts);
  const shares = columns.map((column) => `${(100 * result[column]).toFixed(1)} %`.padStart(12));
  console.log(`${name.padEnd(26)}${String(result.count).padStart(12)}${shares.join("")}`);
}

/** Not first, or not said to be missing where it is. */
function isMiss({ question, rank, answer }: Verdict): boolean {
  return question.code ? rank !== 1 || answer === "nothing" : answer === "told";
}

function printMiss({ question, text, rank, answer, first }: Verdict): void {
  console.log(`\n✗ [${question.set}] ${text} → ${answer}`);
  console.log(
    `    meant  ${question.code ? `${nameOf(question.code)} (at ${rank ?? "–"})` : "no procedure"}`,
  );
  for (const { code, score: found } of first) console.log(`    ${found.toFixed(3)}  ${nameOf(code)}`);
}
