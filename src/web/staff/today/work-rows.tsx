import { excerpt } from "../../../conversation/answers/excerpt.ts";
import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import type { WorkItem, WorkList } from "../../../domain/work/work-store.ts";
import type { Day } from "../../../domain/vietnam-time.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";

interface WorkRowsProps {
  list: WorkList;
  visit: StaffVisit;
  days: { today: Day; until: Day };
  shown: { isUnit: boolean; isAll: boolean; page: number; rowsAtOnce: number };
  /** The unit whose work one may see as a whole; only leaders lead one. */
  led: { unitName: string } | undefined;
}

const longestTitle = 160;

/** Work in the order in which it is due, with how much there is of each urgency. */
export function WorkRows({ list, visit, days, shown, led }: WorkRowsProps) {
  const { say } = visit;
  const { late, today, soon, waiting, later, items } = list;
  const { isUnit, isAll, page, rowsAtOnce } = shown;
  const total = late + today + soon + waiting + (isAll ? later : 0);
  const address = (changed: Partial<typeof shown>) => {
    const next = { ...shown, page: 1, ...changed };
    const query = new URLSearchParams({
      ...(next.isUnit && { cua: "donvi" }),
      ...(next.isAll && { xem: "tatca" }),
      ...(next.page > 1 && { trang: String(next.page) }),
    });
    return `/lamviec?${query}`;
  };
  return (
    <>
      {led && (
        <nav class="tabs" aria-label={say("staff-whose")}>
          <a href={address({ isUnit: false })} aria-current={isUnit ? undefined : "true"}>
            {say("staff-mine")}
          </a>
          <a href={address({ isUnit: true })} aria-current={isUnit ? "true" : undefined}>
            {led.unitName}
          </a>
        </nav>
      )}
      <dl class="counts">
        {(
          [
            ["late", late],
            ["today", today],
            ["soon", soon],
            ["waiting", waiting],
          ] as const
        ).map(([state, count]) => (
          <div class={count > 0 ? state : undefined}>
            <dt>{say(`work-state-${state}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {items.length === 0 ? (
        <p class="empty">{say("staff-today-empty")}</p>
      ) : (
        <ul class="rows">
          {items.map((item) => (
            <WorkRow item={item} visit={visit} state={stateOf(item, days)} isUnit={isUnit} />
          ))}
        </ul>
      )}
      <nav class="buttons" aria-label={say("staff-more")}>
        {page > 1 && (
          <a class="button" href={address({ page: page - 1 })}>
            {say("staff-page-before")}
          </a>
        )}
        {page * rowsAtOnce < total && (
          <a class="button" href={address({ page: page + 1 })}>
            {say("staff-page-next")}
          </a>
        )}
        {later > 0 && !isAll && (
          <a class="button" href={address({ isAll: true })}>
            {say("staff-today-later", { count: later })}
          </a>
        )}
      </nav>
    </>
  );
}

type State = "late" | "today" | "soon" | "waiting" | "later";

function WorkRow({
  item,
  visit,
  state,
  isUnit,
}: {
  item: WorkItem;
  visit: StaffVisit;
  state: State;
  isUnit: boolean;
}) {
  const { say, sayIn, language } = visit;
  const due = showMoment(sayIn, language, item.dueAt);
  const isCase = item.kind === "feedback";
  const page = `${isCase ? "/lamviec/phananh" : "/lamviec/viec"}/${encodeURIComponent(item.code)}`;
  return (
    <li class={`row ${state}`}>
      <div class="row-head">
        <a href={page}>{item.code}</a>
        <span class={`mark ${state}`}>{say(`work-state-${state}`)}</span>
        <span class="quiet">{say(`staff-kind-${item.kind}`)}</span>
      </div>
      <p>{excerpt(maskPersonal(item.title), longestTitle)}</p>
      <p class="quiet">
        {say(item.isToAccept ? "work-due-accept" : "work-due", { due })}
        {isUnit && ` · ${item.officerName ?? say("work-nobody")}`}
      </p>
      {item.isToAccept && (
        <PostForm visit={visit} action={`${page}/nhan`}>
          <button class="button" aria-label={`${say("work-button-nhan")} ${item.code}`}>
            {say("work-button-nhan")}
          </button>
        </PostForm>
      )}
    </li>
  );
}

function stateOf({ isWaiting, dueOn }: WorkItem, { today, until }: { today: Day; until: Day }): State {
  if (isWaiting) return "waiting";
  if (dueOn <= today) return dueOn < today ? "late" : "today";
  return dueOn <= until ? "soon" : "later";
}
