import { z } from "zod";
import type { Button } from "./reply.ts";

const button = z.object({ label: z.string(), say: z.string() });

const formSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dossier-proof"), code: z.string() }),
  z.object({
    kind: z.literal("own-case-words"),
    action: z.enum(["add", "withdraw", "reopen", "rate"]),
    code: z.string(),
    words: z.string().optional(),
    attachmentIds: z.array(z.string()).optional(),
  }),
  /** Words that an officer's deed on a case waits for; `choice` is what was chosen before: days, a ground. */
  z.object({
    kind: z.literal("case-words"),
    deed: z.enum([
      "hoi",
      "coquan",
      "giahan",
      "soan",
      "tralai",
      "tuchoi",
      "chuyenngoai",
      "ghichu",
      "molai",
      "khongmolai",
    ]),
    code: z.string(),
    /** The version of the case the officer saw. */
    version: z.number(),
    choice: z.string(),
    words: z.string().optional(),
  }),
  /** What is asked of the feedback being written; its summary when nothing is. */
  z.object({ kind: z.literal("feedback"), asking: z.string().optional() }),
  /** A talk with an officer, or with a citizen, goes on; what is said is for them. */
  z.object({ kind: z.literal("relay"), id: z.string() }),
  /** Feedback was just sent: photos that come now belong to it. */
  z.object({ kind: z.literal("feedback-sent"), code: z.string() }),
]);

const stateSchema = z.object({
  /** Buttons of the last answer, so that a number or a label typed instead of a press is understood. */
  choices: z.array(button).optional(),
  /** The album last answered: the rest of it needs no answer of its own. */
  album: z.string().optional(),
  /** What was asked and is still to be answered. */
  form: formSchema.optional(),
  /** Words that were not understood: a press on what they may mean goes on with them. */
  unclear: z.string().optional(),
  /** What was last talked about, for a follow-up that does not repeat it. */
  topic: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("dossier"), code: z.string(), before: z.string().optional() }),
      /** The command that asks for the same figures. */
      z.object({ kind: z.literal("statistics"), say: z.string() }),
      z.object({ kind: z.literal("procedure"), code: z.string() }),
    ])
    .optional(),
});

/** What was asked and is still to be answered. */
export type ConversationForm = z.infer<typeof formSchema>;
export type ConversationFormOf<Kind extends ConversationForm["kind"]> = Extract<
  ConversationForm,
  { kind: Kind }
>;

/** What one conversation remembers between turns. */
export interface ConversationState {
  choices?: Button[] | undefined;
  album?: string | undefined;
  form?: ConversationForm | undefined;
  unclear?: string | undefined;
  topic?:
    | { kind: "dossier"; code: string; before?: string | undefined }
    | { kind: "procedure"; code: string }
    | { kind: "statistics"; say: string }
    | undefined;
}

/** After this long a half-finished talk is forgotten: the person who comes back starts anew. */
export const stateLifetimeMs = 30 * 60_000;

/** Stored JSON → state. What is too old, or was written by another version and no longer fits, is an empty state. */
export function readState(stored: unknown, updatedAt: Date, now: Date): ConversationState {
  if (now.getTime() - updatedAt.getTime() > stateLifetimeMs) return {};
  const result = stateSchema.safeParse(stored);
  return result.success ? result.data : {};
}
