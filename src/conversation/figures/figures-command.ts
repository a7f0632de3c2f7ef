import { interlinkedKinds, submissionModes } from "../../domain/dossiers/dossier.ts";
import { figureMeasures } from "../../domain/statistics/figure-measures.ts";
import { breakdowns, onlineLevels } from "../../domain/statistics/figures-question.ts";
import { periodCommand } from "../period-command.ts";
import type { PeriodContext } from "../understanding/periods/find-period.ts";
import { readPeriod } from "../understanding/read-period.ts";
import { fold } from "../understanding/text/fold.ts";
import { figureViews, type FiguresAsked } from "./figures-asked.ts";

/** Marks the command where nothing else does. */
const plain = "v=all";
const ends = ["most", "least"] as const;

/** `/tk quy 1/2021 m=late u=H57.16.HCTP by=field`: reads back as the same question. */
export function figuresCommand(asked: FiguresAsked): string {
  const { measure, by, end, view, count, page, unitCode, field, procedureCode, mode, level, interlinked } =
    asked;
  const tags = {
    m: measure,
    by,
    e: end,
    v: view,
    n: count,
    t: page,
    u: unitCode,
    f: field === undefined ? undefined : fieldKey(field),
    p: procedureCode,
    h: mode,
    l: level,
    k: interlinked,
  };
  const told = Object.entries(tags).flatMap(([tag, value]) =>
    value === undefined ? [] : [`${tag}=${value}`],
  );
  return [periodCommand(asked.period).replace("/thongke", "/tk"), ...(told.length ? told : [plain])].join(
    " ",
  );
}

/** Undefined when it is no such command, so that it is read as words. */
export function readFiguresCommand(
  text: string,
  fields: readonly string[],
  context: PeriodContext,
): FiguresAsked | undefined {
  if (!/^\/tk .*\b[a-z]{1,2}=\S/.test(text)) return undefined;
  const tags = new Map(
    [...text.matchAll(/(?<= )([a-z]{1,2})=(\S+)/g)].map(([, tag, value]) => [tag!, value!]),
  );
  const period = readPeriod(text.replaceAll(/ [a-z]{1,2}=\S+/g, ""), context);
  if (!period) return undefined;
  const oneOf = <Value extends string>(tag: string, values: readonly Value[]): Value | undefined =>
    values.find((value) => value === tags.get(tag));
  const number = (tag: string) => (tags.has(tag) ? Number(tags.get(tag)) || undefined : undefined);
  return {
    period,
    measure: oneOf("m", figureMeasures),
    by: oneOf("by", breakdowns),
    end: oneOf("e", ends),
    view: oneOf("v", figureViews),
    count: number("n"),
    page: number("t"),
    unitCode: tags.get("u"),
    field: fields.find((field) => fieldKey(field) === tags.get("f")),
    procedureCode: tags.get("p"),
    mode: oneOf("h", submissionModes),
    level: oneOf("l", onlineLevels),
    interlinked: oneOf("k", interlinkedKinds),
  };
}

/** Field names are too long for a button; this is short, and the same for the same name (FNV-1a). */
function fieldKey(name: string): string {
  let hash = 0x811c9dc5;
  for (const letter of fold(name)) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}
