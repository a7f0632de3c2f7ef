import type { DeadlineStep, StepDay } from "../domain/deadlines/deadline.ts";
import type { Term } from "../domain/deadlines/term.ts";
import { addDays, dayOf, showDay, showTime, type Day } from "../domain/vietnam-time.ts";
import { showNumber } from "./numbers.ts";
import { showWeekday } from "./show-weekday.ts";
import type { Language, Say } from "./wording.ts";

/** An instant as a promise names it: `17:00 thứ Hai 10/05/2021`. */
export function showMoment(say: Say, language: Language, at: Date): string {
  const on = dayOf(at);
  return say(language, "moment", {
    time: showTime(at),
    weekday: showWeekday(say, language, on),
    day: showDay(on),
  });
}

/** How a deadline was reached, a sentence a step, in the order in which one would reckon it by hand. */
export function showDeadlineSteps(
  steps: readonly DeadlineStep[],
  { say, language }: { say: Say; language: Language },
): string[] {
  const moment = (iso: string) => showMoment(say, language, new Date(iso));
  const expected = say(language, "deadline-day-expected");
  return steps.map((step) => {
    switch (step.kind) {
      case "received":
        return say(language, "deadline-received", { at: moment(step.at) });
      case "given":
        return say(language, "deadline-given", { at: moment(step.at) });
      case "starts":
        return say(language, "deadline-starts", { at: moment(step.at) });
      case "term":
        return say(language, `deadline-term-${step.term.kind}`, { term: showTerm(say, language, step.term) });
      case "days-off":
      case "half-days":
      case "make-up":
        return say(language, `deadline-${step.kind}`, { days: showDays(step.days, expected) });
      case "paused":
        return say(language, "deadline-paused", {
          from: moment(step.from),
          to: moment(step.to),
          hours: showNumber(Math.round(step.workingMinutes / 6) / 10, language),
        });
      case "rolled-forward":
        return say(language, "deadline-rolled-forward", {
          day: `${showWeekday(say, language, step.from)} ${showDay(step.from)}`,
        });
      case "extended":
        return say(language, "deadline-extended", { days: String(step.workingDays) });
      case "due":
        return say(language, "deadline-due", { at: moment(step.at) });
    }
  });
}

/** `5 ngày làm việc`, `4 giờ làm việc`. */
export function showTerm(say: Say, language: Language, { kind, amount }: Term): string {
  return say(language, `term-${kind}`, { amount: showNumber(amount, language) });
}

/** Days with what they are, those in a row as a span: `10/02–16/02 (Tết Nguyên đán), 21/04 (Giỗ Tổ)`. */
function showDays(days: readonly StepDay[], expected: string): string {
  const runs: { name: string; from: Day; to: Day }[] = [];
  for (const { day, note, isExpected } of days) {
    const name = [note, isExpected && expected].filter(Boolean).join(", ");
    const last = runs.at(-1);
    if (last?.name === name && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ name, from: day, to: day });
  }
  return runs
    .map(({ name, from, to }) => {
      const span = from === to ? shortDay(from) : `${shortDay(from)}–${shortDay(to)}`;
      return name ? `${span} (${name})` : span;
    })
    .join(", ");
}

function shortDay(on: Day): string {
  return showDay(on).slice(0, 5);
}
