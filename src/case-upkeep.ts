import type { App } from "./app.ts";
import { upkeepCases } from "./domain/feedback/upkeep-cases.ts";
import { createUpkeepStore } from "./persistence/upkeep-store.ts";
import { createFeedbackTools } from "./turn-stores.ts";

/** Keeps cases up with what the app has. */
export async function upkeepCasesOf({ database, surroundings, clock, log }: App): Promise<void> {
  await upkeepCases({
    waiting: createUpkeepStore(database),
    inTransaction: (work) =>
      database.transaction(async (sql) => work(await createFeedbackTools(sql, surroundings))),
    clock,
    onTrouble: (err, code) => log.error({ err, code }, "case not kept up"),
  });
}
