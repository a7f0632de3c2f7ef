import type { Prepared, Sql } from "../database.ts";

interface Waiting {
  values: readonly unknown[];
  resolve: (rows: never[]) => void;
  reject: (error: unknown) => void;
}

/**
 * What several ask of the same statement for many, before any of them waits for something else, is asked once; each gets
 * the rows of its own place. All else is asked as it comes.
 */
export function askTogether(sql: Sql): Sql {
  let waiting = new Map<Prepared, Waiting[]>();

  function askAll(): void {
    const asked = waiting;
    waiting = new Map();
    for (const [statement, askers] of asked) void ask(sql, statement, askers);
  }

  return {
    keyring: sql.keyring,
    async query<Row>(statement: string | Prepared, values: readonly unknown[] = []) {
      if (typeof statement === "string" || !statement.isForMany) return sql.query<Row>(statement, values);
      // Runs once everybody who can go on without an answer has done so.
      if (waiting.size === 0) process.nextTick(askAll);
      return new Promise<Row[]>((resolve, reject) => {
        const askers = waiting.get(statement) ?? [];
        waiting.set(statement, askers);
        askers.push({ values, resolve, reject });
      });
    },
  };
}

async function ask(sql: Sql, { name, text }: Prepared, askers: readonly Waiting[]): Promise<void> {
  try {
    const columns = askers[0]!.values.map((_, column) => askers.map(({ values }) => values[column]));
    const rows = await sql.query<{ place: number }>({ name, text }, columns);
    const own: { place: number }[][] = askers.map(() => []);
    for (const row of rows) own[row.place - 1]!.push(row);
    for (const [index, { resolve }] of askers.entries())
      resolve(own[index]!.map((row) => ({ ...row, place: 1 })) as never[]);
  } catch (error) {
    for (const { reject } of askers) reject(error);
  }
}
