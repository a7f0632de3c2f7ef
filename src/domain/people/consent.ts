/**
 * Which version of the words people agree to before their feedback is kept (`feedback-notice`). Raised when the words change
 * in what they mean: whoever was shown other words is then asked anew.
 */
export const noticeVersion = "2026-11";

/** Somebody agreed to have the matter handled, in the words that they saw. */
interface Consent {
  feedbackId: string;
  conversationId: string;
  version: string;
  language: string;
  words: string;
  channel: string;
  at: Date;
}

/** Proof of consent (Law 91/2025/QH15). Its function throws StoreUnavailableError. */
export interface ConsentStore {
  record(consent: Consent): Promise<void>;
}
