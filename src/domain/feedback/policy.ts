import type { Term } from "../deadlines/term.ts";
import type { ReminderPolicy } from "../reminders/reminder.ts";
import type { FeedbackKind, Urgency } from "./feedback.ts";

/** How long a kind of case may take, and what may be done to that. Never changed: a later version follows it. */
export interface FeedbackPolicy {
  id: number;
  /** Null: any. */
  field: string | null;
  kind: FeedbackKind | null;
  urgency: Urgency;
  version: number;
  validFrom: Date;
  /** From receipt until someone takes it. */
  acceptTerm: Term;
  /** From receipt until the answer. */
  answerTerm: Term;
  needsApproval: boolean;
  maxExtensions: number;
  maxPauses: number;
  /** In all, each started working day counted whole. */
  maxPauseWorkingDays: number;
  /** What of the reminders is not as usual. */
  reminders?: Partial<ReminderPolicy>;
  legalBasis: string;
}

/**
 * The policy for a case: of those valid at `at`, the one that names the field before one that does not, then the kind,
 * then the latest version. The three built-in policies name neither, so there always is one; none is a broken table.
 */
export function choosePolicy(
  policies: readonly FeedbackPolicy[],
  { field, kind, urgency, at }: { field: string | null; kind: FeedbackKind; urgency: Urgency; at: Date },
): FeedbackPolicy {
  const fitting = policies.filter(
    (policy) =>
      policy.urgency === urgency &&
      policy.validFrom <= at &&
      (policy.field === null || policy.field === field) &&
      (policy.kind === null || policy.kind === kind),
  );
  const [best] = fitting.toSorted((a, b) => rank(b) - rank(a) || b.version - a.version);
  if (!best) throw new Error(`No feedback policy for ${urgency} at ${at.toISOString()}.`);
  return best;
}

function rank({ field, kind }: FeedbackPolicy): number {
  return (field === null ? 0 : 2) + (kind === null ? 0 : 1);
}
