// Odd and broken inputs by the thousand for everything that reads what comes from outside, drawn by the seed. Prints how
// many each got and how many escaped; ends with 1 when any did. `npm run fuzz -- --inputs 200000 --seed 1`.
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";

const { values } = parseArgs({
  options: { inputs: { type: "string", default: "200000" }, seed: { type: "string", default: "1" } },
});
process.env["FUZZ_INPUTS"] = values.inputs;
process.env["FUZZ_SEED"] = values.seed;
const vitest = await startVitest("test", ["test/fuzz/outside-input.test.ts"], { watch: false });
await vitest.close();
