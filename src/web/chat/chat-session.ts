import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";

const thirtyDaysSeconds = 30 * 24 * 3600;
const framedCookieName = "motcua_chat_framed";
const sessionPattern = /^[0-9a-f]{32}$/;

/** The conversation of this browser, named by a cookie that only the server reads. */
export interface ChatSessions {
  /** The conversation's id, a new one for a browser that has none. */
  open(request: FastifyRequest, reply: FastifyReply): string;
  /** The same in a frame on another site: a conversation of its own for each site around it. */
  openFramed(request: FastifyRequest, reply: FastifyReply): string;
  /** The conversation's id; refuses a browser that has kept none. */
  require(request: FastifyRequest): string;
}

export function createChatSessions(isHttps: boolean): ChatSessions {
  // The prefix makes browsers refuse such a cookie from a neighbouring subdomain.
  const cookieName = isHttps ? "__Host-motcua_chat" : "motcua_chat";

  function read(request: FastifyRequest): string | undefined {
    return [cookieName, framedCookieName]
      .map((name) => request.cookies[name])
      .find((value) => value !== undefined && sessionPattern.test(value));
  }

  return {
    open(request, reply) {
      const id = read(request) ?? randomBytes(16).toString("hex");
      reply.setCookie(cookieName, id, {
        path: "/",
        maxAge: thirtyDaysSeconds,
        httpOnly: true,
        sameSite: "lax",
        secure: isHttps,
      });
      return id;
    },
    openFramed(request, reply) {
      const id = read(request) ?? randomBytes(16).toString("hex");
      // Browsers that keep no cookies of other sites keep this one, apart for each site around the frame.
      reply.setCookie(framedCookieName, id, {
        path: "/",
        maxAge: thirtyDaysSeconds,
        httpOnly: true,
        sameSite: "none",
        secure: true,
        partitioned: true,
      });
      return id;
    },
    require(request) {
      const id = read(request);
      if (!id) throw new Refusal(400, { key: "web-error-no-session" });
      return id;
    },
  };
}
