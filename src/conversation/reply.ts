/**
 * What the assistant says, with nothing of a platform in it. A channel renders the blocks as well as it can: without
 * buttons they become numbered choices, and the number is understood.
 */
export interface Reply {
  blocks: Block[];
  /** The case that this tells its sender of: what was promised and answered, word for word, is kept as evidence. */
  evidence?: { of: string };
}

export type Block =
  /** The first paragraph answers; `tone` lets a page style it. */
  | { kind: "paragraph"; text: string; tone?: "strong" | "warning" | "muted" }
  | { kind: "heading"; text: string }
  /** Label and value pairs, in reading order. */
  | { kind: "facts"; facts: { label: string; value: string }[] }
  | { kind: "list"; items: string[] }
  /** Figures side by side. The first column is text, the rest are numbers already written out. */
  | { kind: "table"; head: string[]; rows: string[][] }
  | { kind: "link"; label: string; url: string }
  | FileBlock
  | { kind: "buttons"; buttons: Button[] };

/** A picture or a document that is kept as an attachment. */
export interface FileBlock {
  kind: "file";
  attachmentId: string;
  mediaType: string;
  name: string;
  /** What it shows, for whoever cannot see it; a picture's finding. */
  caption: string;
  /** Said instead, where the channel takes no such file or it is here no more. */
  otherwise: string;
}

/** `say` is the command a press stands for, at most 64 bytes of ASCII (Telegram's limit). */
export interface Button {
  label: string;
  say: string;
}

export function paragraph(text: string, tone?: "strong" | "warning" | "muted"): Block {
  return tone ? { kind: "paragraph", text, tone } : { kind: "paragraph", text };
}
