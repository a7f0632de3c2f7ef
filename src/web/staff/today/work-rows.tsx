import { excerpt } from "../../../conversation/answers/excerpt.ts";
import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import type { WorkItem, WorkList } from "../../../domain/work/work-store.ts";
import type { Day } from "../../../domain/vietnam-time.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import { Empty } from "../empty.tsx";
import { Pager } from "../pager.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { Tabs } from "../tabs.tsx";

interface WorkRowsProps {
  list: WorkList;
  visit: StaffVisit;
  days: { today: Day; until: Day };
  shown: { isUnit: boolean; isAll: boolean; page: number; rowsAtOnce: number };
  /** The unit whose work one may see as a whole; only leaders lead one. */
  led: { unitName: string } | undefined;
}

const longestTitle = 160;

/** Where the page of each kind of work stands. */
const places = {
  feedback: "/lamviec/phananh",
  dossier: "/lamviec/hoso",
  assignment: "/lamviec/viec",
} as const;

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
        <Tabs
          label={say("staff-whose")}
          tabs={[
            { to: address({ isUnit: false }), name: say("staff-mine"), isHere: !isUnit },
            { to: address({ isUnit: true }), name: led.unitName, isHere: isUnit },
          ]}
        />
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
        <Empty text={say("staff-today-empty")} />
      ) : (
        <ul class="rows">
          {items.map((item) => (
            <WorkRow item={item} visit={visit} state={stateOf(item, days)} isUnit={isUnit} />
          ))}
        </ul>
      )}
      <Pager
        visit={visit}
        before={page > 1 ? address({ page: page - 1 }) : undefined}
        next={page * rowsAtOnce < total ? address({ page: page + 1 }) : undefined}
      />
      {later > 0 && !isAll && (
        <p class="buttons">
          <a class="button" href={address({ isAll: true })}>
            {say("staff-today-later", { count: later })}
          </a>
        </p>
      )}
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
  const page = `${places[item.kind]}/${encodeURIComponent(item.code)}`;
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
