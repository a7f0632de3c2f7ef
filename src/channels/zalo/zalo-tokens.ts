import { healthOf, readKept, type KeptTokens, type TokenHealth } from "./kept-tokens.ts";
import { createRenewal, type RenewalPorts } from "./token-renewal.ts";
import { ZaloAwayError, ZaloRefusal } from "./zalo-client/zalo-errors.ts";
import type { AccessTokens } from "./zalo-client/zalo-oa-client.ts";
import type { TokenPair } from "./zalo-client/zalo-oauth.ts";

/** Where the tokens are kept, sealed, for all processes. Its functions throw StoreUnavailableError. */
export interface TokenStore {
  read(): Promise<string | undefined>;
  /**
   * One process at a time: `decide` gets what is kept, and what it gives is kept instead before anyone else looks;
   * undefined leaves it. Returns what is kept then. What `decide` throws is thrown on.
   */
  replace(decide: (kept: string | undefined) => Promise<string | undefined>): Promise<string | undefined>;
}

/** Throws ZaloRefusal (`token-expired`) when there is no token and none can be had without a new consent. */
export interface ZaloTokens extends AccessTokens {
  /** Takes the tokens of a new consent. */
  adopt(pair: TokenPair): Promise<void>;
  /** Renews when it is time, so that the refresh token does not lapse for want of messages; warns when it will. */
  renewWhenDue(): Promise<TokenHealth>;
}

export interface TokenPorts extends RenewalPorts {
  store: TokenStore;
}

/**
 * The refresh token works once, so one process alone spends it, under the store's lock, and keeps the next one before
 * the lock goes. What a crash between the two can lose, and what is left then, stands in docs/decisions/0010.
 */
export function createZaloTokens(ports: TokenPorts): ZaloTokens {
  const { store, clock, log } = ports;
  const renewal = createRenewal(ports);
  let inHand: KeptTokens | undefined;
  /** Fetched, but perhaps not kept: the database may have gone away in between. */
  let unkept: { from: string | undefined; next: KeptTokens } | undefined;
  let renewing: Promise<KeptTokens> | undefined;

  async function find(refused?: string): Promise<string> {
    if (!renewal.isGood(inHand, refused)) inHand = readKept(await store.read());
    if (!renewal.isGood(inHand, refused))
      inHand = await (renewing ??= renew(refused).finally(() => (renewing = undefined)));
    return inHand.accessToken;
  }

  async function renew(refused: string | undefined): Promise<KeptTokens> {
    const stored = await store.replace(async (text) => {
      const kept = readKept(text);
      if (renewal.isGood(kept, refused)) return undefined;
      if (!unkept || unkept.from !== text) unkept = { from: text, next: await renewal.renew(kept, refused) };
      return JSON.stringify(unkept.next);
    });
    unkept = undefined;
    return readKept(stored)!;
  }

  return {
    current: () => find(),
    renewed: find,
    async adopt(pair) {
      await store.replace(async (text) => JSON.stringify(renewal.begin(pair, readKept(text))));
    },
    async renewWhenDue() {
      await find().catch((error: unknown) => {
        if (!(error instanceof ZaloRefusal || error instanceof ZaloAwayError)) throw error;
        log.warn({ err: error }, "Zalo's tokens were not renewed");
      });
      const health = healthOf(inHand, clock());
      if (health.kind !== "ok")
        log.warn({ ...health, remedy: "motcua zalo authorize" }, "Zalo's consent is running out");
      return health;
    },
  };
}
