import { findCodes } from "./find-codes.ts";
import { readCommand } from "./commands.ts";
import { chooseEntities } from "./choose-entities.ts";
import { prepareNames } from "./names.ts";
import { readSigns } from "./read-signs.ts";
import { guessIntents, scoreIntents, type Scored, type Signs } from "./score-intents.ts";
import { fold } from "./text/fold.ts";
import { readWords } from "./text/read-words.ts";
import type { Gazetteer, Intent, Understand, Understanding } from "./understanding.ts";

/** Below this a reading is not worth acting on. */
const leastScore = 0.5;
/** A sign that this office is not meant takes this much from a reading that something else may explain. */
const offTopicCost = 0.5;
/** What another reading of the words that the best one rests on loses. */
const sameWordsCost = 0.1;
const mostAlternatives = 3;
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
    const { signs } = message;
    const free = scoreIntents(signs, message.covers);
    const ranked = free
      .map((reading) => (isAside(reading.intent, signs) ? weaken(reading, offTopicCost) : reading))
      .filter(({ score }) => score >= leastScore)
      .toSorted((a, b) => b.score - a.score);
    const best = command ? { intent: command.intent, score: 1, present: [] } : ranked[0];
    const intent = best?.intent ?? "unknown";
    return {
      text,
      intent,
      confidence: rounded(best?.score ?? 1 - (free[0]?.score ?? 0) / 2),
      entities: chooseEntities(intent, message, codes, command?.name),
      alternatives: otherReadings(intent, best ? against(best, ranked, signs) : ranked, signs),
    };
  };
}

/** Readings beside the best. One of the same words is the less likely for it; one of other words is a second wish. */
function against(best: Scored, ranked: readonly Scored[], signs: Signs): Scored[] {
  const places = new Set(best.present.map((sign) => signs.get(sign)));
  return ranked
    .filter(({ intent }) => intent !== best.intent)
    .map((reading) =>
      reading.present.some((sign) => places.has(signs.get(sign))) ? weaken(reading, sameWordsCost) : reading,
    )
    .toSorted((a, b) => b.score - a.score);
}

function otherReadings(
  intent: Intent,
  ranked: readonly Scored[],
  signs: Signs,
): Understanding["alternatives"] {
  const isNew = (other: Scored): boolean =>
    other.intent !== intent && !ranked.some((reading) => reading.intent === other.intent);
  const guesses =
    ranked.length < mostAlternatives
      ? guessIntents(signs).filter((guess) => isNew(guess) && !isAside(guess.intent, signs))
      : [];
  return [...ranked, ...guesses]
    .slice(0, mostAlternatives)
    .map(({ intent: other, score }) => ({ intent: other, confidence: rounded(score) }));
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

/** Whether the message only speaks of a word, or of something this office has nothing to do with. */
function isAside(intent: Intent, signs: Signs): boolean {
  if (signs.has("ABOUTWORD")) return intent !== "figure_definition";
  const isExplained =
    signs.has("CODE") || signs.has("HEADED") || (intent === "procedure_info" && signs.has("TOPIC"));
  return signs.has("OFFTOPIC") && !isExplained && !toldAnyway.has(intent);
}

function weaken(reading: Scored, cost: number): Scored {
  return { ...reading, score: reading.score - cost };
}
