import { readFile, writeFile } from "node:fs/promises";
import { Option, type Command } from "commander";
import type { App } from "../app.ts";
import { createTerminalChannel } from "../channels/terminal/terminal-channel.ts";
import { figuresAnswer } from "../conversation/answers/figures-answer.ts";
import { signedNote } from "../conversation/answers/signed-answer.ts";
import { readPeriod } from "../conversation/understanding/read-period.ts";
import type { Figures } from "../domain/statistics/figures.ts";
import type { SignedFigures } from "../domain/statistics/signed-figures.ts";
import { chartKinds, type ChartKind } from "../domain/statistics/report-kinds.ts";
import type { Clock } from "../domain/vietnam-time.ts";
import { createAuditTrail } from "../persistence/audit/audit-trail.ts";
import { createSignedFiguresStore } from "../persistence/signed-figures-store.ts";
import { askAgain } from "./report-run.ts";
import { createFigureRunStore } from "../persistence/figure-run-store.ts";
import { createServiceQualityStore } from "../persistence/handling-quality-store.ts";
import { createTargetStore } from "../persistence/target-store.ts";
import { readStandings, type Standings } from "../domain/targets/read-standings.ts";
import { standingsBlocks } from "../conversation/answers/targets-answer.ts";
import type { Block } from "../conversation/reply.ts";
import type { ReportQuestion } from "../reports/report-material.ts";
import { reportFile, type ReportFormat } from "../reports/report-file.ts";
import { reportJson, standingsJson } from "../reports/report-json.ts";
import { TemplateError } from "../reports/template-error.ts";
import { drawSigned, signedJson, signOff } from "./report-signed.ts";
import { readClock } from "./clock-option.ts";
import { BadInputError } from "./command-error.ts";
import { operatorAt } from "./operator.ts";
import { withApp } from "./with-app.ts";

interface ReportOptions {
  format: "text" | "json" | ReportFormat["kind"];
  chart: ChartKind;
  template?: string;
  out?: string;
  unit?: string;
  now?: Clock;
  snapshot?: true;
  signOff?: string;
  document?: string;
  run?: string;
}

export function addReport(program: Command): void {
  program
    .command("report")
    .description(
      "Draw up the report of a period: the figures, the official form, the narrative report, a chart.",
    )
    .argument(
      "[period...]",
      "as one would say it: quy1 2021, thang 3/2021, 6 thang dau nam 2021, 01/02/2021-15/02/2021",
    )
    .addOption(
      new Option("--format <format>").choices(["text", "json", "xlsx", "docx", "png"]).default("text"),
    )
    .addOption(new Option("--chart <chart>", "what a png shows").choices(chartKinds).default("outcome"))
    .option("--template <file>", "a Word document with tags to write a docx by, instead of the built-in one")
    .option("--out <file>", "where to write; text and json go to stdout, others to a file of a fitting name")
    .option("--unit <code>", "a unit with all units below it; the whole agency when left out")
    .option("--sign-off <name>", "freeze the figures as they stand, in the name of whoever signs")
    .option("--document <number>", "number and day of the document that is signed")
    .option("--snapshot", "as it was signed off, whatever has been corrected since (not for png)")
    .option(
      "--run <id>",
      "what an answer of this number said, and whether it would still be said; without a period",
    )
    .option("--now <iso>", "set the clock", readClock)
    .action((words: string[], options: ReportOptions) =>
      withApp(options, (app) => report(app, words.join(" "), options)),
    );
}

