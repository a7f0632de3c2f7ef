import { createHash } from "node:crypto";
import type { Clock } from "../../domain/vietnam-time.ts";
import type { Log } from "../../logging/logger.ts";
import { healthOf, readKept, type KeptTokens, type TokenHealth } from "./kept-tokens.ts";
import { ZaloAwayError, ZaloRefusal } from "./zalo-client/zalo-errors.ts";
import type { AccessTokens } from "./zalo-client/zalo-oa-client.ts";
import type { TokenPair, ZaloOAuth } from "./zalo-client/zalo-oauth.ts";

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

/** A new pair is fetched when this part of the access token's life is over: the rest is time to repair things in. */
const usedPart = 0.8;
/** When a renewal is tried again while the token in hand still works. */
const retryMs = { failed: 60_000, refused: 10 * 60_000 };
const rememberedSeeds = 9;

export interface TokenPorts {
  oauth: ZaloOAuth;
  store: TokenStore;
  /** The configured refresh token; it counts until it has been tried, and again when it is changed. */
  seedToken: string | undefined;
  clock: Clock;
  log: Log;
}

/**
 * The refresh token works once, so one process alone spends it, under the store's lock, and keeps the next one before
 * the lock goes. What a crash between the two can lose, and what is left then, stands in docs/decisions/0010.
 */
export function createZaloTokens({ oauth, store, seedToken, clock, log }: TokenPorts): ZaloTokens {
  const seed = seedToken === undefined ? undefined : createHash("sha256").update(seedToken).digest("hex");
  let inHand: KeptTokens | undefined;
  /** Fetched, but perhaps not kept: the database may have gone away in between. */
  let unkept: { from: string | undefined; next: KeptTokens } | undefined;
  let renewing: Promise<KeptTokens> | undefined;

  async function find(refused?: string): Promise<string> {
    if (!isGood(inHand, refused)) inHand = readKept(await store.read());
    if (!isGood(inHand, refused))
      inHand = await (renewing ??= renew(refused).finally(() => (renewing = undefined)));
    return inHand.accessToken;
  }

  function isGood(kept: KeptTokens | undefined, refused: string | undefined): kept is KeptTokens {
    return kept !== undefined && kept.accessToken !== refused && !isOutdated(kept) && clock() < kept.renewAt;
  }

  /** A configured token that was not tried yet is the operator's newer word. */
  function isOutdated(kept: KeptTokens): boolean {
    return seed !== undefined && !kept.triedSeeds.includes(seed);
  }

  async function renew(refused: string | undefined): Promise<KeptTokens> {
    const stored = await store.replace(async (text) => {
      const kept = readKept(text);
      if (isGood(kept, refused)) return undefined;
      if (!unkept || unkept.from !== text) unkept = { from: text, next: await refresh(kept, refused) };
      return JSON.stringify(unkept.next);
    });
    unkept = undefined;
    return readKept(stored)!;
  }

  /** While the token in hand still works, trouble with renewing it is put off, not passed on. */
  async function refresh(kept: KeptTokens | undefined, refused: string | undefined): Promise<KeptTokens> {
    const stillWorks = kept && kept.accessToken !== refused && clock() < kept.accessExpiresAt;
    try {
      const next = await spendRefreshToken(kept);
      if (next) return next;
    } catch (error) {
      if (!stillWorks) throw error;
      log.warn({ err: error }, "Zalo's tokens were not renewed, the present one still works");
      return { ...kept, renewAt: after(retryMs.failed) };
    }
    log.error({ remedy: "motcua zalo authorize" }, "Zalo will not renew: a new consent is needed");
    if (!stillWorks) throw noConsent();
    return { ...kept, triedSeeds: withOwnSeed(kept), needsConsent: true, renewAt: after(retryMs.refused) };
  }

  /** Undefined: Zalo takes none of those we have. */
  async function spendRefreshToken(kept: KeptTokens | undefined): Promise<KeptTokens | undefined> {
    const configured = !kept || isOutdated(kept) ? seedToken : undefined;
    for (const token of [configured, kept?.refreshToken, kept?.spentRefreshToken]) {
      const pair = token && (await tryRefreshing(token));
      if (pair) return describe(pair, kept, token);
    }
    return undefined;
  }

  async function tryRefreshing(refreshToken: string): Promise<TokenPair | undefined> {
    try {
      return await oauth.refresh(refreshToken);
    } catch (error) {
      if (error instanceof ZaloRefusal && error.reason === "token-expired") return undefined;
      throw error;
    }
  }

  function withOwnSeed(kept: KeptTokens | undefined): string[] {
    const tried = (kept?.triedSeeds ?? []).filter((each) => each !== seed).slice(-rememberedSeeds);
    return seed === undefined ? tried : [...tried, seed];
  }

  function describe(pair: TokenPair, before: KeptTokens | undefined, spentRefreshToken?: string): KeptTokens {
    return {
      accessToken: pair.accessToken,
      refreshToken: pair.refreshToken,
      ...(spentRefreshToken && { spentRefreshToken }),
      triedSeeds: withOwnSeed(before),
      renewAt: after(pair.accessLifeMs * usedPart),
      accessExpiresAt: after(pair.accessLifeMs),
      refreshExpiresAt: after(pair.refreshLifeMs),
    };
  }

  function after(ms: number): Date {
    return new Date(clock().getTime() + ms);
  }

  return {
    current: () => find(),
    renewed: find,
    async adopt(pair) {
      await store.replace(async (text) => JSON.stringify(describe(pair, readKept(text))));
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

function noConsent(): ZaloRefusal {
  return new ZaloRefusal(-14014, "no valid consent: run motcua zalo authorize");
}
