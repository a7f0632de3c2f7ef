import { queueStates, type QueuePlace, type QueueState } from "../../../domain/feedback/case-queue.ts";
import { readFields } from "../form-fields.ts";

/** What the address asks the queue for. */
export interface QueueAsked {
  text: string;
  state: QueueState;
  isOwnOnly: boolean;
  after: QueuePlace | undefined;
  limit: number;
}

const rowsAtOnce = 50;
const longestSearch = 100;

/** Reads the queue's address; what it does not know counts as not asked. */
export function readQueueAsked(query: unknown): QueueAsked {
  const fields = readFields(query);
  return {
    text: fields.text("tim").slice(0, longestSearch),
    state: queueStates.find((state) => state === fields.text("trangthai")) ?? "open",
    isOwnOnly: fields.text("cua") === "toi",
    after: readPlace(fields.text("sau")),
    limit: rowsAtOnce,
  };
}

/** The same queue from another place on. */
export function queueAddress({ text, state, isOwnOnly }: QueueAsked, after?: QueuePlace): string {
  const query = new URLSearchParams({
    ...(text && { tim: text }),
    ...(state !== "open" && { trangthai: state }),
    ...(isOwnOnly && { cua: "toi" }),
    ...(after && { sau: `${after.dueAt?.toISOString() ?? ""}_${after.id}` }),
  });
  return `/lamviec/phananh?${query}`;
}

function readPlace(text: string): QueuePlace | undefined {
  const [, instant, id] = /^([\d:.TZ-]*)_(\d{1,18})$/.exec(text) ?? [];
  if (id === undefined) return undefined;
  const dueAt = instant ? new Date(instant) : null;
  return dueAt && Number.isNaN(dueAt.getTime()) ? undefined : { dueAt, id };
}
