import { z } from "zod";
import type { Button } from "./reply.ts";

const button = z.object({ label: z.string(), say: z.string() });

const stateSchema = z.object({
  /** Buttons of the last answer, so that a number or a label typed instead of a press is understood. */
  choices: z.array(button).optional(),
  /** The album last answered: the rest of it needs no answer of its own. */
  album: z.string().optional(),
  /** What was asked and is still to be answered. */
  form: z.object({ kind: z.literal("dossier-proof"), code: z.string() }).optional(),
  /** What was last talked about, for a follow-up that does not repeat it. */
  topic: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("dossier"), code: z.string() }),
      z.object({ kind: z.literal("statistics"), say: z.string() }),
      z.object({ kind: z.literal("procedure"), code: z.string() }),
    ])
    .optional(),
});

/** What one conversation remembers between turns. */
export interface ConversationState {
  choices?: Button[] | undefined;
  album?: string | undefined;
  form?: { kind: "dossier-proof"; code: string } | undefined;
  topic?: { kind: "dossier" | "procedure"; code: string } | { kind: "statistics"; say: string } | undefined;
}

/** After this long a half-finished talk is forgotten: the person who comes back starts anew. */
export const stateLifetimeMs = 30 * 60_000;

/** Stored JSON → state. What is too old, or was written by another version and no longer fits, is an empty state. */
export function readState(stored: unknown, updatedAt: Date, now: Date): ConversationState {
  if (now.getTime() - updatedAt.getTime() > stateLifetimeMs) return {};
  const result = stateSchema.safeParse(stored);
  return result.success ? result.data : {};
}
