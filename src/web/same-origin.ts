import type { FastifyRequest } from "fastify";
import { Refusal } from "./refusal.ts";

/**
 * Refuses a request that another site made the browser send. `Sec-Fetch-Site` decides where the browser sends it (HTTPS
 * and localhost), else `Origin`, compared with the host asked or the public address. Neither: no browser of today.
 */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  const site = request.headers["sec-fetch-site"];
  const isOwn =
    site === undefined
      ? isOwnOrigin(request.headers.origin, request.host, publicUrl)
      : site === "same-origin";
  if (!isOwn) throw new Refusal(403, { key: "web-error-other-site" });
}

function isOwnOrigin(origin: string | undefined, host: string, publicUrl: string | undefined): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const asked = new URL(origin);
  return asked.host === host || (publicUrl !== undefined && asked.origin === new URL(publicUrl).origin);
}
