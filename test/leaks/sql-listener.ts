import type pg from "pg";
import type { Database } from "../../src/persistence/database.ts";

/** What went to the database and what came back, since listening began. */
export interface HeardSql {
  text: string;
  values: unknown[];
  rows: unknown[];
  /** When it was answered, as `performance.now()` tells. */
  at: number;
}

/** Listens to every statement of a database's pool; disposing stops. */
export function listenToSql({ pool }: Database): Disposable & { heard: HeardSql[] } {
  const heard: HeardSql[] = [];
  const known = new WeakSet<pg.PoolClient>();
  let isOver = false;
  function listen(client: pg.PoolClient): void {
    if (known.has(client)) return;
    known.add(client);
    const query = client.query.bind(client) as (...sent: unknown[]) => unknown;
    const listened = (...sent: unknown[]) => {
      const [first, second] = sent;
      const statement =
        typeof first === "string"
          ? { text: first, values: second }
          : { values: second, ...(first as { text?: string }) };
      const { text, values } = statement;
      if (isOver || text === undefined) return query(...sent);
      const hear = (result: pg.QueryResult) =>
        void heard.push({
          text,
          values: Array.isArray(values) ? values : [],
          rows: result.rows,
          at: performance.now(),
        });
      // The pool's own statements call back.
      const callBack = sent.at(-1);
      if (typeof callBack === "function")
        return query(...sent.slice(0, -1), (error: Error | null, result: pg.QueryResult) => {
          if (!error) hear(result);
          callBack(error, result);
        });
      return (query(...sent) as Promise<pg.QueryResult>).then((result) => {
        hear(result);
        return result;
      });
    };
    client.query = listened as typeof client.query;
  }
  pool.on("acquire", listen);
  return {
    heard,
    [Symbol.dispose]() {
      isOver = true;
      pool.off("acquire", listen);
    },
  };
}
