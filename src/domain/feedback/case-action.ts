import type { FeedbackKind, Urgency } from "./feedback.ts";

/** Why an officer may refuse a matter; the explanation comes beside it. */
export const refusalGrounds = [
  "not-our-authority",
  "complaint-or-denunciation",
  "in-court",
  "state-secret",
  "unclear",
  "already-answered",
  "abusive",
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** Everything that can be done to a case. Texts are as the person wrote them; blank ones are refused. */
export type CaseAction =
  | { kind: "accept" }
  | { kind: "classify"; field?: string; feedbackKind?: FeedbackKind; urgency?: Urgency }
  /** To a unit, which gives it to an officer of its own when none is named. */
  | { kind: "assign"; unitCode: string; officer?: string }
  /** "Sai phòng": back to the officer on duty, and counted against the rule that sent it here. */
  | { kind: "wrong-unit" }
  | { kind: "ask-citizen"; question: string }
  | { kind: "ask-agency"; agency: string; reason: string }
  | { kind: "resume" }
  | { kind: "add-information"; text: string; attachmentIds: readonly string[] }
  | { kind: "request-extension"; workingDays: number; reason: string }
  | { kind: "decide-extension"; isGranted: boolean; reason?: string }
  | { kind: "draft"; text: string }
  | { kind: "submit" }
  | { kind: "return"; reason: string }
  /** With the text, or with the draft as it stands. */
  | { kind: "answer"; text?: string }
  | { kind: "refuse"; ground: RefusalGround; explanation: string }
  | { kind: "forward"; agency: string; explanation: string }
  | { kind: "withdraw"; reason?: string }
  | { kind: "close" }
  | { kind: "request-reopening"; reason: string }
  | { kind: "decide-reopening"; isGranted: boolean; reason: string }
  | { kind: "note"; text: string };

export type CaseActionOf<Kind extends CaseAction["kind"]> = Extract<CaseAction, { kind: Kind }>;

/** Why an action was not done. Nothing changed. */
export type ActionRefusal =
  | { because: "not-allowed" }
  /** The state of the case does not let it. */
  | { because: "wrong-state" }
  | { because: "text-missing" }
  /** Someone took it before: who, and when. */
  | { because: "already-taken"; by: string; at: Date }
  | { because: "no-such-unit" }
  | { because: "no-such-officer" }
  | { because: "extensions-used-up" }
  | { because: "extension-waiting" }
  | { because: "no-extension-waiting" }
  | { because: "days-out-of-range"; most: number }
  | { because: "pauses-used-up"; most: number }
  | { because: "needs-approval" }
  | { because: "no-draft" }
  | { because: "reopening-too-late"; until: Date };
