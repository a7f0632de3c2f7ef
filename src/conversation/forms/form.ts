import type { FlowRequest, FlowTools } from "../flow.ts";
import type { Block } from "../reply.ts";

/** A form as one message finds it. */
export interface Filling<Answers> {
  answers: Answers;
  request: FlowRequest;
  tools: FlowTools;
}

export type Reading<Answers> =
  | { kind: "read"; answers: Answers }
  /** Not an answer: why, after which it is asked anew. */
  | { kind: "misread"; blocks: Block[] }
  /** The form does not go on with it: what the person is told instead. */
  | { kind: "stopped"; answers: Answers; blocks: Block[] };

/** One thing a form asks: its prompt, and what reads and checks the answer. */
export interface Slot<Answers> {
  /** ASCII: how buttons and the conversation's state name it. */
  name: string;
  /** Whether it is asked at all, as the other answers stand. */
  isAsked: (answers: Answers) => boolean;
  isAnswered: (answers: Answers) => boolean;
  /** The answer that needs no asking, where there is one. */
  settle?: (filling: Filling<Answers>) => Promise<Answers | undefined>;
  ask: (filling: Filling<Answers>) => Block[] | Promise<Block[]>;
  read: (words: string, filling: Filling<Answers>) => Reading<Answers> | Promise<Reading<Answers>>;
}

/** What is still to be asked first; without a slot, all is answered. */
export async function nextQuestion<Answers>(
  slots: readonly Slot<Answers>[],
  filling: Filling<Answers>,
): Promise<{ answers: Answers; slot?: Slot<Answers> }> {
  let { answers } = filling;
  for (const slot of slots) {
    if (!slot.isAsked(answers) || slot.isAnswered(answers)) continue;
    const settled = await slot.settle?.({ ...filling, answers });
    if (!settled) return { answers, slot };
    answers = settled;
  }
  return { answers };
}

/** What was asked before a slot, or before the summary when none is named; undefined at the beginning. */
export async function questionBefore<Answers>(
  slots: readonly Slot<Answers>[],
  filling: Filling<Answers>,
  name: string | undefined,
): Promise<Slot<Answers> | undefined> {
  const at = slots.findIndex((slot) => slot.name === name);
  for (const slot of slots.slice(0, at < 0 ? slots.length : at).toReversed())
    if (slot.isAsked(filling.answers) && !(await slot.settle?.(filling))) return slot;
  return undefined;
}
