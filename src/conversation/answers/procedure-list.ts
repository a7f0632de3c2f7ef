import type { Procedure } from "../../domain/procedures/procedure.ts";
import { showNumber } from "../../wording/numbers.ts";
import type { Language, Say } from "../../wording/wording.ts";
import type { ProcedureCatalogue } from "../procedures/procedure-catalogue.ts";
import { listingCommand, procedureCommand, type Listing } from "../procedures/procedure-command.ts";
import type { Aspect } from "../procedures/read-question.ts";
import { paragraph, type Block, type Button } from "../reply.ts";

interface Telling {
  say: Say;
  language: Language;
}

const pageSize = 8;
const longestLabel = 64;

/** One page of the fields, or of one field's procedures, to press on. A page or field that is not there is the first. */
export function procedureList(
  { fields }: ProcedureCatalogue,
  listing: Listing,
  { say, language }: Telling,
): Block[] {
  const count = (of: number) => showNumber(of, language);
  const field = listing.kind === "field" ? fields[listing.field - 1] : undefined;
  if (listing.kind === "field" && field) {
    const intro = say(language, "procedure-in-field", {
      field: field.name,
      count: count(field.procedures.length),
    });
    const buttons = field.procedures.map((procedure) => procedureButton(procedure));
    return [...page(intro, buttons, listing, { say, language }, [fieldsButton({ say, language })])];
  }
  const all = fields.reduce((sum, { procedures }) => sum + procedures.length, 0);
  if (all === 0) return [paragraph(say(language, "procedure-fields-empty"), "strong")];
  return page(
    say(language, "procedure-fields", { count: count(all) }),
    fieldButtons(fields, { say, language }),
    { kind: "fields", page: listing.page },
    { say, language },
  );
}

function fieldButtons(fields: ProcedureCatalogue["fields"], { say, language }: Telling): Button[] {
  return fields.map(({ name, procedures }, at) => ({
    label: shortened(
      say(language, "button-procedure-field", {
        field: name,
        count: showNumber(procedures.length, language),
      }),
    ),
    say: listingCommand({ kind: "field", field: at + 1, page: 1 }),
  }));
}

export function fieldsButton({ say, language }: Telling): Button {
  return {
    label: say(language, "button-procedure-fields"),
    say: listingCommand({ kind: "fields", page: 1 }),
  };
}

export function procedureButton(procedure: Procedure, asked: readonly Aspect[] = []): Button {
  return { label: shortened(procedure.name), say: procedureCommand(procedure, asked) };
}

function page(
  intro: string,
  buttons: Button[],
  listing: Listing,
  { say, language }: Telling,
  more: Button[] = [],
): Block[] {
  const pages = Math.ceil(buttons.length / pageSize);
  const at = Math.min(Math.max(listing.page, 1), pages);
  const turn = (to: number, key: "button-procedure-previous" | "button-procedure-next"): Button[] =>
    to >= 1 && to <= pages
      ? [{ label: say(language, key), say: listingCommand({ ...listing, page: to }) }]
      : [];
  const where = say(language, "procedure-page", {
    page: showNumber(at, language),
    pages: showNumber(pages, language),
  });
  return [
    paragraph(intro, "strong"),
    ...(pages > 1 ? [paragraph(where, "muted")] : []),
    {
      kind: "buttons",
      buttons: [
        ...buttons.slice((at - 1) * pageSize, at * pageSize),
        ...turn(at - 1, "button-procedure-previous"),
        ...turn(at + 1, "button-procedure-next"),
        ...more,
      ],
    },
  ];
}

/** Cut at a word, since platforms cut long labels anywhere. */
function shortened(label: string): string {
  if (label.length <= longestLabel) return label;
  const cut = label.slice(0, longestLabel - 1);
  return `${cut.slice(0, cut.lastIndexOf(" "))}…`;
}
