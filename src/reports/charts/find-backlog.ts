import { showNumber } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { FindChart } from "./chart-findings.ts";

/** What is open at the end of the period beside its beginning, and how much of it is late. */
export const findBacklog: FindChart = async ({ period, dossiers }, _question, _reader, { say, language }) => {
  const { carriedOver, open } = dossiers;
  const told = {
    period: showPeriod(say, language, period),
    open: showNumber(open.total, language),
    late: open.late === 0 ? 0 : showNumber(open.late, language),
    by: showNumber(Math.abs(open.total - carriedOver), language),
  };
  if (open.total === carriedOver) return say(language, "chart-backlog-same", told);
  return say(language, open.total < carriedOver ? "chart-backlog-less" : "chart-backlog-more", told);
};
