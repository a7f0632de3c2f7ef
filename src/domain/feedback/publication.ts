import type { Act } from "../audit/act.ts";
import type { StaffMember } from "../staff/staff-member.ts";
import { mayDecideOn } from "./case-access.ts";
import type { FeedbackCase } from "./feedback.ts";
import type { FeedbackStore } from "./feedback-store.ts";

/** A matter and its answer as everybody may read them: words that a leader let out, in which nobody is named. */
export interface Publication {
  code: string;
  field: string | null;
  unitName: string | null;
  question: string;
  answer: string;
  receivedAt: Date;
  answeredAt: Date | null;
  publishedAt: Date;
  /** Username. */
  publishedBy: string;
  /** Null while everybody may read it. */
  withdrawnAt: Date | null;
  /** How many visitors said that they met with the same. */
  echoes: number;
  isDemonstration: boolean;
}

export interface PublicationPlace {
  publishedAt: Date;
  code: string;
}

/** Whoever lets it out or takes it back; it is in the audit. */
type PublicationAct = Pick<Act, "by" | "channel" | "at">;

/** Where publications are kept, inside the caller's transaction where something changes. Its functions throw StoreUnavailableError. */
export interface PublicationStore {
  /** Those that everybody may read, the newest first. Words are found with marks or without. */
  published(
    words: readonly string[],
    page: { after?: PublicationPlace; limit: number },
  ): Promise<Publication[]>;
  /** Withdrawn or not. */
  find(code: string): Promise<Publication | undefined>;
  /** Publishes it, or these words instead of those before; what was withdrawn comes back. */
  publish(matter: PublishedMatter, words: PublicWords, act: PublicationAct): Promise<void>;
  /** False when it is not published. */
  withdraw(matter: PublishedMatter, act: PublicationAct): Promise<boolean>;
  /** How often a network has said so since, of anything. */
  echoesOf(network: string, since: Date): Promise<number>;
  /** False when this visitor is counted already. */
  addEcho(code: string, echo: { visitor: string; network: string; now: Date }): Promise<boolean>;
}

type PublishedMatter = Pick<FeedbackCase, "id" | "code">;

export interface PublicWords {
  question: string;
  answer: string;
}

/** What makes words unfit to be published. */
export type PublicationFault = "empty" | "long" | "number" | "name";

export type PublishOutcome =
  | { kind: "published" }
  /** Unknown, or not theirs to decide on. */
  | { kind: "not-found" }
  | { kind: "not-answered" }
  | { kind: "unfit"; faults: Partial<Record<keyof PublicWords, PublicationFault>> };

/** Hides numbers that tell of somebody. */
export type MaskNumbers = (text: string) => string;

const longestText = 4_000;

/** What a leader begins with: the case's own words without numbers and without the sender's name. */
export function proposeWords(matter: FeedbackCase, mask: MaskNumbers): PublicWords {
  const open = (text: string) => withoutName(mask(text), matter.senderName);
  return { question: open(matter.content), answer: open(matter.answer ?? "") };
}

/** Lets a matter that was answered be read by everybody, in the words given; only somebody who decides on it may. */
export async function publishCase(
  {
    code,
    words,
    staff,
    channel,
    now,
  }: { code: string; words: PublicWords; staff: StaffMember; channel: string; now: Date },
  tools: { feedback: Pick<FeedbackStore, "find">; publications: PublicationStore; mask: MaskNumbers },
): Promise<PublishOutcome> {
  const file = await tools.feedback.find(code);
  if (!file || !mayDecideOn(staff, file.matter)) return { kind: "not-found" };
  const { matter } = file;
  if (matter.answer === null || matter.status === "withdrawn") return { kind: "not-answered" };
  const faults = {
    ...faultOf("question", words, matter, tools.mask),
    ...faultOf("answer", words, matter, tools.mask),
  };
  if (Object.keys(faults).length > 0) return { kind: "unfit", faults };
  const by = { kind: "staff", name: staff.username } as const;
  await tools.publications.publish(matter, words, { by, channel, at: now });
  return { kind: "published" };
}

export type EchoOutcome = "counted" | "repeated" | "too-many" | "not-found";

/** So often in a day may one network say so: whole offices share one. */
const echoesADay = { perNetwork: 30, withinMs: 24 * 3_600_000 } as const;

/** "Tôi cũng gặp": counts a visitor once. */
export async function echoCase(
  { code, visitor, network, now }: { code: string; visitor: string; network: string; now: Date },
  publications: PublicationStore,
): Promise<EchoOutcome> {
  const found = await publications.find(code);
  if (!found || found.withdrawnAt !== null) return "not-found";
  const since = new Date(now.getTime() - echoesADay.withinMs);
  if ((await publications.echoesOf(network, since)) >= echoesADay.perNetwork) return "too-many";
  return (await publications.addEcho(code, { visitor, network, now })) ? "counted" : "repeated";
}

function faultOf(part: keyof PublicWords, words: PublicWords, matter: FeedbackCase, mask: MaskNumbers) {
  const text = words[part];
  const fault: PublicationFault | undefined = !text.trim()
    ? "empty"
    : text.length > longestText
      ? "long"
      : mask(text) !== text
        ? "number"
        : withoutName(text, matter.senderName) !== text
          ? "name"
          : undefined;
  return fault && { [part]: fault };
}

const hidden = "[…]";

/** Takes a name out of a text, however it is written there. */
function withoutName(text: string, name: string | null): string {
  const parts = name?.trim().split(/\s+/) ?? [];
  // One word is too common to be taken out wherever it stands.
  if (parts.length < 2) return text;
  const written = parts
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  return text.replaceAll(new RegExp(String.raw`(?<![\p{L}\p{N}])${written}(?![\p{L}\p{N}])`, "giu"), hidden);
}
