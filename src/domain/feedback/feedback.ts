import type { StaffMember } from "../staff/staff-member.ts";
import type { CasePromise } from "./case-clocks.ts";
import type { FeedbackStatus } from "./case-states.ts";

/** Phản ánh (how something was done) or kiến nghị (how it should be done): NĐ 20/2008/NĐ-CP, art. 3. */
export const feedbackKinds = ["report", "proposal"] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

export const urgencies = ["normal", "complex", "urgent"] as const;
export type Urgency = (typeof urgencies)[number];

/**
 * Who learns the name of the person: everyone once it is published, the agency alone, or nobody. An anonymous case
 * keeps the conversation to answer to, and shows it to no one.
 */
export const privacyGrades = ["public", "agency", "anonymous"] as const;
export type Privacy = (typeof privacyGrades)[number];

/** Where a matter came from; a channel not named here counts as `other`. */
export const feedbackSources = [
  "1022",
  "zalo",
  "zalo-bot",
  "telegram",
  "web",
  "terminal",
  "open311",
  "in-person",
  "other",
] as const;
export type FeedbackSource = (typeof feedbackSources)[number];

/** A place as told, as shared, or both. */
interface Place {
  words?: string;
  latitude?: number;
  longitude?: number;
}

/** Who did something to a case. */
export type Actor =
  | { kind: "citizen"; person: string }
  | { kind: "staff"; staff: StaffMember }
  | { kind: "system"; name: string };

/** An answer being prepared, and whether it waits for a leader's word. */
interface Draft {
  text: string;
  by: string;
  isSubmitted: boolean;
}

/** More time, asked for by the officer and not yet decided by a leader. */
interface ExtensionRequest {
  workingDays: number;
  reason: string;
  by: string;
}

/** One matter of a citizen as a case that is worked on. */
export interface FeedbackCase {
  id: string;
  /** PA-2026-000123 */
  code: string;
  source: FeedbackSource;
  /** The source's own id of it. */
  sourceCode: string;
  kind: FeedbackKind;
  urgency: Urgency;
  status: FeedbackStatus;
  /** Grows with each change; an action meant for an older version is refused. */
  version: number;
  /** 1, and one more each time it was reopened. */
  round: number;
  content: string;
  field: string | null;
  place: Place;
  dossierCode: string | null;
  receivedAt: Date;
  acceptDueAt: Date | null;
  acceptedAt: Date | null;
  dueAt: Date | null;
  /** When the person got an answer, a refusal or the word that it was passed on. */
  answeredAt: Date | null;
  closedAt: Date | null;
  isExtended: boolean;
  /** The policy version it was given; null until it was promised anything. */
  policyId: number | null;
  promise: CasePromise | null;
  unitCode: string | null;
  unitName: string | null;
  /** Codes from the agency down to the case's unit. */
  unitPath: string[];
  /** Username of the officer who has it. */
  officer: string | null;
  /** What the officer is called; of a case just given to someone, as it is once it is kept. */
  officerName: string | null;
  routingRuleId: number | null;
  /** The words or the field that triggered the routing rule. */
  routedBy: string | null;
  person: string | null;
  conversationId: string | null;
  senderName: string | null;
  senderPhone: string | null;
  privacy: Privacy;
  joinedToId: string | null;
  draft: Draft | null;
  extension: ExtensionRequest | null;
  /** What the person was told in the end: the answer, or why it was refused or passed on. */
  answer: string | null;
  isDemonstration: boolean;
}

/** One thing that happened to a case; never changed afterwards. */
export interface CaseEvent {
  happenedAt: Date;
  kind: CaseEventKind;
  fromStatus: FeedbackStatus | null;
  toStatus: FeedbackStatus | null;
  actor: Actor;
  channel: string;
  reason: string | null;
  detail: Record<string, unknown>;
}

export const caseEventKinds = [
  "filed",
  "imported",
  "joined",
  "classified",
  "assigned",
  "accepted",
  "wrong-unit",
  "citizen-asked",
  "agency-asked",
  "resumed",
  "information-added",
  "extension-requested",
  "extension-granted",
  "extension-denied",
  "drafted",
  "submitted",
  "returned",
  "answered",
  "refused",
  "forwarded",
  "withdrawn",
  "closed",
  "rated",
  "reopening-requested",
  "reopened",
  "reopening-denied",
  "noted",
  "deadline-moved",
  "guided-elsewhere",
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

/** What likeness between cases is judged by. */
export type Attributes = Pick<FeedbackCase, "content" | "field" | "place" | "dossierCode" | "person">;
