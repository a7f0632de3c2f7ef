import type { FastifyReply, FastifyRequest } from "fastify";

/** A sentence that the next page shows once, about what was just done. */
export interface Flash {
  tone: "done" | "warning";
  text: string;
}

const cookieName = "motcua_flash";
const longestText = 600;

/** Lets the page that follows a redirect show this. */
export function leaveFlash(reply: FastifyReply, { tone, text }: Flash, isHttps: boolean): void {
  reply.setCookie(cookieName, `${tone}:${text.slice(0, longestText)}`, {
    path: "/lamviec",
    httpOnly: true,
    sameSite: "lax",
    secure: isHttps,
    maxAge: 60,
  });
}

/** What was left to be shown; it is gone with this. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply): Flash | undefined {
  const [, tone, text] = /^(done|warning):(.*)$/su.exec(request.cookies[cookieName] ?? "") ?? [];
  if (!text) return undefined;
  reply.clearCookie(cookieName, { path: "/lamviec" });
  return { tone: tone === "done" ? "done" : "warning", text };
}
