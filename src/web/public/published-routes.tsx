import { createHash, randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { PublicationPlace } from "../../domain/feedback/publication.ts";
import { Refusal } from "../refusal.ts";
import { readFields } from "../staff/form-fields.ts";
import type { PublicPorts } from "./public-ports.ts";
import type { PublicSite } from "./public-site.tsx";
import { publishedPage, type PublishedAsked } from "./published-page.tsx";
import { publicationPage } from "./publication-page.tsx";

const rowsAtOnce = 20;
const longestSearch = 100;
const codePattern = /^PA-20\d\d-\d{6}$/;
const cookieName = "motcua_visitor";
const yearSeconds = 365 * 24 * 3600;

interface ByCode {
  Params: { code: string };
  Querystring: { da?: string };
}

/** Feedback with its answer, as far as a leader let it out; and "tôi cũng gặp", counted once a visitor. */
export function addPublishedRoutes(
  site: PublicSite,
  { ports, isHttps }: { ports: PublicPorts; isHttps: boolean },
): void {
  site.page<{ Querystring: unknown }>("/y-kien", async (visit, { query }) => {
    const fields = readFields(query);
    const after = readPlace(fields.text("sau"));
    const asked: PublishedAsked = {
      text: fields.text("tim").slice(0, longestSearch),
      isFirst: !after,
      rowsAtOnce,
    };
    const words = asked.text.split(/\s+/).filter(Boolean);
    const found = await ports.published(words, { ...(after && { after }), limit: rowsAtOnce + 1 });
    return publishedPage(found, asked, visit);
  });

  site.page<ByCode>("/y-kien/:code", async (visit, { params, query }) => {
    const found = codePattern.test(params.code) ? await ports.publication(params.code) : undefined;
    if (!found || found.withdrawnAt !== null) throw new Refusal(404, { key: "web-error-not-found" });
    return publicationPage(found, query.da ?? "", visit);
  });

  site.form<ByCode>("/y-kien/:code/cung-gap", async (_visit, request, reply) => {
    const { code } = request.params;
    if (!codePattern.test(code)) throw new Refusal(404, { key: "web-error-not-found" });
    const from = { visitor: visitorOf(request, reply), network: ports.nameNetwork(request.ip) };
    const outcome = await ports.echo(code, from);
    if (outcome === "not-found") throw new Refusal(404, { key: "web-error-not-found" });
    return { to: `/y-kien/${code}?da=${outcome}#cung-gap` };
  });

  /** Knows a browser again, and nothing else of it; what is kept is a digest. */
  function visitorOf(request: FastifyRequest, reply: FastifyReply): string {
    const known = request.cookies[cookieName];
    const id = known && /^[\w-]{22}$/.test(known) ? known : randomBytes(16).toString("base64url");
    const attributes = { path: "/y-kien", httpOnly: true, sameSite: "lax", secure: isHttps } as const;
    reply.setCookie(cookieName, id, { ...attributes, maxAge: yearSeconds });
    return createHash("sha256").update(`visitor ${id}`).digest("base64url");
  }
}

function readPlace(text: string): PublicationPlace | undefined {
  const [, instant, code] = /^([\d:.TZ-]{20,30})_(PA-20\d\d-\d{6})$/.exec(text) ?? [];
  const publishedAt = instant ? new Date(instant) : undefined;
  return publishedAt && code && !Number.isNaN(publishedAt.getTime()) ? { publishedAt, code } : undefined;
}
