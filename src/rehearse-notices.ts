import type { App } from "./app.ts";
import type { Reply } from "./conversation/reply.ts";
import type { WorkingCalendars } from "./domain/deadlines/working-calendar.ts";
import { isWorkingDay, openingOn } from "./domain/deadlines/working-time.ts";
import { digestInstant } from "./domain/reminders/plan-due-work.ts";
import { addDays, dayOf, instantOn } from "./domain/vietnam-time.ts";
import type { Sql } from "./persistence/database.ts";
import { rehearse, unlinked } from "./persistence/rehearsal.ts";
import { createReminding } from "./reminding.ts";

/** One message that would go out. */
export interface RehearsedMessage {
  at: Date;
  /** `citizen`, or the username of a member of staff. */
  recipient: string;
  /** Null: they have linked no account yet. */
  channel: string | null;
  reply: Reply;
}

/**
 * Every message that the present data would have the assistant say unasked between two instants, in order, while nobody
 * does anything. Nothing is changed and nothing is sent.
 */
export function rehearseNotices(
  app: App,
  { from, until }: { from: Date; until: Date },
): Promise<RehearsedMessage[]> {
  return rehearse(app.database, { from, until }, async (database) => {
    let now = from;
    const log = { ...app.log, warn: () => undefined };
    const reminding = createReminding({ ...app, database, log, clock: () => now });
    const { calendars } = await app.surroundings();
    const messages: RehearsedMessage[] = [];
    for (let planned = ""; now <= until; now = await nextInstant(database, now, calendars)) {
      if (planned !== dayOf(now)) await reminding.planDueWork();
      planned = dayOf(now);
      await reminding.planMorningDigest();
      await reminding.tellFollowers();
      await reminding.handOver();
      messages.push(...(await readSaid(database, now)));
    }
    return messages;
  });
}

/** When something may be said next: a notice falls due, work begins, a digest goes out, or a day brings deadlines near. */
async function nextInstant(sql: Sql, now: Date, calendars: WorkingCalendars): Promise<Date> {
  const [row] = await sql.query<{ next: Date | null }>(
    "select min(due_at) as next from notice where status = 'planned' and due_at > $1",
    [now],
  );
  const today = dayOf(now);
  const calendar = calendars.of();
  const opening = isWorkingDay(today, calendar) ? openingOn(today, calendar) : undefined;
  const instants = [row?.next, opening, digestInstant(today, calendars), instantOn(addDays(today, 1))];
  return instants
    .filter((at) => at instanceof Date)
    .filter((at) => at > now)
    .toSorted((a, b) => a.getTime() - b.getTime())[0]!;
}

async function readSaid(sql: Sql, at: Date): Promise<RehearsedMessage[]> {
  const rows = await sql.query<{ speaker: string; channel: string; reply: Reply }>(
    `select c.speaker, c.channel, o.reply from outbox o join conversation c on c.id = o.conversation_id
     where o.created_at = $1 and o.id in (select outbox_id from notice where settled_at = $1) order by o.id`,
    [at],
  );
  return rows.map(({ speaker, channel, reply }) => ({
    at,
    recipient: speaker,
    channel: channel === unlinked ? null : channel,
    reply,
  }));
}
