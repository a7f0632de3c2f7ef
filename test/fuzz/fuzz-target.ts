import fc from "fast-check";

/** One way in from outside, with inputs for it. */
export interface FuzzTarget<T = unknown> {
  name: string;
  /** How many of each thousand inputs it takes. */
  share: number;
  inputs: fc.Arbitrary<T>;
  /** Hands an input in as the outside would. What it throws or rejects with has escaped past the edge. */
  take: (input: T) => unknown;
}

interface Escape {
  input: string;
  why: string;
}

export interface FuzzResult {
  inputs: number;
  escapes: Escape[];
  /** Milliseconds that the slowest input took, at its second try where the first was too slow. */
  slowestMs: number;
}

const mostMs = 1000;
const mostTold = 5;
/** Where something was thrown stands in no answer. */
const stackLine = /^\s+at \S.*:\d+:\d+\)?$|node_modules\//m;

export function fuzzTarget<T>(target: FuzzTarget<T>): FuzzTarget {
  return target as FuzzTarget;
}

/** Throws when an answer tells where in the program something went wrong. */
export function requireNoStack(text: string): void {
  if (stackLine.test(text)) throw new Error(`the answer holds a stack: ${text.slice(0, 300)}`);
}

/** Hands `count` inputs in, one after the other, the same for one seed; tells those that escaped. */
export async function fuzz({ inputs, take }: FuzzTarget, count: number, seed: number): Promise<FuzzResult> {
  const result: FuzzResult = { inputs: 0, escapes: [], slowestMs: 0 };
  for (const input of fc.sample(inputs, { numRuns: count, seed })) {
    result.inputs += 1;
    try {
      result.slowestMs = Math.max(result.slowestMs, await quickerOfTwo(() => take(input)));
    } catch (error) {
      if (result.escapes.length < mostTold) result.escapes.push({ input: shown(input), why: String(error) });
    }
  }
  if (result.slowestMs > mostMs)
    result.escapes.push({ input: "the slowest", why: `took ${Math.round(result.slowestMs)} ms twice` });
  return result;
}

/** A busy machine is slow once; a reader that hangs is slow again. */
async function quickerOfTwo(work: () => unknown): Promise<number> {
  const first = await timed(work);
  return first > mostMs ? Math.min(first, await timed(work)) : first;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function shown(input: unknown): string {
  const text = input instanceof Uint8Array ? Buffer.from(input).toString("base64") : JSON.stringify(input);
  return String(text).slice(0, 400);
}
