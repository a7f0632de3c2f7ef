import { z } from "zod";

const keptSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** The refresh token that was given for this pair: should Zalo not have counted that, it still works. */
  spentRefreshToken: z.string().optional(),
  /** Digests of the configured refresh tokens that have been tried; processes may be configured differently. */
  triedSeeds: z.array(z.string()),
  /** The last refresh was refused: this pair is used up, and no other follows without a new consent. */
  needsConsent: z.boolean().optional(),
  renewAt: z.coerce.date(),
  accessExpiresAt: z.coerce.date(),
  refreshExpiresAt: z.coerce.date(),
});

/** A pair of tokens as it is kept between calls, and between processes. */
export type KeptTokens = z.infer<typeof keptSchema>;

/** What another version has written, and no longer fits, counts as not there. */
export function readKept(text: string | undefined): KeptTokens | undefined {
  return text === undefined ? undefined : keptSchema.safeParse(JSON.parse(text)).data;
}

export type TokenHealth =
  | { kind: "ok"; refreshExpiresAt: Date }
  /** Works for now; without a new consent it stops at that instant. */
  | { kind: "lapsing"; stopsAt: Date }
  | { kind: "unauthorized" };

const warnBeforeMs = 14 * 86_400_000;

export function healthOf(kept: KeptTokens | undefined, now: Date): TokenHealth {
  if (!kept) return { kind: "unauthorized" };
  const stopsAt = kept.needsConsent ? kept.accessExpiresAt : kept.refreshExpiresAt;
  if (stopsAt <= now) return { kind: "unauthorized" };
  const isLapsing = kept.needsConsent || stopsAt.getTime() - now.getTime() < warnBeforeMs;
  return isLapsing ? { kind: "lapsing", stopsAt } : { kind: "ok", refreshExpiresAt: stopsAt };
}
