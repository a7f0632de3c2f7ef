import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sessionDays, type SignedIn, type SignInStore } from "../../domain/staff/sign-in.ts";
import type { StaffRole } from "../../domain/staff/staff-member.ts";
import type { Clock } from "../../domain/vietnam-time.ts";
import { Detour } from "../detour.ts";
import { Refusal } from "../refusal.ts";
import { stepAddress, stepSettingPath } from "./second-step/step-paths.ts";

/** Somebody at a staff page, with the token that their forms carry. */
export interface StaffVisitor extends SignedIn {
  formToken: string;
}

/** Who is at a staff page, told by a cookie that only the server reads. */
export interface StaffSessions {
  begin(reply: FastifyReply, sessionToken: string): void;
  forget(reply: FastifyReply): void;
  /** Refuses whoever is not signed in, or has none of these roles; leads to the second step who has not passed theirs. */
  require(request: FastifyRequest, ...roles: StaffRole[]): Promise<StaffVisitor>;
  /** Refuses whoever is not signed in; the second step may be still to come. */
  requireBegun(request: FastifyRequest): Promise<StaffVisitor>;
}

export function createStaffSessions(signIn: SignInStore, clock: Clock, isHttps: boolean): StaffSessions {
  // The prefix makes browsers refuse such a cookie from a neighbouring subdomain.
  const cookieName = isHttps ? "__Host-motcua_staff" : "motcua_staff";
  const attributes = { path: "/", httpOnly: true, sameSite: "lax", secure: isHttps } as const;

  async function requireBegun(request: FastifyRequest): Promise<StaffVisitor> {
    const token = request.cookies[cookieName];
    const signedIn = token && (await signIn.find(token, clock()));
    if (!signedIn) throw new Refusal(401, { key: "web-error-sign-in" });
    return { ...signedIn, formToken: mask(createHash("sha256").update(`form ${token}`).digest()) };
  }

  return {
    requireBegun,
    begin: (reply, token) =>
      void reply.setCookie(cookieName, token, { ...attributes, maxAge: sessionDays * 24 * 3600 }),
    forget: (reply) => void reply.clearCookie(cookieName, attributes),
    async require(request, ...roles) {
      const visitor = await requireBegun(request);
      requireStep(visitor, request);
      if (roles.length && !roles.includes(visitor.staff.role))
        throw new Refusal(403, { key: "web-error-not-your-page" });
      return visitor;
    },
  };
}

function requireStep({ secondStep }: StaffVisitor, { method, url }: FastifyRequest): void {
  if (secondStep.kind === "due")
    throw new Detour(stepAddress(method === "GET" ? url : ""), { key: "web-error-second-step" });
  if (secondStep.kind === "none" && secondStep.isDemanded && !url.startsWith(stepSettingPath))
    throw new Detour(stepSettingPath, { key: "web-error-second-step-missing" });
}

/** Refuses a form that no page of this session was shown with. */
export function requireFormToken({ formToken }: StaffVisitor, sent: string): void {
  const [own, other] = [unmask(formToken), unmask(sent)];
  if (own.length !== other.length || !timingSafeEqual(own, other))
    throw new Refusal(403, { key: "web-error-form-over" });
}

/** Another text on each page: what repeats could be guessed from how well a page compresses. */
function mask(token: Buffer): string {
  const pad = randomBytes(token.length);
  return Buffer.concat([pad, xor(pad, token)]).toString("base64url");
}

function unmask(text: string): Buffer {
  const masked = Buffer.from(text, "base64url");
  const half = masked.length >> 1;
  return xor(masked.subarray(0, half), masked.subarray(half));
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(b.map((byte, at) => byte ^ (a[at] ?? 0)));
}
