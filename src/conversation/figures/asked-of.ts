import { namedPeriodAt, progress } from "../../domain/statistics/periods.ts";
import { dayOf } from "../../domain/vietnam-time.ts";
import type { FlowRequest, FlowTools } from "../flow.ts";
import { followUp } from "../statistics-follow-up.ts";
import type { FiguresAsked } from "./figures-asked.ts";
import { readFiguresCommand } from "./figures-command.ts";
import { asksNext } from "./read-figures-words.ts";
import { isCalled, readUnit, type UnitRead } from "./read-unit.ts";

/** `without` is the question but for the unit that is in doubt. */
export type Asked =
  | { kind: "asked"; asked: FiguresAsked }
  | { kind: "unit in doubt"; unit: UnitInDoubt; without: FiguresAsked };
export type UnitInDoubt = Extract<UnitRead, { kind: "several" | "none" }>;

type Heard = Pick<FlowRequest, "understanding" | "state" | "now" | "speaker">;
type Known = Pick<FlowTools, "settings" | "fields" | "units">;

/** The figures shown last; undefined when something else was talked about since. */
export function figuresTopic({ state, now }: Heard, { settings, fields }: Known): FiguresAsked | undefined {
  if (state.topic?.kind !== "statistics") return undefined;
  return readFiguresCommand(state.topic.say, fields, { now, periodBasis: settings.periodBasis });
}

/** What is asked for, with what was left unsaid taken from the figures shown before; the running quarter at first. */
export function askedOf(request: Heard, tools: Known): Asked {
  const { understanding, now, speaker } = request;
  const { periodBasis } = tools.settings;
  const exact = readFiguresCommand(understanding.text, tools.fields, { now, periodBasis });
  if (exact) return { kind: "asked", asked: exact };
  const topic = figuresTopic(request, tools);
  if (topic?.view === "list" && asksNext(understanding.text))
    return { kind: "asked", asked: { ...topic, page: (topic.page ?? 1) + 1 } };
  const followed = followUp(understanding.text, understanding.entities, topic, periodBasis);
  const found = tools.units.find(({ code }) => code === understanding.entities.unit);
  const isSure = found !== undefined && isCalled(understanding.text, found);
  const unit = isSure ? undefined : readUnit(understanding.text, tools.units);
  const own = unit?.kind === "own" && speaker.kind === "staff" ? speaker.staff.unitCode : undefined;
  const unitCode = unit?.kind === "unit" ? unit.code : (own ?? followed.unitCode);
  const period = followed.period ?? namedPeriodAt("quarter", dayOf(now), periodBasis);
  const asked = { ...withKind({ ...followed, period }, now), unitCode };
  if (unit?.kind === "several" || unit?.kind === "none")
    return { kind: "unit in doubt", unit, without: { ...asked, unitCode: undefined } };
  return { kind: "asked", asked };
}

/** "xu hướng 12 tháng" counts months, whatever period was shown: those up to its end, or up to now. */
function withKind(asked: FiguresAsked, now: Date): FiguresAsked {
  const { kind, period, ...rest } = asked;
  if (kind === undefined || kind === period.kind) return { ...rest, period };
  const named = kind === "quarter" || kind === "month" || kind === "year" ? kind : "quarter";
  const until = progress(period, now) === "over" ? period.to : dayOf(now);
  return { ...rest, period: namedPeriodAt(named, until, period.basis) };
}
