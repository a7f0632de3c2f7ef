import { papersOf, type Procedure } from "../../domain/procedures/procedure.ts";
import { dayOf, showDay } from "../../domain/vietnam-time.ts";
import { showNumber } from "../../wording/numbers.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { aspects, type Aspect } from "../procedures/read-question.ts";
import { paragraph, type Block } from "../reply.ts";

interface Telling {
  say: Say;
  language: Language;
  isDemonstration: boolean;
}

/** Everything the catalogue says of a procedure; what was asked stands first, in the order it was asked. */
export function procedureAnswer(procedure: Procedure, asked: readonly Aspect[], telling: Telling): Block[] {
  const { say, language } = telling;
  const rest = aspects.filter((aspect) => !asked.includes(aspect));
  const about = paragraph(
    say(language, "procedure-about", { name: procedure.name }),
    asked.length ? undefined : "strong",
  );
  return [
    ...asked.flatMap((aspect) => askedBlocks(procedure, aspect, telling)),
    about,
    {
      kind: "facts",
      facts: [
        ...rest
          .filter((aspect) => aspect !== "papers")
          .map((aspect) => ({
            label: say(language, `procedure-label-${aspect}`),
            value: told(procedure, aspect, telling),
          })),
        { label: say(language, "procedure-label-field"), value: procedure.field },
        { label: say(language, "procedure-label-code"), value: procedure.code },
      ],
    },
    ...(rest.includes("papers") ? papers(procedure, telling) : []),
    ...(procedure.url
      ? [{ kind: "link", label: say(language, "procedure-link"), url: procedure.url } as const]
      : []),
    paragraph(source(procedure, telling), "muted"),
    ...(telling.isDemonstration ? [paragraph(say(language, "procedure-demonstration"), "muted")] : []),
  ];
}

function askedBlocks(procedure: Procedure, aspect: Aspect, telling: Telling): Block[] {
  const { say, language } = telling;
  if (aspect === "papers") return papers(procedure, telling, "strong");
  const line = {
    label: say(language, `procedure-label-${aspect}`),
    value: told(procedure, aspect, telling),
  };
  return [paragraph(say(language, "procedure-line", line), "strong")];
}

function papers(procedure: Procedure, { say, language }: Telling, tone?: "strong"): Block[] {
  const items = papersOf(procedure);
  if (items.length === 0) {
    const line = {
      label: say(language, "procedure-label-papers"),
      value: say(language, "procedure-missing"),
    };
    return [paragraph(say(language, "procedure-line", line), tone)];
  }
  return [paragraph(say(language, "procedure-papers-heading"), tone), { kind: "list", items }];
}

function told(procedure: Procedure, aspect: Exclude<Aspect, "papers">, { say, language }: Telling): string {
  const missing = say(language, "procedure-missing");
  switch (aspect) {
    case "time":
      return procedure.workingDays
        ? say(language, "procedure-time-days", { days: showNumber(procedure.workingDays, language) })
        : missing;
    case "fee":
      return procedure.fee ?? missing;
    case "place":
      return procedure.submitAt ?? missing;
    case "online":
      return say(language, `procedure-online-${procedure.onlineLevel}`);
  }
}

function source({ source: named, updatedAt }: Procedure, { say, language }: Telling): string {
  const day = showDay(dayOf(updatedAt));
  return named
    ? say(language, "procedure-source", { day, source: named })
    : say(language, "procedure-source-missing", { day });
}
