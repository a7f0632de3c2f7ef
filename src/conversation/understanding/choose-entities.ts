import type { FoundCodes } from "./find-codes.ts";
import type { ReadMessage } from "./read-signs.ts";
import type { Signs } from "./score-intents.ts";
import { readQuantity } from "./text/number-words.ts";
import type { Entities, Intent, Measure } from "./understanding.ts";

const aboutFigures: ReadonlySet<Intent> = new Set(["statistics"]);
const aboutTime: ReadonlySet<Intent> = new Set([
  "statistics",
  "sign_off",
  "adjustments",
  "targets",
  "service_quality",
  "my_work",
]);
const aboutNames: ReadonlySet<Intent> = new Set([
  "statistics",
  "sign_off",
  "adjustments",
  "targets",
  "service_quality",
  "procedure_info",
  "feedback_new",
]);

/** The most telling first: "giải quyết đúng hạn" is on time. */
const measures: [sign: string, measure: Measure][] = [
  ["onlineRate", "onlineRate"],
  ["onTimeRate", "onTimeRate"],
  ["assignments", "assignments"],
  ["feedbackNoun", "feedback"],
  ["late", "late"],
  ["early", "early"],
  ["onTime", "onTime"],
  ["open", "open"],
  ["received", "received"],
  ["resolved", "resolved"],
];

/** Of all that was found, what matters to an intent. */
export function chooseEntities(
  intent: Intent,
  message: ReadMessage,
  codes: FoundCodes,
  command: string | undefined,
): Entities {
  const entities: Entities = {};
  const { signs } = message;
  if (codes.dossierCode) entities.dossierCode = codes.dossierCode;
  if (codes.codeFault) entities.codeFault = codes.codeFault;
  if (codes.ticketCode) entities.ticketCode = codes.ticketCode;
  if (codes.phone) entities.phone = codes.phone;
  if (aboutTime.has(intent)) {
    if (message.period) entities.period = message.period;
    if (message.invalidPeriod !== undefined) entities.invalidPeriod = message.invalidPeriod;
  }
  if (aboutNames.has(intent))
    for (const { value } of message.names) {
      if (value.kind === "unit") entities.unit ??= value.code;
      if (value.kind === "field") entities.field ??= value.name;
      if (value.kind === "procedure") entities.procedure ??= value.code;
    }
  if (aboutFigures.has(intent)) {
    if (signs.has("PREVIOUS")) entities.comparison = "previous";
    if (signs.has("SAMELASTYEAR")) entities.comparison = "sameLastYear";
    if (signs.has("BYFIELD")) entities.breakdown = "field";
    else if (signs.has("BYUNIT")) entities.breakdown = "unit";
    else if (signs.has("BYPROCEDURE")) entities.breakdown = "procedure";
    else if (signs.has("BYMODE")) entities.breakdown = "mode";
    else if (signs.has("BYLEVEL")) entities.breakdown = "level";
    else if (signs.has("BYINTERLINKED")) entities.breakdown = "interlinked";
    const measure = measureOf(signs);
    if (measure) entities.measure = measure;
  }
  if (intent === "language") {
    if (signs.has("TOENGLISH") || command === "english" || command === "tienganh" || says(message, "en"))
      entities.language = "en";
    else if (signs.has("TOVIETNAMESE") || command === "tiengviet" || says(message, "vi"))
      entities.language = "vi";
  }
  if (intent === "unknown" || intent === "procedure_info") {
    const quantity = message.tokens.length > 0 ? readQuantity(message.tokens, 0) : undefined;
    if (quantity?.to === message.tokens.length) entities.quantity = quantity.value;
  }
  return entities;
}

/** Undefined too when both of the everyday measures are asked for: then all figures are the answer. */
function measureOf(signs: Signs): Measure | undefined {
  if (signs.has("MEDIAN") || signs.has("HOWLONG")) return "handlingTime";
  if (signs.has("RATE") && signs.has("ONLINE")) return "onlineRate";
  if (signs.has("RATE") && signs.has("onTime")) return "onTimeRate";
  const measure = measures.find(([sign]) => signs.has(sign))?.[1];
  return measure === "received" && signs.has("resolved") ? undefined : measure;
}

function says({ tokens }: ReadMessage, word: string): boolean {
  return tokens.some(({ text }) => text === word);
}
