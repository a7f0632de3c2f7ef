import { Secret, TOTP } from "otpauth";
import type { OfferedSecret } from "../domain/staff/second-step.ts";

const issuer = "Một Cửa";

/** A new secret of 160 bits, in Base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** As authenticators read it. */
export function offerOf(secret: string, username: string): OfferedSecret {
  return { secret, uri: codesOf(secret, username).toString() };
}

/**
 * The step of 30 seconds whose code this is, now or one step before or after; undefined: none's, or one that is not after the
 * last one used.
 */
export function stepOfCode(
  code: string,
  { secret, now, lastStep }: { secret: string; now: Date; lastStep: number | null },
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const timestamp = now.getTime();
  const delta = codesOf(secret, "").validate({ token: code, timestamp, window: 1 });
  if (delta === null) return undefined;
  const step = TOTP.counter({ timestamp }) + delta;
  return lastStep !== null && step <= lastStep ? undefined : step;
}

function codesOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer,
    label,
    algorithm: "SHA1",
    digits: 6,
    period: 30,
    secret: Secret.fromBase32(secret),
  });
}
