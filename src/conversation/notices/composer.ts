import type { Language, Say } from "../../wording/wording.ts";
import type { Reply } from "../reply.ts";

/** What a composer knows of the moment and the person it speaks to. */
export interface ComposingContext {
  say: Say;
  language: Language;
  now: Date;
}

/** Facts of one kind of notice → what is said. The facts are those that its planner wrote. */
export type Composer = (facts: Record<string, unknown>, context: ComposingContext) => Reply;
