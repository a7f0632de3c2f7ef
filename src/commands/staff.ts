import { InvalidArgumentError, type Command } from "commander";
import type { App } from "../app.ts";
import { buildConfig } from "../config/config.ts";
import { readEnvironment } from "../config/environment.ts";
import { leaveOffice } from "../domain/staff/leave-office.ts";
import { invitationHours } from "../domain/staff/staff-accounts.ts";
import { showInstant } from "../domain/vietnam-time.ts";
import { inviteStaff } from "../invite-staff.ts";
import { createStaffAccountStore } from "../persistence/staff-account-store.ts";
import { createSecondStepStore } from "../persistence/second-step-store.ts";
import { createTurnStores } from "../turn-stores.ts";
import { BadInputError } from "./command-error.ts";
import { withApp } from "./with-app.ts";

const actor = "command line";

export function addStaff(program: Command): void {
  const command = program.command("staff").description("Who on the staff is reached where.");
  command
    .command("invite <username>")
    .description("Print a one-time code, and links with it, with which they link their messenger account.")
    .option("--hours <n>", "how long it may be used", readHours, invitationHours)
    .action(invite);
  command.command("list").description("Everyone, with where they are linked.").action(list);
  command
    .command("duty <username>")
    .description("Name the officer on duty, who gets what no rule and nobody else is there for.")
    .action((username: string) =>
      withApp({}, async (app) => {
        const accounts = createStaffAccountStore(app.database);
        if (!(await accounts.putOnDuty(username, actor, app.clock()))) throw nobody(username);
        process.stdout.write(`${username} is on duty from now on.\n`);
      }),
    );
  command
    .command("revoke <username>")
    .description("Unlink every account of theirs at once; they may be invited again.")
    .action((username: string) => withApp({}, (app) => revoke(app, username)));
  command
    .command("reset-second-step <username>")
    .description("Take their second step away, so that they set it up anew: for a lost telephone.")
    .action((username: string) =>
      withApp({}, async (app) => {
        if (!(await app.staff.findByUsername(username))) throw nobody(username);
        const steps = createSecondStepStore(app.database);
        const isReset = await steps.remove(username, actor, app.clock());
        const found = isReset ? "is reset; they set it up anew when they sign in next" : "was not set up";
        process.stdout.write(`The second step of ${username} ${found}.\n`);
      }),
    );
  command
    .command("leave <username>")
    .description("They have left: unlinked at once and for good, their open cases given to others.")
    .action((username: string) => withApp({}, (app) => leave(app, username)));
}

function invite(username: string, { hours }: { hours: number }): Promise<void> {
  return withApp({}, async (app) => {
    const config = buildConfig(readEnvironment());
    const invitation = await inviteStaff(app, config, { username, by: actor, now: app.clock(), hours });
    if (!invitation) throw nobody(username);
    const { code, links, expiresAt } = invitation;
    const lines = [
      code,
      ...links,
      `Valid once, until ${showInstant(expiresAt)}. ${username} opens a link, or types /lienket ${code} to the assistant.`,
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
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
  const surroundings = await app.surroundings();
  const outcome = await app.database.transaction((sql) =>
    leaveOffice({ username, actor, now: app.clock() }, { ...surroundings, ...createTurnStores(sql) }),
  );
  if (outcome.kind === "nobody") throw nobody(username);
  const given = outcome.codes.length ? `Given to others: ${outcome.codes.join(", ")}` : "Nothing was open";
  process.stdout.write(`${username} has left. ${given}.\n`);
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
