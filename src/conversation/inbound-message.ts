/** One message from a person, whatever the platform: the only way into the conversation. */
export interface InboundMessage {
  /** The platform's own id of the message, unique in the conversation: a second one with the same id is a duplicate. */
  id: string;
  /** telegram · zalo · web · terminal; only compared, never looked into. */
  channel: string;
  /** The chat on that channel. */
  conversationId: string;
  content: InboundContent;
  sentAt: Date;
  /** Preferred language as the platform tells it, if it does. */
  language?: "vi" | "en";
  /** Set by channels that know who speaks (terminal, demonstration switch): a staff username. */
  speakAs?: string;
}

export type InboundContent =
  | { kind: "text"; text: string }
  /** A pressed button: `say` is the command the button stands for, `label` what was on it. */
  | { kind: "button"; say: string; label?: string }
  /** Something this assistant cannot read yet; `what` names it for the log: photo, voice, sticker… */
  | { kind: "unsupported"; what: string };
