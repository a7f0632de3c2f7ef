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
  /** Others read along: nothing that concerns one person only may be said. */
  isInGroup?: boolean;
}

export type InboundContent =
  | { kind: "text"; text: string }
  /** A pressed button: `say` is the command the button stands for, `label` what was on it. */
  | { kind: "button"; say: string; label?: string }
  /** Photos, files, voice: with the words sent along, if any. Messages with one `album` were sent as one. */
  | { kind: "media"; text?: string; attachments: Attachment[]; album?: string }
  /** A place on the map, in degrees (WGS 84). */
  | { kind: "position"; latitude: number; longitude: number; title?: string }
  /** The person changed an earlier message: `of` is its id. Both versions stay. */
  | { kind: "edit"; of: string; text: string }
  /** Something this assistant cannot read; `what` names it for the log: sticker, poll… */
  | { kind: "unsupported"; what: string };

/** Something sent along. Its bytes are kept by the attachment store, which knows it by `ref`. */
export interface Attachment {
  kind: "photo" | "file" | "voice" | "video";
  /** The channel's own handle: `telegram:<file_id>`, or `stored:<id>` when we have the bytes already. */
  ref: string;
  name?: string;
  /** As the sender's side claims it. */
  mediaType?: string;
  sizeBytes?: number;
}
