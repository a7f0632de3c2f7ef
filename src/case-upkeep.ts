import type { App } from "./app.ts";
import { upkeepCases } from "./domain/feedback/upkeep-cases.ts";
import { moveStaleDeadlines } from "./move-stale-deadlines.ts";
import { createUpkeepStore } from "./persistence/upkeep-store.ts";
import { createFeedbackTools } from "./turn-stores.ts";

/** Keeps cases up with what the app has. */
export async function upkeepCasesOf(app: App): Promise<void> {
  const { database, surroundings, clock, log } = app;
  await upkeepCases({
    waiting: createUpkeepStore(database),
    inTransaction: (work) =>
      database.transaction(async (sql) => work(await createFeedbackTools(sql, surroundings))),
    clock,
    onTrouble: (err, code) => log.error({ err, code }, "case not kept up"),
  });
  // An import, a unit that moved or a new release may have changed the calendar.
  await moveStaleDeadlines(app);
}
