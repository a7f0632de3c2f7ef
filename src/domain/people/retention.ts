/** What is emptied or forgotten once its time is over. */
export const retained = ["messages", "replies", "notices", "files", "tries", "sign-in links"] as const;
export type Retained = (typeof retained)[number];

/**
 * For how many days each is kept at most: no longer than its purpose needs (Law 91/2025/QH15). What cases hold, with the
 * evidence of what was told, is kept as the archives' law says, until its sender has it erased.
 */
export const retentionDays: Record<Retained, number> = {
  messages: 730,
  replies: 730,
  notices: 730,
  files: 730,
  tries: 90,
  "sign-in links": 90,
};

/** How many rows were over their time before, and how many are after. */
export type RetentionProof = Record<Retained, { before: number; after: number }>;
