import type { Broadcast, BroadcastBoard } from "../../../conversation/broadcasts/broadcast-board.ts";
import type { AccessHealth } from "../../../conversation/delivery/access-health.ts";
import type { CallList } from "../../../conversation/delivery/call-list.ts";
import type { DeliveryBoard } from "../../../conversation/delivery/delivery-board.ts";
import type { Reply } from "../../../conversation/reply.ts";
import type { Language } from "../../../wording/wording.ts";

/** What the pages about delivery need of the rest. */
export interface DeliveryPorts {
  board: DeliveryBoard;
  callList: CallList;
  broadcasts: BroadcastBoard;
  /** Of each platform that is connected; asks them, for a few seconds at most. */
  access: () => Promise<AccessHealth[]>;
  /** Lets workers look for what is to be sent. */
  wake: () => void;
  /** What each of those it is for will be told. */
  previewBroadcast: (broadcast: Pick<Broadcast, "audience" | "text">, language: Language) => Promise<Reply>;
}
