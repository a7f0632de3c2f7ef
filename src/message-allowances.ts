import { createAllowance } from "./domain/people/allowance.ts";
import type { Clock } from "./domain/vietnam-time.ts";
import { isPublic } from "./outbound/outbound.ts";
import { createAllowanceStore } from "./persistence/allowance-store.ts";
import type { Database } from "./persistence/database.ts";
import type { MessageAllowance } from "./web/ports.ts";

/** Faster than anybody writes; and for a house, an office or a kiosk what many write at once. */
const ofOne = { name: "chat", most: 40, withinMs: 60_000 };
const ofNetwork = { name: "chat-network", most: 600, withinMs: 10 * 60_000 };

/**
 * What one conversation and one network may say on the web, counted by all processes together. An address that is not of
 * the internet tells of nobody: it is a proxy nobody told us of, or the agency's own network.
 */
export function createMessageAllowance(
  database: Database,
  clock: Clock,
  nameNetwork: (address: string) => string,
): MessageAllowance {
  const store = createAllowanceStore(database);
  const takeOwn = createAllowance(ofOne, store);
  const takeOfNetwork = createAllowance(ofNetwork, store);
  return async (conversationId, address) => {
    const now = clock();
    const until = await takeOwn(conversationId, now);
    return until ?? (isPublic(address) ? takeOfNetwork(nameNetwork(address), now) : undefined);
  };
}
