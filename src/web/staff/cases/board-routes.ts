import type { StaffPorts } from "../staff-ports.ts";
import type { StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { boardPage } from "./board-page.tsx";
import { boardPath, readQueueAsked, type QueueAsked } from "./queue-asked.ts";

/** So many cards a column; the rest is behind a link. */
const cardsAtOnce = 20;

/** The board: the queue's search, apart by what is done with a case, and what changes of it meanwhile. */
export function addBoardRoutes(
  site: StaffSite,
  { cases, work, fields: namesOfFields }: Pick<StaffPorts, "cases" | "work" | "fields">,
): void {
  site.page<{ Querystring: unknown }>(boardPath, async (visit, { query }) => {
    const asked = readQueueAsked(query);
    const [columns, rooms, fields] = await Promise.all([find(asked, visit), work.rooms(), namesOfFields()]);
    return boardPage({ asked, columns, rooms, fields, visit });
  });

  site.live<{ Querystring: unknown }>(`${boardPath}/moi`, async (visit, { query }) => {
    const columns = await find(readQueueAsked(query), visit);
    const cards = columns.flatMap(({ cases: shown }) => shown);
    return {
      event: "queue",
      text: JSON.stringify(cards.map(({ code, version }) => [code, String(version)])),
    };
  });

  function find({ text, field, isOwnOnly }: QueueAsked, { staff }: StaffVisit) {
    const words = text.split(/\s+/).filter(Boolean);
    return cases.board({ staff, isOwnOnly, field: field || undefined, words }, cardsAtOnce);
  }
}
