import type { FeedbackTools } from "../domain/feedback/feedback-tools.ts";
import type { Language } from "../wording/wording.ts";
import type { FlowTools, Speaker } from "./flow.ts";
import type { ConversationState } from "./conversation-state.ts";
import type { InboundMessage } from "./inbound-message.ts";
import type { Reply } from "./reply.ts";

/** The conversation as a turn finds it, locked until the turn ends. */
export interface OpenConversation {
  /** The conversation, as stores know it. */
  id: string;
  /** Names the person, in all conversations that were joined to theirs. */
  person: string;
  speaker: Speaker;
  language: Language;
  state: ConversationState;
  /** Ids of what the message carried, in its order. */
  attachmentIds: string[];
  /** What an edited message said before; undefined when it never reached us. */
  earlierVersion: (messageId: string) => Promise<EarlierVersion | undefined>;
}

export interface EarlierVersion {
  text: string;
  /** Whether nothing else was said since. */
  isLast: boolean;
}

/** What a turn leaves behind. */
export interface TurnChanges {
  state: ConversationState;
  language: Language;
  replies: Reply[];
  /** Set when answering failed: what went wrong, for the operator. */
  failure?: string;
}

/** The stores that work inside the turn's transaction. */
export type TurnStores = Pick<
  FlowTools,
  | "dossiers"
  | "proofAttempts"
  | "follows"
  | "statistics"
  | "unsentFeedback"
  | "guidances"
  | "snoozes"
  | "work"
  | "staffAccounts"
  | "identities"
  | "relays"
  | "keptOfPerson"
  | "consents"
  | "apologies"
  | "audit"
  | "orderReport"
  | "orderList"
  | "dossierLists"
  | "photoReadings"
  | "signInLink"
  | "signedFigures"
  | "figureSubscriptions"
  | "figureRuns"
  | "targets"
  | "serviceQuality"
> &
  Omit<FeedbackTools, "calendars" | "fold">;

export interface TurnStore {
  /**
   * One transaction: remembers the message's id and what it carried, locks the conversation, lets `work` decide, stores the changes and
   * the replies in the outbox, commits. A message whose id is known is a duplicate: `work` is not called and nothing
   * changes. What `work` throws rolls everything back and is thrown on. Throws StoreUnavailableError when the
   * database is away.
   */
  inTurn(
    message: InboundMessage,
    now: Date,
    work: (conversation: OpenConversation, stores: TurnStores) => Promise<TurnChanges>,
  ): Promise<"answered" | "duplicate">;
}
