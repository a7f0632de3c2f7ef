import type { Command } from "commander";
import type { App } from "../app.ts";
import { renderPlainText } from "../channels/rendering/render-reply.ts";
import { terminalCapabilities } from "../channels/terminal/terminal-channel.ts";
import { isoInVietnam, showInstant } from "../domain/vietnam-time.ts";
import { rehearseNotices, type RehearsedMessage } from "../rehearse-notices.ts";
import { readInstant } from "./clock-option.ts";
import { BadInputError } from "./command-error.ts";
import { withApp } from "./with-app.ts";

interface SimulateOptions {
  from: Date;
  to: Date;
  json?: boolean;
}

export function addSimulate(program: Command): void {
  program
    .command("simulate")
    .description(
      "Print every message that would go out unasked between two instants, on the present data; nothing is changed.",
    )
    .requiredOption("--from <iso>", "the first instant", readInstant)
    .requiredOption("--to <iso>", "the last instant", readInstant)
    .option("--json", "print one JSON object a message: {at, recipient, channel, text}")
    .action((options: SimulateOptions) => withApp({}, (app) => simulate(app, options)));
}

async function simulate(app: App, { from, to, json }: SimulateOptions): Promise<void> {
  if (to < from) throw new BadInputError("--to is before --from.");
  const messages = await rehearseNotices(app, { from, until: to });
  for (const message of messages) process.stdout.write(json ? asJson(message) : asText(app, message));
  const nowhere = messages.filter(({ channel }) => channel === null).length;
  process.stderr.write(
    `${messages.length} messages, ${nowhere} of them to people without a linked account.\n`,
  );
}

function textOf({ reply }: RehearsedMessage): string {
  return renderPlainText(reply, terminalCapabilities).join("\n");
}

function asJson(message: RehearsedMessage): string {
  const { at, recipient, channel } = message;
  return `${JSON.stringify({ at: isoInVietnam(at), recipient, channel, text: textOf(message) })}\n`;
}

function asText({ say }: App, message: RehearsedMessage): string {
  const { at, recipient, channel } = message;
  const indented = textOf(message).replaceAll(/^/gm, "    ");
  return `${showInstant(at)}  ${recipient}  ${channel ?? say("vi", "simulate-unlinked")}\n${indented}\n\n`;
}
