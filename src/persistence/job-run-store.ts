import type { Sql } from "./database.ts";

/** When each recurring job last did its work, for whoever watches over them. */
export function createJobRunStore(sql: Sql) {
  return {
    async recordSuccess(job: string, now: Date): Promise<void> {
      await sql.query(
        `insert into job_run (job, succeeded_at) values ($1, $2)
         on conflict (job) do update set succeeded_at = excluded.succeeded_at, failure = null`,
        [job, now],
      );
    },
    async recordFailure(job: string, now: Date, failure: string): Promise<void> {
      await sql.query(
        `insert into job_run (job, failed_at, failure) values ($1, $2, $3)
         on conflict (job) do update set failed_at = excluded.failed_at, failure = excluded.failure`,
        [job, now, failure],
      );
    },
    async lastSuccesses(): Promise<Map<string, Date | null>> {
      const rows = await sql.query<{ job: string; succeeded_at: Date | null }>(
        "select job, succeeded_at from job_run",
      );
      return new Map(rows.map(({ job, succeeded_at: at }) => [job, at]));
    },
  };
}