async function report(app: App, words: string, options: ReportOptions): Promise<void> {
  if (options.run !== undefined) return await askAgain(app, options.run, options.format, printBlocks);
  const now = app.clock();
  const { periodBasis, letterhead } = await app.settings.read();
  const period = readPeriod(words, { now, periodBasis });
  if (!period)
    throw new BadInputError(`"${words}" is not a period. Try: quy1 2021, thang 3/2021, nam 2020, hom nay.`);
  const question = { period, now, ...(options.unit === undefined ? {} : { unitCode: options.unit }) };
  if (options.signOff !== undefined) return await signOff(app, question, options.signOff, options);
  const known = await createSignedFiguresStore(app.database).find(question);
  if (options.snapshot && !known)
    throw new BadInputError("Nothing was signed off for these days: report <period> --sign-off <name> does.");
  const signed = options.snapshot ? known : undefined;
  if (options.format === "text" || options.format === "json")
    return signed
      ? await print(signed.figures, known, undefined, app, options)
      : await printLiving(question, known, app, options);
  const speech = { say: app.say, language: "vi" } as const;
  const format = await wanted(options.format, options);
  const draw = signed
    ? drawSigned(format, signed, app)
    : reportFile(format, question, { source: app.reports, letterhead, speech });
  const file = await draw.catch(refuseTemplate);

  if (!file) throw noUnit(options);
  await createAuditTrail(app.database).record({
    ...operatorAt(now),
    deed: "report-exported",
    on: { kind: "report", id: `${options.format} ${period.from}..${period.to}` },
    detail: { unit: options.unit ?? null, snapshot: signed?.id ?? null },
  });
  if (!signed) await keepRun(app, question, file.figures);
  await writeFile(options.out ?? file.name, file.bytes);
  process.stdout.write(`${options.out ?? file.name}\n`);
}

async function wanted(kind: ReportFormat["kind"], { chart, template }: ReportOptions): Promise<ReportFormat> {
  if (kind === "png") return { kind, chart };
  if (kind === "xlsx") return { kind };
  if (template === undefined) return { kind };
  const bytes = await readFile(template).catch((error: Error) => {
    throw new BadInputError(`The template cannot be read: ${error.message}`);
  });
  return { kind, template: bytes };
}

function refuseTemplate(error: unknown): never {
  if (error instanceof TemplateError) throw new BadInputError(`The template is at fault. ${error.message}`);
  throw error;
}

async function printLiving(
  question: ReportQuestion,
  known: SignedFigures | undefined,
  app: App,
  options: ReportOptions,
): Promise<void> {
  const { database, statistics, surroundings } = app;
  const standings = await readStandings(question, {
    statistics,
    serviceQuality: createServiceQualityStore(database),
    targets: createTargetStore(database),
    calendar: (await surroundings()).calendars.of(question.unitCode),
  });
  if (!standings) throw noUnit(options);
  await keepRun(app, question, standings.figures);
  await print(standings.figures, known, standings, app, options);
}

async function keepRun(
  { database }: App,
  { now, unitCode }: ReportQuestion,
  figures: Figures,
): Promise<void> {
  const asked = { askedAt: now, ...(unitCode !== undefined && { unitCode }) };
  await createFigureRunStore(database).keep({ ...asked, figures });
}

function printBlocks(blocks: Block[], output: { write: (text: string) => unknown } = process.stdout) {
  const message = { conversationId: "report", outboxId: "0", reply: { blocks } };
  return createTerminalChannel(output).send(message);
}

async function print(
  found: Figures,
  signed: SignedFigures | undefined,
  standings: Standings | undefined,
  app: App,
  { format, out }: ReportOptions,
): Promise<void> {
  const written: string[] = [];
  const output = out === undefined ? process.stdout : { write: (text: string) => written.push(text) };
  if (format === "json")
    output.write(
      `${JSON.stringify({ ...reportJson(found, app.say), ...(standings && standingsJson(standings)), ...signedJson(signed, found) }, null, 2)}\n`,
    );
  else {
    const speech = { say: app.say, language: "vi" } as const;
    await printBlocks(
      [
        ...figuresAnswer(found, speech),
        ...(standings ? standingsBlocks(standings, speech) : []),
        ...(signed ? signedNote(signed, found, speech) : []),
      ],
      output,
    );
  }
  if (out === undefined) return;
  await writeFile(out, written.join(""));
  process.stdout.write(`${out}\n`);
}

function noUnit({ unit }: { unit?: string | undefined }): BadInputError {
  return new BadInputError(
    unit ? `There is no unit "${unit}".` : "There are no units yet: import don-vi first.",
  );
}
