import type { OutsideMatter } from "../../../domain/feedback/guidance.ts";
import type { Intent, Understanding } from "../../understanding/understanding.ts";

/** The gravest first. */
const matterOfIntent: [Intent, OutsideMatter][] = [
  ["emergency", "emergency"],
  ["state_secret", "state-secret"],
  ["denunciation", "denunciation"],
  ["complaint", "complaint"],
];
/** A likelier reading may hide it, a command does. */
const sureConfidence = 0.9;

/** What a message tells of that is not taken as feedback. What it quotes or denies does not count. */
export function outsideMatterOf({ intent, alternatives }: Understanding): OutsideMatter | undefined {
  const read = new Set([
    intent,
    ...alternatives.filter(({ confidence }) => confidence >= sureConfidence).map((other) => other.intent),
  ]);
  return matterOfIntent.find(([one]) => read.has(one))?.[1];
}
