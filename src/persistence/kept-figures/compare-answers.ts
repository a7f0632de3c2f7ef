import { isDeepStrictEqual } from "node:util";
import type { Period } from "../../domain/statistics/period.ts";
import { namedPeriodAt, previousPeriod, singleDay } from "../../domain/statistics/periods.ts";
import { addDays, dayOf } from "../../domain/vietnam-time.ts";
import { countFigures, countOneByOne } from "../count-figures.ts";
import type { Database } from "../database.ts";
import type { CountedFigures } from "./figures-between.ts";

/** A period of which the sums say something else than the dossiers counted one by one. */
export interface WrongAnswer {
  period: Period;
  kept: CountedFigures;
  counted: CountedFigures;
}

/** Answers one question of each kind in both ways, as of one moment: the quarter that runs and the last, a month, a day. */
export async function compareAnswers(
  database: Pick<Database, "transaction">,
  now: Date,
): Promise<{ compared: number; wrong: WrongAnswer[] }> {
  const today = dayOf(now);
  const quarter = namedPeriodAt("quarter", today, "reporting");
  const periods = [
    quarter,
    previousPeriod(quarter),
    previousPeriod(namedPeriodAt("month", today, "calendar")),
    singleDay(addDays(today, -1)),
  ];
  return await database.transaction(async (sql) => {
    await sql.query("set transaction isolation level repeatable read, read only");
    const wrong: WrongAnswer[] = [];
    for (const period of periods) {
      const kept = await countFigures(sql, { period, now });
      const counted = await countOneByOne(sql, { period, now });
      if (!isDeepStrictEqual(kept, counted)) wrong.push({ period, kept, counted });
    }
    return { compared: periods.length, wrong };
  });
}
