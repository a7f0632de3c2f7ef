import { createHash, randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

const cookieName = "motcua_visitor";
const yearSeconds = 365 * 24 * 3600;

/** Knows a browser again, and nothing else of it; what is kept is a digest. */
export interface Visitors {
  /** The browser, which gets a name when it has none. */
  open(request: FastifyRequest, reply: FastifyReply): string;
  /** Undefined for one that has not kept its name. */
  find(request: FastifyRequest): string | undefined;
}

/** Browsers as the pages below `path` know them, and no others. */
export function createVisitors(path: string, isHttps: boolean): Visitors {
  const digest = (id: string) => createHash("sha256").update(`visitor ${id}`).digest("base64url");
  function read(request: FastifyRequest): string | undefined {
    const known = request.cookies[cookieName];
    return known !== undefined && /^[\w-]{22}$/.test(known) ? known : undefined;
  }
  return {
    open(request, reply) {
      const id = read(request) ?? randomBytes(16).toString("base64url");
      const attributes = { path, httpOnly: true, sameSite: "lax", secure: isHttps } as const;
      reply.setCookie(cookieName, id, { ...attributes, maxAge: yearSeconds });
      return digest(id);
    },
    find(request) {
      const id = read(request);
      return id === undefined ? undefined : digest(id);
    },
  };
}
