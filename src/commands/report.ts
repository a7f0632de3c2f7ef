import { readFile, writeFile } from "node:fs/promises";
import { Option, type Command } from "commander";
import type { App } from "../app.ts";
import { createTerminalChannel } from "../channels/terminal/terminal-channel.ts";
import { figuresAnswer } from "../conversation/answers/figures-answer.ts";
import { readPeriod } from "../conversation/understanding/read-period.ts";
import { chartKinds, type ChartKind } from "../domain/statistics/report-kinds.ts";
import type { Clock } from "../domain/vietnam-time.ts";
import { reportFile, type ReportFormat } from "../reports/report-file.ts";
import { reportJson } from "../reports/report-json.ts";
import type { ReportQuestion } from "../reports/report-material.ts";
import { TemplateError } from "../reports/template-error.ts";
import { readClock } from "./clock-option.ts";
import { BadInputError } from "./command-error.ts";
import { withApp } from "./with-app.ts";

interface ReportOptions {
  format: "text" | "json" | ReportFormat["kind"];
  chart: ChartKind;
  template?: string;
  out?: string;
  unit?: string;
  now?: Clock;
}

export function addReport(program: Command): void {
  program
    .command("report")
    .description(
      "Draw up the report of a period: the figures, the official form, the narrative report, a chart.",
    )
    .argument(
      "<period...>",
      "as one would say it: quy1 2021, thang 3/2021, 6 thang dau nam 2021, 01/02/2021-15/02/2021",
    )
    .addOption(
      new Option("--format <format>").choices(["text", "json", "xlsx", "docx", "png"]).default("text"),
    )
    .addOption(new Option("--chart <chart>", "what a png shows").choices(chartKinds).default("outcome"))
    .option("--template <file>", "a Word document with tags to write a docx by, instead of the built-in one")
    .option("--out <file>", "where to write; text and json go to stdout, others to a file of a fitting name")
    .option("--unit <code>", "a unit with all units below it; the whole agency when left out")
    .option("--now <iso>", "set the clock", readClock)
    .action((words: string[], options: ReportOptions) =>
      withApp(options, (app) => report(app, words.join(" "), options)),
    );
}

async function report(app: App, words: string, options: ReportOptions): Promise<void> {
  const now = app.clock();
  const { periodBasis, letterhead } = await app.settings.read();
  const period = readPeriod(words, { now, periodBasis });
  if (!period)
    throw new BadInputError(`"${words}" is not a period. Try: quy1 2021, thang 3/2021, nam 2020, hom nay.`);
  const question = { period, now, ...(options.unit === undefined ? {} : { unitCode: options.unit }) };
  if (options.format === "text" || options.format === "json") return await figures(app, question, options);
  const speech = { say: app.say, language: "vi" } as const;
  const format = await wanted(options.format, options);
  const file = await reportFile(format, question, { source: app.reports, letterhead, speech }).catch(
    refuseTemplate,
  );
  if (!file) throw noUnit(options);
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

async function figures(
  app: App,
  question: ReportQuestion,
  { format, out, unit }: ReportOptions,
): Promise<void> {
  const found = await app.statistics.figures(question);
  if (!found) throw noUnit({ unit });
  const written: string[] = [];
  const output = out === undefined ? process.stdout : { write: (text: string) => written.push(text) };
  if (format === "json") output.write(`${JSON.stringify(reportJson(found, app.say), null, 2)}\n`);
  else {
    const reply = { blocks: figuresAnswer(found, { say: app.say, language: "vi" }) };
    await createTerminalChannel(output).send({ conversationId: "report", outboxId: "0", reply });
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
