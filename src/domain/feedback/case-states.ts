export const feedbackStatuses = [
  "new",
  "classified",
  "assigned",
  "in-progress",
  "awaiting-citizen",
  "awaiting-agency",
  "answered",
  "closed",
  "refused",
  "forwarded",
  "reopen-requested",
  "reopened",
  "withdrawn",
] as const;
export type FeedbackStatus = (typeof feedbackStatuses)[number];

/** What a state does to the answer clock; the acceptance clock stops when someone first takes the case. */
type ClockEffect = "runs" | "paused" | "stopped";

interface State {
  /** Every state that may follow; all others may not. */
  next: readonly FeedbackStatus[];
  answerClock: ClockEffect;
}

/**
 * The life of a case. Waiting for the citizen or for another agency pauses the answer clock; an answer, a refusal, a
 * forwarding or a withdrawal stops it; reopening starts a new one.
 */
export const caseStates: Readonly<Record<FeedbackStatus, State>> = {
  new: {
    next: ["classified", "assigned", "in-progress", "answered", "refused", "forwarded", "withdrawn"],
    answerClock: "runs",
  },
  classified: {
    next: ["assigned", "in-progress", "answered", "refused", "forwarded", "withdrawn"],
    answerClock: "runs",
  },
  assigned: {
    next: ["classified", "in-progress", "answered", "refused", "forwarded", "withdrawn"],
    answerClock: "runs",
  },
  "in-progress": {
    next: [
      "classified",
      "assigned",
      "awaiting-citizen",
      "awaiting-agency",
      "answered",
      "refused",
      "forwarded",
      "withdrawn",
    ],
    answerClock: "runs",
  },
  "awaiting-citizen": {
    next: ["in-progress", "assigned", "answered", "refused", "forwarded", "withdrawn"],
    answerClock: "paused",
  },
  "awaiting-agency": {
    next: ["in-progress", "assigned", "answered", "refused", "forwarded", "withdrawn"],
    answerClock: "paused",
  },
  answered: { next: ["closed", "reopen-requested"], answerClock: "stopped" },
  closed: { next: ["reopen-requested"], answerClock: "stopped" },
  refused: { next: ["reopen-requested"], answerClock: "stopped" },
  forwarded: { next: ["reopen-requested"], answerClock: "stopped" },
  "reopen-requested": { next: ["reopened", "closed"], answerClock: "stopped" },
  reopened: {
    next: ["classified", "assigned", "in-progress", "answered", "refused", "forwarded", "withdrawn"],
    answerClock: "runs",
  },
  withdrawn: { next: [], answerClock: "stopped" },
};

export function mayFollow(from: FeedbackStatus, to: FeedbackStatus): boolean {
  return caseStates[from].next.includes(to);
}

/** Whether somebody still owes something: the answer clock runs or is paused. */
export function isOpen(status: FeedbackStatus): boolean {
  return caseStates[status].answerClock !== "stopped";
}
