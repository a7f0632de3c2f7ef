import { InvalidArgumentError, Option, type Command } from "commander";
import { readPeriod } from "../conversation/understanding/read-period.ts";
import { targetFaults, type Target, type TargetTerms } from "../domain/targets/target.ts";
import { targetIndicators, type TargetIndicator } from "../domain/targets/target-indicators.ts";
import { addDays, dayOf, readDay, type Day } from "../domain/vietnam-time.ts";
import { createAuditTrail } from "../persistence/audit/audit-trail.ts";
import { createTargetStore } from "../persistence/target-store.ts";
import { showRate } from "../wording/numbers.ts";
import { BadInputError } from "./command-error.ts";
import { operatorAt } from "./operator.ts";
import { withApp } from "./with-app.ts";

interface SetOptions {
  indicator: TargetIndicator;
  value: number;
  unit?: string;
  period?: string;
  from?: Day;
  to?: Day;
  source: string;
  by: string;
}

export function addTarget(program: Command): void {
  const command = program
    .command("target")
    .description("What indicators are to reach, for whom, from when to when, by which document.");
  command
    .command("list")
    .description("The targets that count, with the number to end each by.")
    .option("--history", "also the versions that were revised or ended, and who did it", false)
    .action(({ history }: { history: boolean }) => list(history));
  command
    .command("set")
    .description("Set a target, or a newer version of the one for the same unit, indicator and days.")
    .addOption(new Option("--indicator <name>").choices(targetIndicators).makeOptionMandatory())
    .requiredOption("--value <percent>", "at least this much: 25% or 12.5%", readPercent)
    .option("--unit <code>", "a unit with all units below it; the whole agency when left out")
    .option("--period <period>", 'as one would say it: "nam 2021", "quy1 2021"; or else --from and --to')
    .option("--from <day>", "first day, yyyy-mm-dd; today when left out", readDayOption)
    .option("--to <day>", "last day, yyyy-mm-dd; until it is ended when left out", readDayOption)
    .requiredOption("--source <text>", "number, day and author of the document that sets it")
    .requiredOption("--by <name>", "who sets it")
    .action(set);
  command
    .command("end")
    .description("Let a target end.")
    .argument("<number>", "as target list shows it")
    .option("--on <day>", "its last day, yyyy-mm-dd; yesterday when left out", readDayOption)
    .option("--mistake", "it was set by mistake: let it never have counted", false)
    .requiredOption("--by <name>", "who ends it")
    .action(end);
}

function list(withHistory: boolean): Promise<void> {
  return withApp({}, async (app) => {
    for (const target of await createTargetStore(app.database).list({ withHistory }))
      process.stdout.write(`${line(target)}\n`);
  });
}

function line(target: Target): string {
  const { id, unitCode, indicator, value, validFrom, validTo, source, setBy, setAt } = target;
  const { supersededAt, supersededBy } = target;
  return [
    id,
    unitCode ?? "*",
    indicator,
    `at least ${showRate(value, "en")}`,
    `${validFrom} to ${validTo ?? "…"}`,
    source,
    setBy && `set ${dayOf(setAt)} by ${setBy}`,
    supersededAt ? `superseded ${dayOf(supersededAt)} by ${supersededBy}` : "",
  ]
    .filter(Boolean)
    .join("\t");
}

function set({ by, ...options }: SetOptions): Promise<void> {
  return withApp({}, async (app) => {
    const now = app.clock();
    const { periodBasis } = await app.settings.read();
    const terms = termsOf(options, { now, periodBasis });
    const faults = targetFaults(terms);
    if (faults.length) throw new BadInputError(`The target cannot be set: wrong ${faults.join(", ")}.`);
    const change = await app.database.transaction(async (sql) => {
      const made = await createTargetStore(sql).set(terms, { by, now });
      if (made.kind === "set")
        await createAuditTrail(sql).record({
          ...operatorAt(now),
          deed: "target-set",
          on: { kind: "target", id: made.target.id },
          detail: { ...terms, for: by, ...(made.replaced && { replaces: made.replaced.id }) },
        });
      return made;
    });
    if (change.kind === "no-unit") throw new BadInputError(`There is no unit "${options.unit}".`);
    if (change.kind === "set" || change.kind === "unchanged")
      process.stdout.write(
        `${change.kind === "set" ? (change.replaced ? "Revised" : "Set") : "Unchanged"}: ${line(change.target)}\n`,
      );
    else throw new BadInputError("Somebody else has just changed this target. Look at target list.");
  });
}

function termsOf(
  { indicator, value, unit, period: words, from, to, source }: Omit<SetOptions, "by">,
  context: Parameters<typeof readPeriod>[1],
): TargetTerms {
  const period = words === undefined ? undefined : readPeriod(words, context);
  if (words !== undefined && !period) throw new BadInputError(`"${words}" is not a period.`);
  if (period && (from ?? to)) throw new BadInputError("Give --period, or else --from and --to.");
  return {
    indicator,
    value,
    unitCode: unit ?? null,
    validFrom: period?.from ?? from ?? dayOf(context.now),
    validTo: period?.to ?? to ?? null,
    source: source.trim(),
  };
}

function end(id: string, { on, mistake, by }: { on?: Day; mistake: boolean; by: string }): Promise<void> {
  return withApp({}, async (app) => {
    const now = app.clock();
    const last = mistake ? null : (on ?? addDays(dayOf(now), -1));
    const ended = await app.database.transaction(async (sql) => {
      const made = await createTargetStore(sql).end(id, last, { by, now });
      if (made.kind === "ended")
        await createAuditTrail(sql).record({
          ...operatorAt(now),
          deed: "target-ended",
          on: { kind: "target", id },
          detail: { lastDay: last, for: by },
        });
      return made;
    });
    if (ended.kind === "gone") throw new BadInputError(`There is no target ${id} that still counts.`);
    process.stdout.write(last === null ? "Taken back.\n" : `It ends with ${last}.\n`);
  });
}

function readPercent(text: string): number {
  const [, amount] = /^(\d{1,3}(?:[.,]\d{1,2})?) ?%$/.exec(text.trim()) ?? [];
  const value = Number(amount?.replace(",", ".")) / 100;
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError("Write a percentage: 25% or 12.5%.");
  return value;
}

function readDayOption(text: string): Day {
  const on = readDay(text);
  if (!on) throw new InvalidArgumentError("Write a day as yyyy-mm-dd.");
  return on;
}
