import type { WorkItem, WorkList } from "../../domain/work/work-store.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import type { Day } from "../../domain/vietnam-time.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import { excerpt } from "./excerpt.ts";
import { maskPersonal } from "./mask-personal.ts";

export const itemsAtOnce = 10;
const longestTitle = 80;

interface Telling {
  say: Say;
  language: Language;
  today: Day;
  /** The last day whose work is soon due. */
  until: Day;
  /** The unit whose work it is; the person's own when left out. */
  unitName: string | undefined;
  page: number;
  /** Whether work with a deadline further off is listed too. */
  isAll: boolean;
}

/** What is late, due today and due soon, the earliest first, each with a button that opens it. */
export function workList(list: WorkList, telling: Telling): Block[] {
  const { say, language, unitName, page, isAll } = telling;
  const { items, late, today, soon, waiting, later } = list;
  const pressing = late + today + soon + waiting;
  const total = isAll ? pressing + later : pressing;
  const shown = Math.min((page - 1) * itemsAtOnce + items.length, total);
  const counts = { late, today, soon, waiting, shown, total };
  const pages: Button = { label: say(language, "sign-in-link-label"), say: "/trangquantri" };
  const buttons = [
    ...items.map(open),
    ...nextPage(shown, total, telling),
    ...everything(later, telling),
    pages,
  ];
  return [
    total === 0
      ? paragraph(say(language, "work-none"), "strong")
      : paragraph(
          unitName === undefined
            ? say(language, "work-head", counts)
            : say(language, "work-head-unit", { ...counts, unit: unitName }),
          late > 0 ? "warning" : "strong",
        ),
    ...(items.length ? [{ kind: "list" as const, items: items.map((item) => line(item, telling)) }] : []),
    ...(later > 0 && !isAll ? [paragraph(say(language, "work-later", { count: later }), "muted")] : []),
    { kind: "buttons", buttons },
  ];
}

function line(item: WorkItem, telling: Telling): string {
  const { say, language, unitName } = telling;
  const told = {
    code: item.code,
    state: say(language, `work-state-${stateOf(item, telling)}`),
    due: say(language, item.isToAccept ? "work-due-accept" : "work-due", {
      due: showMoment(say, language, item.dueAt),
    }),
    title: excerpt(maskPersonal(item.title), longestTitle),
  };
  return unitName === undefined
    ? say(language, "work-line", told)
    : say(language, "work-line-of", { ...told, officer: item.officerName ?? say(language, "work-nobody") });
}

function stateOf({ isWaiting, dueOn }: WorkItem, { today, until }: Telling) {
  if (isWaiting) return "waiting";
  if (dueOn <= today) return dueOn < today ? "late" : "today";
  return dueOn <= until ? "soon" : "later";
}

function open({ code }: WorkItem): Button {
  return { label: code, say: `/viec xem ${code}` };
}

function nextPage(shown: number, total: number, telling: Telling): Button[] {
  if (shown >= total) return [];
  const { say, language, page, isAll } = telling;
  const all = isAll ? " tatca" : "";
  return [
    {
      label: say(language, "work-button-page"),
      say: `/viec ${scopeWord(telling)}${all} trang ${page + 1}`,
    },
  ];
}

function everything(later: number, telling: Telling): Button[] {
  if (later === 0 || telling.isAll) return [];
  return [
    {
      label: telling.say(telling.language, "work-button-all"),
      say: `/viec ${scopeWord(telling)} tatca`,
    },
  ];
}

function scopeWord({ unitName }: Telling): "toi" | "phong" {
  return unitName === undefined ? "toi" : "phong";
}
