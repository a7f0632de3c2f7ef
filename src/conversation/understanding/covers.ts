import { broadSigns } from "./lexicon/broad-signs.ts";
import { courtesies, fillers } from "./lexicon/lexicon.ts";

import type { Covers } from "./score-intents.ts";
import type { Token } from "./text/tokens.ts";

/** What may stand beside a wish without being one. */
const asides: ReadonlySet<string> = new Set([
  "WANT",
  "SWITCH",
  "GREETING",
  "THANKS",
  "HELPME",
  "NOTIFYME",
  "LOOKUP",
  "CONFIRM",
  "FOLLOWUP",
]);

const broad = new Map<string, readonly string[]>(Object.entries(broadSigns));

/** Tells whether some signs leave nothing of a message but small words, or nothing but courtesy. `owners` is by token. */
export function createCovers(tokens: readonly Token[], owners: readonly string[][]): Covers {
  return (present, beside) => {
    const wanted = new Set(present.flatMap((sign) => broad.get(sign) ?? [sign]));
    const small = beside === "courtesy" ? courtesies : fillers;
    return tokens.every((token, index) => {
      const signs = owners[index]!;
      if (token.kind === "mark" || signs.some((sign) => wanted.has(sign))) return true;
      const isAside = signs.every((sign) => asides.has(sign));
      return isAside && (signs.includes("GREETING") || signs.includes("THANKS") || small.has(token.text));
    });
  };
}
