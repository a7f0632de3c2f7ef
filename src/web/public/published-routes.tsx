import type { PublicationPlace } from "../../domain/feedback/publication.ts";
import { Refusal } from "../refusal.ts";
import { readFields } from "../staff/form-fields.ts";
import type { PublicPorts } from "./public-ports.ts";
import type { PublicSite } from "./public-site.tsx";
import { publishedPage, type PublishedAsked } from "./published-page.tsx";
import { publicationPage } from "./publication-page.tsx";
import { createVisitors } from "./visitors.ts";

const rowsAtOnce = 20;
const longestSearch = 100;
const codePattern = /^PA-20\d\d-\d{6}$/;

interface ByCode {
  Params: { code: string };
  Querystring: { da?: string };
}

/** Feedback with its answer, as far as a leader let it out; and "tôi cũng gặp", counted once a visitor. */
export function addPublishedRoutes(
  site: PublicSite,
  { ports, isHttps }: { ports: PublicPorts; isHttps: boolean },
): void {
  const visitors = createVisitors("/y-kien", isHttps);

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
    const from = { visitor: visitors.open(request, reply), network: ports.nameNetwork(request.ip) };
    const outcome = await ports.echo(code, from);
    if (outcome === "not-found") throw new Refusal(404, { key: "web-error-not-found" });
    return { to: `/y-kien/${code}?da=${outcome}#cung-gap` };
  });
}

function readPlace(text: string): PublicationPlace | undefined {
  const [, instant, code] = /^([\d:.TZ-]{20,30})_(PA-20\d\d-\d{6})$/.exec(text) ?? [];
  const publishedAt = instant ? new Date(instant) : undefined;
  return publishedAt && code && !Number.isNaN(publishedAt.getTime()) ? { publishedAt, code } : undefined;
}
