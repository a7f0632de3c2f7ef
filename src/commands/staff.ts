import { randomInt } from "node:crypto";
import { InvalidArgumentError, type Command } from "commander";
import type { App } from "../app.ts";
import { buildConfig } from "../config/config.ts";
import { readEnvironment } from "../config/environment.ts";
import { changeCase } from "../domain/feedback/change-case.ts";
import { invitationHours } from "../domain/staff/staff-accounts.ts";
import { showInstant } from "../domain/vietnam-time.ts";
import { createStaffAccountStore } from "../persistence/staff-account-store.ts";
import { createFeedbackTools } from "../turn-stores.ts";
import { BadInputError } from "./command-error.ts";
import { withApp } from "./with-app.ts";

/** Letters and digits that nobody mistakes for one another. */
const codeLetters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const actor = "command line";

export function addStaff(program: Command): void {
  const command = program.command("staff").description("Who on the staff is reached where.");
  command
    .command("invite <username>")
    .description("Print a one-time code with which they link their messenger account.")
    .option("--hours <n>", "how long it may be used", readHours, invitationHours)
    .action(invite);
  command.command("list").description("Everyone, with where they are linked.").action(list);
  command
    .command("duty <username>")
    .description("Name the officer on duty, who gets what no rule and nobody else is there for.")
    .action((username: string) =>
      withApp({}, async (app) => {
        if (!(await createStaffAccountStore(app.database).putOnDuty(username))) throw nobody(username);
        process.stdout.write(`${username} is on duty from now on.\n`);
      }),
    );
  command
    .command("revoke <username>")
    .description("Unlink every account of theirs at once; they may be invited again.")
    .action((username: string) => withApp({}, (app) => revoke(app, username)));
  command
    .command("leave <username>")
    .description("They have left: unlinked at once and for good, their open cases given to others.")
    .action((username: string) => withApp({}, (app) => leave(app, username)));
}

function invite(username: string, { hours }: { hours: number }): Promise<void> {
  return withApp({}, async (app) => {
    const code = Array.from({ length: 8 }, () => codeLetters[randomInt(codeLetters.length)]).join("");
    const expiresAt = new Date(app.clock().getTime() + hours * 3_600_000);
    const isInvited = await app.database.transaction((sql) =>
      createStaffAccountStore(sql).invite({ username, code, expiresAt }, actor, app.clock()),
    );
    if (!isInvited) throw nobody(username);
    const { publicUrl } = buildConfig(readEnvironment()).http;
    process.stdout.write(
      `${code}\nValid once, until ${showInstant(expiresAt)}. ${username} types /lienket ${code} to the assistant on Telegram, Zalo${publicUrl ? ` or ${publicUrl}` : " or the web chat"}.\n`,
    );
  });
}

function list(): Promise<void> {
  return withApp({}, async (app) => {
    const rows = await app.database.query<{ line: string }>(
      `select concat_ws(E'\\t', s.username, s.full_name, s.role, u.code,
                case when s.left_at is not null then 'left'
                     else coalesce(string_agg(distinct c.channel, ', '), 'not linked') end) as line
       from staff_member s join unit u on u.id = s.unit_id
       left join conversation c on c.speaker = s.username and c.channel <> 'terminal'
       group by s.id, u.code order by u.code, s.username`,
    );
    for (const { line } of rows) process.stdout.write(`${line}\n`);
  });
}

async function revoke(app: App, username: string): Promise<void> {
  const count = await app.database.transaction((sql) =>
    createStaffAccountStore(sql).revoke(username, actor, app.clock()),
  );
  if (count === undefined) throw nobody(username);
  process.stdout.write(`${username} is linked nowhere any more (${count} unlinked).\n`);
}

async function leave(app: App, username: string): Promise<void> {
  const now = app.clock();
  const given = await app.database.transaction(async (sql) => {
    const open = await sql.query<{ code: string; unit_code: string }>(
      `select f.code, coalesce(u.code, (select code from unit where parent_id is null limit 1)) as unit_code
       from feedback f join staff_member s on s.id = f.officer_id left join unit u on u.id = f.unit_id
       where s.username = $1 and f.status not in ('answered', 'closed', 'refused', 'forwarded', 'withdrawn')
       order by f.id`,
      [username],
    );
    const unlinked = await createStaffAccountStore(sql).leave(username, actor, now);
    if (unlinked === undefined) throw nobody(username);
    const tools = await createFeedbackTools(sql, app.surroundings);
    for (const { code, unit_code: unitCode } of open)
      await changeCase(
        {
          code,
          action: { kind: "assign", unitCode },
          actor: { kind: "system", name: "staff-left" },
          channel: "command line",
          now,
        },
        tools,
      );
    return open.length;
  });
  process.stdout.write(`${username} has left; ${given} open cases went to others.\n`);
}

function nobody(username: string): BadInputError {
  return new BadInputError(`Nobody on the staff has the name "${username}". motcua staff list shows them.`);
}

function readHours(text: string): number {
  const hours = Number(text);
  if (!Number.isInteger(hours) || hours < 1 || hours > 720)
    throw new InvalidArgumentError("Write whole hours from 1 to 720.");
  return hours;
}
