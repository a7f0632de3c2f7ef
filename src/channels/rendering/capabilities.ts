/** What a channel can show, as data: rendering degrades by it. */
export interface Capabilities {
  /** Longest text of one message, in UTF-16 units. */
  textLimit: number;
  /** Widest table, in columns of a fixed-width font, that is still legible; 0 where there is no such font. */
  tableColumns: number;
  /** False: a link is written out, label and address. */
  hasLinks: boolean;
  /** Which files can be sent. */
  takesFile: (mediaType: string) => boolean;
  /** Where a file that cannot be sent may be had for a while; absent, or without an address: nowhere. */
  linkTo?: LinkToFile;
  /** What can be pressed; null where nothing can, and choices are numbered instead. */
  buttons: ButtonLimits | null;
}

/** An address of ours, good for a short time and for nothing else; undefined where nobody reaches us. */
export type LinkToFile = (attachmentId: string) => string | undefined;

export interface ButtonLimits {
  /** Most buttons under one message. */
  count: number;
  /** Longest label, in characters as people count them. */
  labelLimit: number;
  sayLimitBytes: number;
  /** Columns of text that fit side by side in one row of buttons. */
  rowColumns: number;
}
