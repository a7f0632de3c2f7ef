import type { FastifyInstance, FastifyReply } from "fastify";
import { Refusal } from "../../refusal.ts";
import type { StaffSessions } from "../staff-sessions.ts";
import type { StaffSiteTools } from "../staff-site.ts";
import { createOpenId, type OpenIdProvider, type OpenIdTrip } from "./open-id.ts";

export const openIdPath = "/vao/tai-khoan";
const returnPath = `${openIdPath}/ve`;
const tripSeconds = 10 * 60;

interface OpenIdTools extends Pick<StaffSiteTools, "signIn" | "clock" | "isHttps"> {
  publicUrl: string;
  provider: OpenIdProvider;
}

/** Signing in with an account of the agency's own; the way there and the way back. */
export function addOpenIdRoutes(web: FastifyInstance, sessions: StaffSessions, tools: OpenIdTools): void {
  const { signIn, clock, isHttps, publicUrl, provider } = tools;
  const openId = createOpenId(provider, new URL(returnPath, publicUrl).href);
  const cookieName = isHttps ? "__Host-motcua_trip" : "motcua_trip";
  // Lax: the way back is a link of another site's.
  const attributes = { path: "/", httpOnly: true, sameSite: "lax", secure: isHttps } as const;

  web.get(openIdPath, async (request, reply) => {
    const { to, trip } = await openId.begin().catch((error: unknown) => {
      request.log.error({ err: error }, "the provider of accounts is not reachable");
      throw new Refusal(503, { key: "web-error-accounts-away" });
    });
    reply.setCookie(cookieName, Object.values(trip).join("."), { ...attributes, maxAge: tripSeconds });
    return noStore(reply).redirect(to.href, 303);
  });

  web.get(returnPath, async (request, reply) => {
    const trip = readTrip(request.cookies[cookieName]);
    reply.clearCookie(cookieName, attributes);
    if (!trip) throw new Refusal(410, { key: "web-error-accounts-over" });
    const returned = await openId.finish(new URL(request.url, publicUrl), trip).catch((error: unknown) => {
      request.log.error({ err: error }, "the provider of accounts did not answer");
      throw new Refusal(503, { key: "web-error-accounts-away" });
    });
    if (returned.kind === "refused") throw new Refusal(410, { key: "web-error-accounts-over" });
    const browser = request.headers["user-agent"] ?? "?";
    const by = provider.claim === "email" ? "email" : "username";
    const sessionToken =
      returned.kind === "known"
        ? await signIn.signInKnown({ by, value: returned.value }, browser, clock())
        : undefined;
    if (sessionToken === undefined) throw new Refusal(403, { key: "web-error-accounts-unknown" });
    sessions.begin(reply, sessionToken);
    return noStore(reply).redirect("/lamviec", 303);
  });
}

function noStore(reply: FastifyReply): FastifyReply {
  return reply.header("cache-control", "no-store");
}

function readTrip(cookie: string | undefined): OpenIdTrip | undefined {
  const [state, nonce, verifier] = cookie?.split(".") ?? [];
  return state && nonce && verifier ? { state, nonce, verifier } : undefined;
}
