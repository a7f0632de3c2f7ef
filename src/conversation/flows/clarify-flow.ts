import type { Flow, FlowRequest } from "../flow.ts";
import { isReading, readingButton, type Reading } from "../readings.ts";
import { paragraph } from "../reply.ts";
import type { Intent, Understanding } from "../understanding/understanding.ts";
import { whatItCanDo } from "./guide-flow.ts";

/** Two readings this close are both likely: 0–1. */
const closeBy = 0.03;
/** Below this a guess is no better than what people mostly want. */
const leastGuess = 0.2;
const mostOffered = 3;
const mostlyWanted: readonly Reading[] = ["dossier_status", "procedure_info", "feedback_new"];
/** Of these the first is meant wherever both are read: "tôi bức xúc về cách làm việc ở phòng này". */
const toldApart: readonly (readonly [Intent, Intent])[] = [
  ["feedback_new", "office_info"],
  ["feedback_status", "feedback_new"],
  ["dossier_unfollow", "dossier_follow"],
];

/** The two things a message may mean when neither is the likelier; what is urgent or grave is never asked about. */
export function tornBetween({
  intent,
  confidence,
  alternatives: [next],
}: Understanding): [Reading, Reading] | undefined {
  if (!next || confidence === 1 || confidence - next.confidence > closeBy) return undefined;
  if (toldApart.some(([first, second]) => first === intent && second === next.intent)) return undefined;
  return intent !== "human" && isReading(intent) && isReading(next.intent)
    ? [intent, next.intent]
    : undefined;
}

/** One short question with two buttons. What was being asked for meanwhile still is. */
export const clarifyFlow: Flow = (request, tools) => {
  const { understanding, state, language } = request;
  const buttons = (tornBetween(understanding) ?? []).map((reading) => readingButton(reading, request, tools));
  return {
    replies: [
      {
        blocks: [paragraph(tools.say(language, "clarify-two"), "strong"), { kind: "buttons", buttons }],
      },
    ],
    state: { form: state.form, topic: state.topic, unclear: unclearWords(request) },
  };
};

/** Better what can be said, the likeliest readings and a person than a confident wrong answer. */
export const unknownFlow: Flow = (request, tools) => ({
  replies: [
    {
      blocks: [
        paragraph(tools.say(request.language, "unknown-text"), "strong"),
        ...whatItCanDo(request, tools),
        { kind: "buttons", buttons: likeliest(request).map((each) => readingButton(each, request, tools)) },
      ],
    },
  ],
  state: { topic: request.state.topic, unclear: unclearWords(request) },
});

/** Up to three readings, filled up with what people mostly want, and a person. */
function likeliest({ understanding, speaker }: FlowRequest): Reading[] {
  const guessed = understanding.alternatives
    .filter(({ confidence }) => confidence >= leastGuess)
    .map(({ intent }) => intent)
    .filter(isReading)
    .filter((reading) => reading !== "human" && (reading !== "my_work" || speaker.kind === "staff"));
  return [...[...new Set([...guessed, ...mostlyWanted])].slice(0, mostOffered), "human"];
}

/** The message without an unknown command before it, which would be read as the command again. */
function unclearWords({ understanding }: FlowRequest): string | undefined {
  return understanding.text.replace(/^\s*\/\s?\S+\s*/u, "").trim() || undefined;
}
