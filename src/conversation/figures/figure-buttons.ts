import type { Breakdown } from "../../domain/statistics/figures-question.ts";
import type { MessageKey } from "../../wording/wording.ts";
import type { Speech } from "../answers/question-words.ts";
import type { Button } from "../reply.ts";
import type { FiguresAsked } from "./figures-asked.ts";
import { figuresCommand } from "./figures-command.ts";

/** Telegram's limit for what a press says, in bytes. */
export const longestCommand = 64;

type PlainKey = Extract<MessageKey, `button-${string}`>;

/** A button that asks for exactly this; none where the question is too long for one. */
export function figureButton(key: PlainKey, asked: FiguresAsked, { say, language }: Speech): Button[] {
  const command = figuresCommand(asked);
  const label = (say as (language: Speech["language"], key: MessageKey) => string)(language, key);
  return command.length > longestCommand ? [] : [{ label, say: command }];
}

const drills: readonly Breakdown[] = ["unit", "field", "procedure"];

/** From a figure on: the list behind it, apart by this and that, over time, how it is counted. */
export function drillButtons(asked: FiguresAsked, speech: Speech): Button[] {
  const plain = {
    ...asked,
    view: undefined,
    by: undefined,
    end: undefined,
    page: undefined,
    count: undefined,
  };
  return [
    ...figureButton("button-list", { ...plain, view: "list" }, speech),
    ...drills
      .filter((by) => by !== asked.by && !isFixed(asked, by))
      .flatMap((by) => figureButton(`button-by-${by}`, { ...plain, by }, speech)),
    ...figureButton("button-trend", { ...plain, view: "series" }, speech),
    ...figureButton("button-compare-last-year", { ...plain, view: "lastYear" }, speech),
    {
      label: speech.say(speech.language, "button-definition"),
      say: `/dinhnghia m=${asked.measure ?? "handled"}`,
    },
  ];
}

/** Nothing is apart by what was fixed to one. */
function isFixed({ field, procedureCode }: FiguresAsked, by: Breakdown): boolean {
  return by === "field" ? field !== undefined : by === "procedure" && procedureCode !== undefined;
}
