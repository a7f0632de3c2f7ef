import type { FeedbackCase } from "./feedback.ts";
import type { FoldText } from "./routing.ts";

/** So many people who send the same within so long are one campaign. */
export const campaign = { fromSenders: 5, withinMs: 7 * 24 * 3_600_000 } as const;

/** What was sent with the same digest: by how many others, and the first of it that is still open. */
export interface SameText {
  senders: number;
  first: FeedbackCase | undefined;
}

/** Too short to be the same by anything but chance. */
const shortest = 30;
/** About a hundred metres. */
const placeDigits = 3;

/**
 * What tells a matter from others, as one text: its words without marks, numbers and links, where it is and which dossier
 * it is about. Undefined where it says too little.
 */
export function essenceOf(
  { content, place, dossierCode }: Pick<FeedbackCase, "content" | "place" | "dossierCode">,
  fold: FoldText,
): string | undefined {
  const words = fold(content.replaceAll(/https?:\/\/\S+/g, " "))
    .replaceAll(/[^\p{L}]+/gu, " ")
    .trim();
  if (words.length < shortest) return undefined;
  const at = [place.latitude, place.longitude].map((degrees) => degrees?.toFixed(placeDigits) ?? "");
  return JSON.stringify([words, fold(place.words ?? ""), ...at, dossierCode ?? ""]);
}

/** The case that one more of the same goes to; undefined while it is a matter of its own. */
export function campaignOf({ senders, first }: SameText): FeedbackCase | undefined {
  return senders + 1 >= campaign.fromSenders ? first : undefined;
}
