import { queueStates, type QueuePlace, type QueueState } from "../../../domain/feedback/case-queue.ts";
import { readFields } from "../form-fields.ts";

/** What the address asks the queue for. */
export interface QueueAsked {
  text: string;
  state: QueueState;
  isOwnOnly: boolean;
  field: string;
  after: QueuePlace | undefined;
  limit: number;
}

export const queuePath = "/lamviec/phananh";
export const boardPath = `${queuePath}/bang`;

const rowsAtOnce = 50;
const longestSearch = 100;

/** Reads the queue's address; what it does not know counts as not asked. */
export function readQueueAsked(query: unknown): QueueAsked {
  const fields = readFields(query);
  return {
    text: fields.text("tim").slice(0, longestSearch),
    state: queueStates.find((state) => state === fields.text("trangthai")) ?? "open",
    isOwnOnly: fields.text("cua") === "toi",
    field: fields.text("linhvuc").slice(0, longestSearch),
    after: readPlace(fields.text("sau")),
    limit: rowsAtOnce,
  };
}

/** What the address of this look at the queue has after its `?`, without the place in it. */
export function queueQuery({ text, state, isOwnOnly, field }: QueueAsked): string {
  return new URLSearchParams({
    ...(text && { tim: text }),
    ...(state !== "open" && { trangthai: state }),
    ...(isOwnOnly && { cua: "toi" }),
    ...(field && { linhvuc: field }),
  }).toString();
}

/** The board under the same search; of all states. */
export function boardAddress(asked: QueueAsked): string {
  const query = queueQuery({ ...asked, state: "open" });
  return query ? `${boardPath}?${query}` : boardPath;
}

/** Where a form that names the board's search goes back to; undefined where it came from elsewhere. */
export function readBoardReturn(text: string): string | undefined {
  if (!text.startsWith(boardPath)) return undefined;
  const [, query = ""] = text.split("?");
  return boardAddress(readQueueAsked(Object.fromEntries(new URLSearchParams(query))));
}

/** The same look from another place on. */
export function queueAddress(asked: QueueAsked, after?: QueuePlace): string {
  const place = after && new URLSearchParams({ sau: `${after.dueAt?.toISOString() ?? ""}_${after.id}` });
  const query = [queueQuery(asked), place?.toString()].filter(Boolean).join("&");
  return query ? `${queuePath}?${query}` : queuePath;
}

function readPlace(text: string): QueuePlace | undefined {
  const [, instant, id] = /^([\d:.TZ-]*)_(\d{1,18})$/.exec(text) ?? [];
  if (id === undefined) return undefined;
  const dueAt = instant ? new Date(instant) : null;
  return dueAt && Number.isNaN(dueAt.getTime()) ? undefined : { dueAt, id };
}
