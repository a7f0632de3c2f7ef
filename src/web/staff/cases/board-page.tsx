import type { BoardColumnShown } from "../../../domain/feedback/case-queue.ts";
import type { Room } from "../../../domain/work/work-store.ts";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { AssignTo } from "./assign-to.tsx";
import { BoardCard } from "./board-card.tsx";
import { boardAddress, boardPath, queueAddress, type QueueAsked } from "./queue-asked.ts";
import { QueueLooks } from "./queue-looks.tsx";
import { QueueNews } from "./queue-news.tsx";
import { QueueSearch } from "./queue-search.tsx";

interface BoardPageProps {
  asked: QueueAsked;
  columns: readonly BoardColumnShown[];
  rooms: readonly Room[];
  fields: readonly string[];
  visit: StaffVisit;
}

/**
 * The queue apart by what is done with a case. Each card has the deeds that chat offers; where there is JavaScript it may
 * be dragged to the column that one of them leads to.
 */
export function boardPage({ asked, columns, rooms, fields, visit }: BoardPageProps): StaffPage {
  const { say } = visit;
  const here = boardAddress(asked);
  return {
    title: say("staff-cases"),
    scripts: ["htmx.js", "queue-live.js", "board.js"],
    children: (
      <>
        <QueueLooks at="board" asked={asked} visit={visit} />
        <QueueSearch asked={asked} fields={fields} action={boardPath} visit={visit} />
        <QueueNews address={here} live={here.replace(boardPath, `${boardPath}/moi`)} visit={visit} />
        <div id="queue" tabIndex={-1} data-no-way={say("board-no-way")}>
          <p role="status" class="quiet" data-said />
          <PostForm visit={visit} action="/lamviec/phananh/giao">
            <input type="hidden" name="ve" value={here} />
            <details class="disclosure">
              <summary>{say("board-assign-chosen")}</summary>
              <AssignTo rooms={rooms} visit={visit} />
            </details>
            <div class="board">
              {columns.map((shown) => (
                <Column shown={shown} asked={asked} visit={visit} />
              ))}
            </div>
          </PostForm>
        </div>
      </>
    ),
  };
}

function Column({
  shown: { column, cases, total },
  asked,
  visit,
}: Pick<BoardPageProps, "asked" | "visit"> & { shown: BoardColumnShown }) {
  const { say } = visit;
  const id = `cot-${column}`;
  return (
    <section class="board-column" aria-labelledby={id} data-column={column}>
      <h2 id={id}>
        {say(`staff-queue-${column}`)} <span class="mark">{total}</span>
      </h2>
      {cases.length === 0 && <p class="quiet">{say("board-column-empty")}</p>}
      <ul class="rows">
        {cases.map((row) => (
          <BoardCard row={row} column={column} visit={visit} />
        ))}
      </ul>
      {total > cases.length && (
        <p>
          <a href={queueAddress({ ...asked, state: column, after: undefined })}>
            {say("board-column-all", { count: total })}
          </a>
        </p>
      )}
    </section>
  );
}
