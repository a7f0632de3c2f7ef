import type { Sql } from "./database.ts";

/** Roles without a password, for accounts to be made members of: what serves people, and what only counts. */
export const databaseRoles = { app: "motcua_app", report: "motcua_report" } as const;

/** Written once and never changed by what serves people; sealed and sent outside by it. */
const onlyAdded = ["audit_act", "audit_seal"];

/** What may be counted without knowing of whom: no name, number, address, code or word of anybody. */
const reported: Record<string, string> = {
  unit: "id, code, name, parent_id, closed_on",
  field: "id, name",
  procedure: "id, code, name, field_id, working_days, online_level, interlinked, is_published",
  dossier: `id, procedure_id, unit_id, submission_mode, status, received_at, due_at, finished_at, returned_at, resolved_at,
    interlinked, partner_agency, is_demonstration, received_on, due_on, resolved_on, is_counted`,
  figure_sum: `unit_id, field_id, mode, span, starts_on, received_online, received_in_person, received_postal,
    received_undated, resolved_early, resolved_on_time, resolved_late, resolved_undated, resolved_horizontal,
    resolved_vertical, late_shift, fell_due`,
  feedback: `id, source, field_id, received_at, due_at, answered_at, unit_id, is_demonstration, kind, urgency, status, round,
    accept_due_at, accepted_at, is_extended, closed_at, joined_to_id`,
  satisfaction_survey: "id, feedback_id, round, asked_at, rated_at, is_satisfied, reasons",
  day_exception: "id, day, kind, unit_id",
  working_hours: "id, unit_id, weekday, from_minute, to_minute",
};

/**
 * Makes the two roles where they are missing and gives each what it needs on this database and nothing else; again after
 * each upgrade. To be done by the owner of the tables. `queueIsHere`: the queues live in this database, in a schema that
 * the service makes and keeps itself.
 */
export async function grantRoles(sql: Sql, { queueIsHere }: { queueIsHere: boolean }): Promise<void> {
  const { app, report } = databaseRoles;
  for (const role of [app, report])
    await sql.query(
      `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    );
  const [here] = await sql.query<{ database: string }>("select quote_ident(current_database()) as database");
  const statements = [
    `revoke all on all tables in schema public from ${app}, ${report}`,
    `grant usage on schema public to ${app}, ${report}`,
    `grant connect, temporary${queueIsHere ? ", create" : ""} on database ${here!.database} to ${app}`,
    `grant connect on database ${here!.database} to ${report}`,
    `grant select, insert, update, delete on all tables in schema public to ${app}`,
    `grant usage, select, update on all sequences in schema public to ${app}`,
    `revoke update, delete on ${onlyAdded.join(", ")} from ${app}`,
    `revoke delete on audit_head from ${app}`,
    `revoke insert, update, delete on _prisma_migrations from ${app}`,
    ...Object.entries(reported).map(
      ([table, columns]) => `grant select (${columns}) on ${table} to ${report}`,
    ),
  ];
  for (const statement of statements) await sql.query(statement);
  if (queueIsHere) await grantQueues(sql);
}

/** Where queues were made by the owner before. */
async function grantQueues(sql: Sql): Promise<void> {
  const [queues] = await sql.query<{ is: boolean }>(
    "select exists (select from pg_namespace where nspname = 'bullmq') as is",
  );
  if (!queues!.is) return;
  for (const kind of ["tables", "sequences", "functions"])
    await sql.query(`grant all on all ${kind} in schema bullmq to ${databaseRoles.app}`);
  await sql.query(`grant all on schema bullmq to ${databaseRoles.app}`);
}
