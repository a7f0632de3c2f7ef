import type { Flow } from "../flow.ts";
import { paragraph } from "../reply.ts";
import type { Intent } from "../understanding/understanding.ts";

/** What may be said where others read along: figures that are public anyway, procedures, the office, what to do in need. */
const publicIntents: readonly Intent[] = [
  "statistics",
  "procedure_info",
  "office_info",
  "emergency",
  "greeting",
  "help",
  "thanks",
  "language",
  "cancel",
  "unknown",
];

/**
 * The flow that was chosen where it is for everyone's eyes, else the advice to ask in private. What `unknown` words are
 * taken for must be public too; `/start` may carry an invitation, so that it only helps.
 */
export function fitForGroup(flow: Flow, intent: Intent, flows: Record<Intent, Flow>): Flow {
  if (intent === "start") return flows.help;
  const isPublic = publicIntents.includes(intent) && publicIntents.some((each) => flows[each] === flow);
  return isPublic ? flow : askPrivatelyFlow;
}

const askPrivatelyFlow: Flow = ({ language }, { say }) => ({
  replies: [{ blocks: [paragraph(say(language, "group-ask-privately"))] }],
});
