import type { WorkItem, WorkList } from "../../domain/work/work-store.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import type { Day } from "../../domain/vietnam-time.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import { excerpt } from "./excerpt.ts";

export const itemsAtOnce = 8;
const longestTitle = 80;

interface Telling {
  say: Say;
  language: Language;
  today: Day;
  /** The unit whose work it is; the person's own when left out. */
  unitName: string | undefined;
  page: number;
}

/** What is late, due today and due soon, the earliest first, each with a button that opens it. */
export function workList(list: WorkList, telling: Telling): Block[] {
  const { say, language, unitName, page } = telling;
  const { items, late, today, soon } = list;
  const total = late + today + soon;
  if (total === 0) return [paragraph(say(language, "work-none"), "strong")];
  const shown = Math.min((page - 1) * itemsAtOnce + items.length, total);
  const counts = { late, today, soon, shown, total };
  return [
    paragraph(
      unitName === undefined
        ? say(language, "work-head", counts)
        : say(language, "work-head-unit", { ...counts, unit: unitName }),
      late > 0 ? "warning" : "strong",
    ),
    { kind: "list", items: items.map((item) => line(item, telling)) },
    { kind: "buttons", buttons: [...items.map((item) => open(item)), ...nextPage(shown, total, telling)] },
  ];
}

function line(item: WorkItem, { say, language, today, unitName }: Telling): string {
  const state = item.isWaiting
    ? "waiting"
    : item.dueOn < today
      ? "late"
      : item.dueOn === today
        ? "today"
        : "soon";
  const told = {
    code: item.code,
    state: say(language, `work-state-${state}`),
    due: showMoment(say, language, item.dueAt),
    title: excerpt(item.title, longestTitle),
  };
  return unitName === undefined
    ? say(language, "work-line", told)
    : say(language, "work-line-of", { ...told, officer: item.officerName ?? say(language, "work-nobody") });
}

function open({ code }: WorkItem): Button {
  return { label: code, say: `/viec xem ${code}` };
}

function nextPage(shown: number, total: number, { say, language, unitName, page }: Telling): Button[] {
  if (shown >= total) return [];
  const scope = unitName === undefined ? "toi" : "phong";
  return [{ label: say(language, "work-button-page"), say: `/viec ${scope} trang ${page + 1}` }];
}
