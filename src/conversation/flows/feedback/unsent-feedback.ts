import { z } from "zod";
import { feedbackKinds, privacyGrades } from "../../../domain/feedback/feedback.ts";

const place = z
  .object({ words: z.string(), latitude: z.number(), longitude: z.number() })
  .partial()
  .transform(({ words, latitude, longitude }) => ({
    ...(words !== undefined && { words }),
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
  }));

const answers = z.object({
  kind: z.enum(feedbackKinds).default("report"),
  content: z.string().optional(),
  attachmentIds: z.array(z.string()).default([]),
  /** Whether more files came than are kept. */
  isFull: z.boolean().default(false),
  /** Null: they do not know. */
  field: z.string().nullish(),
  /** Null, here and below: passed over. */
  place: place.nullish(),
  dossierCode: z.string().nullish(),
  /** What came of asking whether it is the same as a known case: that case's code, or null when it is another matter. */
  sameAs: z.string().nullish(),
  privacy: z.enum(privacyGrades).optional(),
  contact: z.object({ name: z.string().optional(), phone: z.string().optional() }).nullish(),
  /** Words that cannot be its content as they are, unless the person says that they shall be. */
  setAside: z.string().optional(),
  /** Said by the person after they were told where such matters belong. */
  isFeedbackIndeed: z.boolean().default(false),
  /** The version of the notice that stood under the summary they were shown. */
  toldOf: z.string().optional(),
  /** The message that gave an answer, so that its edit changes that answer. */
  givenBy: z.record(z.string(), z.string()).default({}),
});

/** What somebody has answered so far of the feedback they are writing; what is undefined is still to be asked. */
export type UnsentFeedback = z.infer<typeof answers>;

export const nothingWritten: UnsentFeedback = answers.parse({});

/** Stored JSON → answers; those of another version that no longer fit are none. */
export function readUnsentFeedback(stored: unknown): UnsentFeedback {
  const result = answers.safeParse(stored);
  return result.success ? result.data : nothingWritten;
}

/** After this long, feedback that nobody went on writing is forgotten. */
export const unsentLifetimeMs = 7 * 24 * 60 * 60_000;

export interface KeptFeedback {
  /** Digits. */
  id: string;
  answers: UnsentFeedback;
  updatedAt: Date;
}

/** Where feedback being written is kept, one a conversation. All of it belongs to the turn's transaction. */
export interface UnsentFeedbackStore {
  /** What is being written in a conversation. */
  current(conversationId: string, now: Date): Promise<KeptFeedback | undefined>;
  /** Starts anew; what was being written there before is forgotten. */
  start(conversationId: string, answers: UnsentFeedback, now: Date): Promise<KeptFeedback>;
  keep(id: string, answers: UnsentFeedback, now: Date): Promise<void>;
  forget(id: string): Promise<void>;
  /** Notes what it was filed as and forgets the rest. */
  sent(id: string, feedbackId: string): Promise<void>;
  /** The code it was filed as, when it was sent from this conversation. */
  sentAs(conversationId: string, id: string): Promise<string | undefined>;
}
