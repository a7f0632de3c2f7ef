import { Option, type Command } from "commander";
import type { App } from "../app.ts";
import { createTerminalChannel } from "../channels/terminal/terminal-channel.ts";
import { figuresAnswer } from "../conversation/answers/figures-answer.ts";
import { readPeriod } from "../conversation/understanding/read-period.ts";
import type { Clock } from "../domain/vietnam-time.ts";
import { reportJson } from "../reports/report-json.ts";
import { readClock } from "./clock-option.ts";
import { BadInputError } from "./command-error.ts";
import { withApp } from "./with-app.ts";

interface ReportOptions {
  format: "json" | "text";
  unit?: string;
  now?: Clock;
}

export function addReport(program: Command): void {
  program
    .command("report")
    .description("Print the figures of a period.")
    .argument(
      "<period...>",
      "as one would say it: quy1 2021, thang 3/2021, 6 thang dau nam 2021, 01/02/2021-15/02/2021",
    )
    .addOption(new Option("--format <format>").choices(["json", "text"]).default("text"))
    .option("--unit <code>", "a unit with all units below it; the whole agency when left out")
    .option("--now <iso>", "set the clock", readClock)
    .action((words: string[], options: ReportOptions) =>
      withApp(options, (app) => report(app, words.join(" "), options)),
    );
}

async function report(app: App, words: string, { format, unit }: ReportOptions): Promise<void> {
  const now = app.clock();
  const { periodBasis } = await app.settings.read();
  const period = readPeriod(words, { now, periodBasis });
  if (!period)
    throw new BadInputError(`"${words}" is not a period. Try: quy1 2021, thang 3/2021, nam 2020, hom nay.`);
  const figures = await app.statistics.figures({
    period,
    now,
    ...(unit === undefined ? {} : { unitCode: unit }),
  });
  if (!figures)
    throw new BadInputError(
      unit ? `There is no unit "${unit}".` : "There are no units yet: import don-vi first.",
    );
  if (format === "json") {
    process.stdout.write(`${JSON.stringify(reportJson(figures, app.say), null, 2)}\n`);
    return;
  }
  const reply = { blocks: figuresAnswer(figures, { say: app.say, language: "vi" }) };
  await createTerminalChannel(process.stdout).send({ conversationId: "report", outboxId: "0", reply });
}
