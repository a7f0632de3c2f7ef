import { createHash } from "node:crypto";

/** An act as the chain covers it: every column, as PostgreSQL writes it out. */
export interface ChainedAct {
  actId: string;
  content: string[];
}

/** The act's columns in one fixed form, independent of time zones; an act that is gone is null. */
export const chainedContent = `
  case when a.id is not null then
    array[to_char(a.happened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), a.actor_kind, a.actor, a.deed,
          a.subject_kind, a.subject, a.channel, a.detail::text] end`;

/** What the first link follows. */
export const beginning = "0".repeat(64);

/** The hash of one link: SHA-256 over the hash before it, its own place and time, and its act. */
export function hashOfLink(
  previous: string,
  { place, sealedAt, actId, content }: ChainedAct & { place: string; sealedAt: Date },
): string {
  const covered = JSON.stringify([previous, place, sealedAt.toISOString(), actId, ...content]);
  return createHash("sha256").update(covered).digest("hex");
}
