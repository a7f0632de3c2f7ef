/** Every recurring job, in words. `everyMs` counts from the last run; the queue keeps one of each for all processes. */
export const schedule = {
  "sweep-outbox": {
    everyMs: 30_000,
    purpose: "Sends what a lost wake-up left waiting in the outbox, and retries what was to be tried again.",
  },
  "forget-stale-conversations": {
    everyMs: 10 * 60_000,
    purpose: "Forgets half-finished talks that nobody came back to.",
  },
  "fetch-attachments": {
    everyMs: 10_000,
    purpose:
      "Fetches the photos, files and voice messages that people sent, while the platform still has them.",
  },
  "forget-stray-uploads": {
    everyMs: 60 * 60_000,
    purpose: "Forgets uploads whose message never came.",
  },
  "tend-relays": {
    everyMs: 60_000,
    purpose: "Offers talks with a person that nobody took to the next, and ends those that fell silent.",
  },
  "erase-people": {
    everyMs: 60 * 60_000,
    purpose: "Erases what is kept of people who asked for it, once their week to change their mind is over.",
  },
  "tend-bindings": {
    everyMs: 24 * 60 * 60_000,
    purpose:
      "Asks staff to confirm messenger accounts that soon lapse, and unlinks those that nobody confirmed.",
  },
  "keep-retention": {
    everyMs: 24 * 60 * 60_000,
    purpose:
      "Empties what was kept for as long as it may be, and enters what was over its time before and after.",
  },
  "seal-audit": {
    everyMs: 10_000,
    purpose: "Puts what was done into the chain of the audit, so that nothing of it can be changed unseen.",
  },
  "send-audit-head": {
    everyMs: 10 * 60_000,
    purpose: "Notes where the chain of the audit stood at the end of each day, here and outside.",
  },
  "renew-platform-access": {
    everyMs: 60 * 60_000,
    purpose:
      "Renews what lets us speak on a platform before it lapses (Zalo's tokens), and warns when it will.",
  },
  "hand-over-notices": {
    everyMs: 30_000,
    purpose: "Puts what is to be said unasked, once its time has come, into the outbox of whoever it is for.",
  },
  "plan-reminders": {
    everyMs: 10 * 60_000,
    purpose: "Plans the reminders of dossiers and assignments that are new or whose deadline has moved.",
  },
  "morning-digest": {
    everyMs: 60_000,
    purpose: "At a quarter to eight on working days, plans one message a person with what the day brings.",
  },
  "tell-followers": {
    everyMs: 60_000,
    purpose:
      "In working time, plans what those who follow dossiers are told of what changed since the last time.",
  },
  "fold-figures": {
    everyMs: 60_000,
    purpose: "Folds what has changed of the dossiers into the sums that figures are answered from.",
  },
  "forget-figure-runs": {
    everyMs: 60 * 60_000,
    purpose: "Forgets answers of figures after two years, but for what was signed off.",
  },
  "figures-digests": {
    everyMs: 60_000,
    purpose:
      "At a quarter past seven on the first working morning after a week, month or quarter, plans the figures that leaders have sent.",
  },
  "write-broadcasts": {
    everyMs: 10_000,
    purpose:
      "Writes messages to very many, a few ahead of delivery, and takes back what was paused or cancelled.",
  },
  "sweep-imports": {
    everyMs: 30_000,
    purpose:
      "Finds files that a lost wake-up left waiting, or their worker, and forgets those nobody decided on.",
  },
  "upkeep-cases": {
    everyMs: 60_000,
    purpose:
      "Makes cases of imported feedback, ends those answered elsewhere, closes those answered without a further word.",
  },
} as const;

export type RecurringJob = keyof typeof schedule;
