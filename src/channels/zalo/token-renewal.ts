import { createHash } from "node:crypto";
import type { Clock } from "../../domain/vietnam-time.ts";
import type { Log } from "../../logging/logger.ts";
import type { KeptTokens } from "./kept-tokens.ts";
import { ZaloRefusal } from "./zalo-client/zalo-errors.ts";
import type { TokenPair, ZaloOAuth } from "./zalo-client/zalo-oauth.ts";

/** A new pair is fetched when this part of the access token's life is over: the rest is time to repair things in. */
const usedPart = 0.8;
/** When a renewal is tried again while the token in hand still works. */
const retryMs = { failed: 60_000, refused: 10 * 60_000 };
const rememberedSeeds = 9;

export interface RenewalPorts {
  oauth: ZaloOAuth;
  /** The configured refresh token; it counts until it has been tried, and again when it is changed. */
  seedToken: string | undefined;
  clock: Clock;
  log: Log;
}

/** When tokens are renewed, and from what. */
export interface Renewal {
  /** Whether they can be used as they are; never the ones that Zalo `refused`. */
  isGood(kept: KeptTokens | undefined, refused: string | undefined): kept is KeptTokens;
  /**
   * The tokens to keep instead. While those in hand still work, trouble with renewing them is put off, not passed on;
   * else throws ZaloRefusal and ZaloAwayError. One process at a time may call this.
   */
  renew(kept: KeptTokens | undefined, refused: string | undefined): Promise<KeptTokens>;
  /** A pair that Zalo gave, to be kept. */
  begin(pair: TokenPair, before: KeptTokens | undefined): KeptTokens;
}

export function createRenewal({ oauth, seedToken, clock, log }: RenewalPorts): Renewal {
  const seed = seedToken === undefined ? undefined : createHash("sha256").update(seedToken).digest("hex");

  /** A configured token that was not tried yet is the operator's newer word. */
  function isOutdated(kept: KeptTokens): boolean {
    return seed !== undefined && !kept.triedSeeds.includes(seed);
  }

  async function renew(kept: KeptTokens | undefined, refused: string | undefined): Promise<KeptTokens> {
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
    isGood: (kept, refused): kept is KeptTokens =>
      kept !== undefined && kept.accessToken !== refused && !isOutdated(kept) && clock() < kept.renewAt,
    renew,
    begin: describe,
  };
}

function noConsent(): ZaloRefusal {
  return new ZaloRefusal(-14014, "no valid consent: run motcua zalo authorize");
}
