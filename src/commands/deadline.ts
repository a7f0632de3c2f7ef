import type { Command } from "commander";
import type { App } from "../app.ts";
import { deadlineAfter } from "../domain/deadlines/deadline.ts";
import type { Term } from "../domain/deadlines/term.ts";
import type { WorkingCalendar } from "../domain/deadlines/working-calendar.ts";
import { workingMinutesBetween } from "../domain/deadlines/working-time.ts";
import { isoInVietnam } from "../domain/vietnam-time.ts";
import { createFeedbackRules } from "../persistence/feedback-rules.ts";
import { readWorkingCalendars, readWorkingCalendarsOf } from "../persistence/read-working-calendars.ts";
import { showDeadlineSteps } from "../wording/show-deadline.ts";
import { readInstant } from "./clock-option.ts";
import { BadInputError } from "./command-error.ts";
import { withApp } from "./with-app.ts";

interface DeadlineOptions {
  from: Date;
  workingDays?: string;
  workingHours?: string;
  calendarDays?: string;
  until?: Date;
  unit?: string;
  calendar?: string;
  json?: true;
}

export function addDeadline(program: Command): void {
  program
    .command("deadline")
    .description("When a term ends and how that is reckoned, or the working time between two instants.")
    .requiredOption("--from <iso>", "when it is received; Vietnamese time without a zone", readInstant)
    .option("--working-days <n>", "a term in working days")
    .option("--working-hours <n>", "a term in working hours")
    .option("--calendar-days <n>", "a term in calendar days")
    .option("--until <iso>", "the end of the stretch whose working minutes are wanted", readInstant)
    .option("--unit <code>", "by this unit's hours and days off; the agency's when left out")
    .option(
      "--calendar <version>",
      "as it was when something was promised by this version; now when left out",
    )
    .option("--json", "{due, steps}, or {workingMinutes}")
    .action(async (options: DeadlineOptions) => {
      const question = readQuestion(options);
      await withApp({}, async (app) => {
        const calendar = await calendarOf(app, options);
        process.stdout.write(
          question instanceof Date
            ? workingTime(options.from, question, calendar, options)
            : deadline(options.from, question, calendar, app, options),
        );
      });
    });
}

function deadline(
  from: Date,
  term: Term,
  calendar: WorkingCalendar,
  { say }: App,
  { json }: DeadlineOptions,
): string {
  const { dueAt, steps, isExpected } = deadlineAfter(from, term, calendar);
  const told = showDeadlineSteps(steps, { say, language: "vi" });
  if (json)
    return `${JSON.stringify({ due: isoInVietnam(dueAt), steps: told, ...(isExpected && { expected: true }) })}\n`;
  return `${[...told, ...(isExpected ? [say("vi", "deadline-expected")] : [])].join("\n")}\n`;
}

function workingTime(from: Date, until: Date, calendar: WorkingCalendar, { json }: DeadlineOptions): string {
  const workingMinutes = workingMinutesBetween(from, until, calendar);
  return json ? `${JSON.stringify({ workingMinutes })}\n` : `${workingMinutes} working minutes\n`;
}

async function calendarOf(
  { database }: App,
  { unit, calendar: version }: DeadlineOptions,
): Promise<WorkingCalendar> {
  if (unit !== undefined && !(await createFeedbackRules(database).unitExists(unit)))
    throw new BadInputError(`There is no unit "${unit}".`);
  const calendars = await (version === undefined
    ? readWorkingCalendars(database)
    : readWorkingCalendarsOf(version, database));
  if (!calendars) throw new BadInputError(`Nothing was promised by a calendar "${version}".`);
  return calendars.of(unit);
}

/** The term, or the instant until which working time is counted. */
function readQuestion({ from, until, ...options }: DeadlineOptions): Term | Date {
  const terms = (["working-days", "working-hours", "calendar-days"] as const).flatMap((kind) => {
    const amount = options[amounts[kind]];
    return amount === undefined ? [] : [{ kind, amount: readAmount(kind, amount) }];
  });
  const [question, another] = until ? [until, ...terms] : terms;
  if (!question || another)
    throw new BadInputError(
      "Give exactly one of --working-days, --working-hours, --calendar-days and --until.",
    );
  if (until && until < from) throw new BadInputError("--until lies before --from.");
  return question;
}

const amounts = {
  "working-days": "workingDays",
  "working-hours": "workingHours",
  "calendar-days": "calendarDays",
} as const;

/** Ten years: nothing is promised for longer, and every day on the way is looked at. */
const longestDays = 3650;
const longestHours = longestDays * 8;

function readAmount(kind: Term["kind"], text: string): number {
  const isHours = kind === "working-hours";
  const longest = isHours ? longestHours : longestDays;
  const amount = (isHours ? /^\d+(\.\d+)?$/ : /^\d+$/).test(text) ? Number(text) : 0;
  if (amount <= 0 || amount > longest)
    throw new BadInputError(
      `--${kind} takes a ${isHours ? "number" : "whole number"} above 0 and up to ${longest}, not "${text}".`,
    );
  return amount;
}
