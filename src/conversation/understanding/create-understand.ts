import { findCodes } from "./find-codes.ts";
import { readCommand } from "./commands.ts";
import { chooseEntities } from "./choose-entities.ts";
import { prepareNames } from "./names.ts";
import { readSigns } from "./read-signs.ts";
import { scoreIntents, type Scored, type Signs } from "./score-intents.ts";
import { fold } from "./text/fold.ts";
import { readWords } from "./text/read-words.ts";
import type { Gazetteer, Intent, Understand } from "./understanding.ts";

/** Below this a reading is not worth acting on. */
const leastScore = 0.5;
/** A sign that this office is not meant takes this much from a reading that something else may explain. */
const offTopicCost = 0.5;
const toldAnyway: ReadonlySet<Intent> = new Set([
  "emergency",
  "denunciation",
  "state_secret",
  "complaint",
  "feedback_status",
  "start",
]);

/** Reads messages for a deployment with these names. Pure: the clock comes with each message. */
export function createUnderstand(gazetteer: Gazetteer): Understand {
  const names = prepareNames(gazetteer);
  return (text, context) => {
    const composed = text.normalize("NFC");
    const command = readCommand(composed, fold);
    const said = command ? command.rest : composed;
    const codes = findCodes(said);
    const message = readSigns(readWords(said, names.speller), said, codes, names, context);
    const free = scoreIntents(message.signs, message.covers);
    const ranked = free
      .map((reading) => (isAside(reading.intent, message.signs) ? weaken(reading) : reading))
      .filter(({ score }) => score >= leastScore)
      .toSorted((a, b) => b.score - a.score);
    const best = command ? { intent: command.intent, score: 1 } : ranked[0];
    const intent = best?.intent ?? "unknown";
    return {
      text,
      intent,
      confidence: best?.score ?? 1 - (free[0]?.score ?? 0) / 2,
      entities: chooseEntities(intent, message, codes, command?.name),
      alternatives: ranked
        .filter((reading) => reading.intent !== intent)
        .slice(0, 3)
        .map(({ intent: other, score }) => ({ intent: other, confidence: score })),
    };
  };
}

/** Whether the message only speaks of a word, or of something this office has nothing to do with. */
function isAside(intent: Intent, signs: Signs): boolean {
  if (signs.has("ABOUTWORD")) return true;
  const isExplained =
    signs.has("CODE") || signs.has("HEADED") || (intent === "procedure_info" && signs.has("TOPIC"));
  return signs.has("OFFTOPIC") && !isExplained && !toldAnyway.has(intent);
}

function weaken({ intent, score }: Scored): Scored {
  return { intent, score: score - offTopicCost };
}
