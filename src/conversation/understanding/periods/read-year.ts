import { yearOf, type Day } from "../../../domain/vietnam-time.ts";
import type { Token } from "../text/tokens.ts";

export interface FoundYear {
  year: number;
  to: number;
}

const backs: Record<string, number> = { nay: 0, ngoai: 1, truoc: 1, roi: 1, qua: 1, kia: 2 };

/**
 * "năm 2021", "2021", "năm nay", "năm ngoái" at a place. The year of "năm nay" is the calendar's, whichever way periods
 * are cut: nobody means the coming year in its last two weeks.
 */
export function readYear(tokens: readonly Token[], at: number, today: Day): FoundYear | undefined {
  const word = tokens[at]?.text;
  const next = tokens[at + 1]?.text ?? "";
  if (word === "nam") {
    if (next === "vua" && ["roi", "qua"].includes(tokens[at + 2]?.text ?? ""))
      return { year: yearOf(today) - 1, to: at + 3 };
    if (Object.hasOwn(backs, next)) return { year: yearOf(today) - backs[next]!, to: at + 2 };
  }
  if (next === "year" && (word === "this" || word === "last"))
    return { year: yearOf(today) - (word === "last" ? 1 : 0), to: at + 2 };
  const numberAt = word === "nam" || word === "year" ? at + 1 : at;
  const number = tokens[numberAt];
  const isYear = number?.kind === "number" && /^(?:19|20)\d\d$/.test(number.text);
  return isYear ? { year: Number(number.text), to: numberAt + 1 } : undefined;
}

/** The year that follows a quarter or a month: "/2021", "/21", "-2021", " năm 2021", " của năm ngoái". */
export function readYearAfter(tokens: readonly Token[], at: number, today: Day): FoundYear | undefined {
  const link = tokens[at]?.text ?? "";
  const isMark = ["/", "-", ".", ","].includes(link);
  const shortYear = tokens[at + 1];
  if (link === "/" && shortYear?.kind === "number" && shortYear.text.length === 2)
    return { year: 2000 + Number(shortYear.text), to: at + 2 };
  const isLink = isMark || ["cua", "of", "in", "trong"].includes(link);
  return readYear(tokens, isLink ? at + 1 : at, today);
}
