import type { Prepared, Sql } from "../database.ts";
import { askTogether } from "./ask-together.ts";

/** What a statement that only reads never says; a row that is locked is as good as written. */
const writes =
  /\b(insert|update|delete|merge|truncate|lock|call|for share|for key share|nextval|setval|set_config|pg_notify|pg_(try_)?advisory\w*)\b/i;

/**
 * Works several things out in one transaction as if each had its own: they read side by side, and the first that wants to
 * write waits until all others are done or want to write too; then each goes on alone to its end, in the order given.
 * Settles once all have; throws what the first of them threw.
 */
export async function workSideBySide<Result>(
  sql: Sql,
  works: readonly ((sql: Sql) => Promise<Result>)[],
): Promise<Result[]> {
  let reading = works.length;
  let isWriting = false;
  const waiting = new Map<number, () => void>();
  const together = askTogether(sql);

  function letNextWrite(): void {
    if (reading > 0 || isWriting || waiting.size === 0) return;
    const next = Math.min(...waiting.keys());
    const goOn = waiting.get(next)!;
    waiting.delete(next);
    isWriting = true;
    goOn();
  }

  function awaitOwnTime(place: number): Promise<void> {
    return new Promise((resolve) => {
      waiting.set(place, resolve);
      reading -= 1;
      letNextWrite();
    });
  }

  async function workOne(work: (sql: Sql) => Promise<Result>, place: number): Promise<Result> {
    let ownTime: Promise<void> | undefined;
    const own: Sql = {
      keyring: sql.keyring,
      async query<Row>(statement: string | Prepared, values?: readonly unknown[]) {
        if (writes.test(typeof statement === "string" ? statement : statement.text))
          ownTime ??= awaitOwnTime(place);
        // What is read besides waits along.
        if (ownTime) await ownTime;
        const asked = ownTime ? sql : together;
        return await asked.query<Row>(statement, values);
      },
    };
    try {
      return await work(own);
    } finally {
      if (ownTime) isWriting = false;
      else reading -= 1;
      letNextWrite();
    }
  }

  const outcomes = await Promise.allSettled(works.map(workOne));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) throw failed.reason;
  return outcomes.map((outcome) => (outcome as PromiseFulfilledResult<Result>).value);
}
