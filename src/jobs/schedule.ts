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
} as const;

export type RecurringJob = keyof typeof schedule;
