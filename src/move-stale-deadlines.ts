import type { App } from "./app.ts";
import { reckonAnew } from "./domain/feedback/reckon-anew.ts";
import { promisedByOthers } from "./persistence/open-case-files.ts";
import { readKeptWorkingCalendars } from "./persistence/read-working-calendars.ts";
import { createFeedbackTools } from "./turn-stores.ts";

const batchSize = 500;

/** More is left for the next run, so that nobody waits for all of a great backlog. */
const mostPerRun = 2_000;

/**
 * Works the deadlines of open cases out anew that were promised by another calendar than today's, each in a transaction
 * of its own; right when run twice or stopped half-way. Returns how many deadlines moved.
 */
export async function moveStaleDeadlines(app: App): Promise<number> {
  const { database, clock, log } = app;
  // Not those that turns work by: they may be a few seconds old, and would move deadlines back.
  const calendars = await readKeptWorkingCalendars(database);
  let moved = 0;
  let afterId = "0";
  for (let seen = 0; seen < mostPerRun; seen += batchSize) {
    const batch = await promisedByOthers(calendars.version, afterId, batchSize, database);
    for (const { code } of batch)
      await database
        .transaction(async (sql) => {
          const tools = { ...(await createFeedbackTools(sql, app.surroundings)), calendars };
          return reckonAnew(code, clock(), tools);
        })
        .then(
          (moves) => (moved += moves.length),
          (err: unknown) => log.error({ err, code }, "deadline not worked out anew"),
        );
    if (batch.length < batchSize) break;
    afterId = batch.at(-1)!.id;
  }
  return moved;
}
