import { InvalidArgumentError, Option, type Command } from "commander";
import type { Term } from "../domain/deadlines/term.ts";
import { feedbackKinds, urgencies, type FeedbackKind, type Urgency } from "../domain/feedback/feedback.ts";
import { readCount, readLadder, readOffsets, readTerm } from "../domain/feedback/policy-words.ts";
import type { LadderStep, ReminderOffset } from "../domain/reminders/reminder.ts";
import { dayOf, instantOn, readDay } from "../domain/vietnam-time.ts";
import { createAuditTrail } from "../persistence/audit/audit-trail.ts";
import { createFeedbackPolicyStore } from "../persistence/feedback-policy-store.ts";
import { showTerm } from "../wording/show-deadline.ts";
import { BadInputError } from "./command-error.ts";
import { operatorAt } from "./operator.ts";
import { withApp } from "./with-app.ts";

interface PolicyOptions {
  urgency: Urgency;
  field?: string;
  kind?: FeedbackKind;
  accept: Term;
  answer: Term;
  approval: boolean;
  extensions: number;
  pauses: number;
  pauseDays: number;
  remind?: ReminderOffset[];
  escalate?: LadderStep[];
  basis: string;
  from?: Date;
}

export function addPolicy(program: Command): void {
  const command = program
    .command("policy")
    .description("How long feedback may take. A new version never changes a promise already made.");
  command.command("list").description("Every version, the latest of each first.").action(list);
  command
    .command("add")
    .description("Add the next version for a field, kind and urgency.")
    .addOption(new Option("--urgency <urgency>").choices(urgencies).makeOptionMandatory())
    .option("--field <name>", "only for this field; any when left out")
    .addOption(new Option("--kind <kind>", "only for this kind; any when left out").choices(feedbackKinds))
    .requiredOption(
      "--accept <term>",
      "until someone takes it: 8h (working hours), 2d (working days)",
      parseTerm,
    )
    .requiredOption("--answer <term>", "until the answer: 4h, 5d, or 15cd (calendar days)", parseTerm)
    .requiredOption("--basis <text>", "where that is laid down")
    .option("--approval", "an answer needs a leader's approval", false)
    .option("--extensions <n>", "how often more time may be granted", parseCount, 1)
    .option("--pauses <n>", "how often it may wait for the citizen or another agency", parseCount, 2)
    .option("--pause-days <n>", "the most working days one such wait counts", parseCount, 5)
    .option("--remind <offsets>", "when the officer is reminded before it: half,1d,2h,due", parseOffsets)
    .option("--escalate <steps>", "who hears how long after it: head=4h,leader=1d,office=3d", parseLadder)
    .option("--from <day>", "first day, yyyy-mm-dd; today when left out", readFirstDay)
    .action(add);
}

function list(): Promise<void> {
  return withApp({}, async (app) => {
    for (const policy of await createFeedbackPolicyStore(app.database).list())
      process.stdout.write(
        `${[
          policy.field ?? "*",
          policy.kind ?? "*",
          policy.urgency,
          `v${policy.version}`,
          `from ${dayOf(policy.validFrom)}`,
          `accept within ${showTerm(app.say, "en", policy.acceptTerm)}`,
          `answer within ${showTerm(app.say, "en", policy.answerTerm)}`,
          ...(policy.needsApproval ? ["needs approval"] : []),
          policy.legalBasis,
        ].join("\t")}\n`,
      );
  });
}

function add(options: PolicyOptions): Promise<void> {
  return withApp({}, async (app) => {
    const given = {
      field: options.field ?? null,
      kind: options.kind ?? null,
      urgency: options.urgency,
      validFrom: options.from ?? instantOn(dayOf(app.clock())),
      acceptTerm: options.accept,
      answerTerm: options.answer,
      needsApproval: options.approval,
      maxExtensions: options.extensions,
      maxPauses: options.pauses,
      maxPauseWorkingDays: options.pauseDays,
      ...((options.remind || options.escalate) && {
        reminders: {
          ...(options.remind && { offsets: options.remind }),
          ...(options.escalate && { ladder: options.escalate }),
        },
      }),
      legalBasis: options.basis,
    };
    const policy = await app.database.transaction(async (sql) => {
      const added = await createFeedbackPolicyStore(sql).add(given);
      if (added)
        await createAuditTrail(sql).record({
          ...operatorAt(app.clock()),
          deed: "policy-added",
          on: { kind: "policy", id: String(added.id) },
          detail: { ...given, validFrom: given.validFrom.toISOString(), version: added.version },
        });
      return added;
    });
    if (!policy)
      throw new BadInputError(
        `There is no field "${options.field}". motcua import thu-tuc brings fields in.`,
      );
    process.stdout.write(`Version ${policy.version} holds from ${dayOf(policy.validFrom)}.\n`);
  });
}

function parseTerm(text: string): Term {
  const term = readTerm(text);
  if (!term)
    throw new InvalidArgumentError("Write 8h (working hours), 5d (working days) or 15cd (calendar days).");
  return term;
}

function parseOffsets(text: string): ReminderOffset[] {
  const offsets = readOffsets(text);
  if (!offsets) throw new InvalidArgumentError("Write half, due, 1d (working days) or 2h (working hours).");
  return offsets;
}

function parseLadder(text: string): LadderStep[] {
  const ladder = readLadder(text);
  if (!ladder) throw new InvalidArgumentError("Write head=4h, leader=1d or office=3d.");
  return ladder;
}

function parseCount(text: string): number {
  const count = readCount(text);
  if (count === undefined) throw new InvalidArgumentError("Write a whole number from 0 to 99.");
  return count;
}

function readFirstDay(text: string): Date {
  const on = readDay(text);
  if (!on) throw new InvalidArgumentError("Write a day as yyyy-mm-dd.");
  return instantOn(on);
}
