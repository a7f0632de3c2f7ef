const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * What integrators report of Zalo and its own pages did not confirm to us. Everything doubtful about the platform stands
 * here and in `zalo-codes.ts`, so that a correction is one line.
 */
export const zaloFacts = {
  /** Buttons under one message, and their lengths in characters. */
  buttons: { count: 5, titleLimit: 100, payloadLimitBytes: 1000 },
  /** A reply that quotes a message of the person is free: so many of them, for so long. */
  freeReplies: { count: 8, windowMs: 48 * hourMs },
  /** After so long without a word from the person a consultation message is refused. */
  consultationWindowMs: 7 * dayMs,
  /** Life of a refresh token when the answer does not say. */
  refreshTokenLifeMs: 90 * dayMs,
  /** Answers of /upload/… are good for so long. */
  uploadLifeMs: 6 * dayMs,
  /** Largest uploads, in bytes. */
  uploads: { image: 1024 * 1024, gif: 5 * 1024 * 1024, file: 5 * 1024 * 1024 },
  /** Types that /upload/file takes. */
  fileTypes: [
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  /** Template messages go out by day only, Vietnamese hours: from, and before. */
  znsHours: { from: 6, to: 22 },
  /** Longest value of one field of a template, in characters. */
  znsFieldLimit: 100,
  /** A webhook that comes later than this is no late delivery of Zalo's but a replay. */
  oldestEventMs: 2 * dayMs,
  /** How fast Zalo may be called, for all people together and for each; it tells nobody, but says -32 when it minds. */
  pace: { channel: { burst: 1, everyMs: 50 }, chat: { burst: 5, everyMs: 500 } },
  /** How the code challenge is made of the verifier; Zalo takes no other. */
  codeChallenge: { digest: "sha256", encoding: "base64url" },
} as const;
