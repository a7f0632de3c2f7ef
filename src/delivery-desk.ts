import type { App } from "./app.ts";
import { zaloFacts } from "./channels/zalo/zalo-client/zalo-facts.ts";
import { composeBroadcast } from "./conversation/broadcasts/write-broadcasts.ts";
import type { AccessHealth } from "./conversation/delivery/access-health.ts";
import { createBroadcastBoard } from "./persistence/broadcast-board.ts";
import { createCallList } from "./persistence/call-list-store.ts";
import { createDeliveryBoard, type ReachedRow } from "./persistence/delivery-board.ts";
import type { Platform } from "./platforms.ts";
import type { DeliveryPorts } from "./web/staff/deliveries/delivery-ports.ts";

/** A page waits no longer for a platform to say how it is. */
const patienceMs = 3_000;

/** Fills the ports of the pages about delivery: the same functions as the commands `deliveries` and `broadcast`. */
export function createDeliveryDesk(app: App, platforms: readonly Platform[]): DeliveryPorts {
  const { database, surroundings, say } = app;
  return {
    board: createDeliveryBoard(database, windowOf),
    callList: createCallList(database),
    broadcasts: createBroadcastBoard(database),
    access: () => Promise.all(platforms.map(examine)),
    wake: () => app.onAnswered(),
    async previewBroadcast(broadcast, language) {
      return composeBroadcast(broadcast, (await surroundings()).agencyName, say, language);
    },
  };
}

function windowOf({ zaloHeardAt, freeReplies }: Pick<ReachedRow, "zaloHeardAt" | "freeReplies">) {
  return (
    zaloHeardAt && {
      closesAt: new Date(zaloHeardAt.getTime() + zaloFacts.consultationWindowMs),
      freeReplies: freeReplies ?? 0,
    }
  );
}

async function examine(platform: Platform): Promise<AccessHealth> {
  const channel = platform.channel.name;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), patienceMs);
  });
  try {
    return { channel, ...(await Promise.race([platform.examineAccess(), tooLate])) };
  } catch (error) {
    return { channel, kind: "failing", reason: (error as Error).message };
  } finally {
    clearTimeout(timer);
  }
}
