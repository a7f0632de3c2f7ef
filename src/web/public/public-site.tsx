import type { FastifyInstance, FastifyReply, FastifyRequest, RouteGenericInterface } from "fastify";
import type { ComponentChildren } from "preact";
import type { Clock } from "../../domain/vietnam-time.ts";
import type { Language, Say } from "../../wording/wording.ts";
import type { Assets } from "../assets.ts";
import { renderPage } from "../layout.tsx";
import { pageLanguage, readLanguage, rememberLanguage, sayIn, type PageSay } from "../page-language.ts";
import { requireSameOrigin } from "../same-origin.ts";
import { PublicFrame } from "./public-frame.tsx";

/** One look at one page for everybody. */
export interface PublicVisit {
  language: Language;
  say: PageSay;
  /** The same for those who name the language themselves. */
  sayIn: Say;
  now: Date;
  agencyName: string;
  isDemonstration: boolean;
}

export interface PublicPage {
  title: string;
  children: ComponentChildren;
  /** 200 when left out. */
  status?: number;
  /** Nothing on it is about anybody: browsers and proxies may keep it for some minutes. */
  isSame?: boolean;
}

export interface PublicSiteTools {
  assets: Assets;
  say: Say;
  clock: Clock;
  publicUrl?: string | undefined;
  agency: { name(): Promise<string>; isDemonstration(): Promise<boolean> };
}

/** The one way to add a page for everybody: who asks is not known, and nothing that is told about somebody is kept. */
export interface PublicSite {
  page<Route extends RouteGenericInterface>(
    path: string,
    show: (visit: PublicVisit, request: FastifyRequest<Route>, reply: FastifyReply) => Promise<PublicPage>,
  ): void;
  /** A form of these pages; those of other sites are refused. */
  form<Route extends RouteGenericInterface>(
    path: string,
    take: (
      visit: PublicVisit,
      request: FastifyRequest<Route>,
      reply: FastifyReply,
    ) => Promise<PublicPage | { to: string }>,
  ): void;
}

const keptSeconds = 300;
const styles = ["face.css", "pieces.css", "public.css"];

export function createPublicSite(web: FastifyInstance, tools: PublicSiteTools): PublicSite {
  const { assets, say, clock, publicUrl, agency } = tools;

  async function visitOf(request: FastifyRequest): Promise<PublicVisit> {
    const language = pageLanguage(request);
    const [agencyName, isDemonstration] = await Promise.all([agency.name(), agency.isDemonstration()]);
    return { language, say: sayIn(say, language), sayIn: say, now: clock(), agencyName, isDemonstration };
  }

  function send(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: PublicVisit,
    page: PublicPage,
  ): FastifyReply {
    const { title, children, status = 200, isSame } = page;
    const here = request.url.split("?")[0]!;
    const html = renderPage({
      title: `${title} – ${visit.agencyName}`,
      language: visit.language,
      assets,
      styles,
      children: (
        <PublicFrame visit={visit} here={here} title={title} icon={assets.url("favicon.svg")}>
          {children}
        </PublicFrame>
      ),
    });
    return reply
      .code(status)
      .header("cache-control", isSame && status === 200 ? `public, max-age=${keptSeconds}` : "no-store")
      .header("vary", "cookie")
      .type("text/html; charset=utf-8")
      .send(html);
  }

  return {
    page: (path, show) =>
      void web.get(path, async (request, reply) => {
        const chosen = readLanguage((request.query as { lang?: unknown }).lang);
        if (chosen) {
          rememberLanguage(reply, chosen);
          return reply.header("cache-control", "no-store").redirect(withoutLanguage(request.url), 303);
        }
        const visit = await visitOf(request);
        return send(request, reply, visit, await show(visit, request as never, reply));
      }),
    form: (path, take) =>
      void web.post(path, async (request, reply) => {
        requireSameOrigin(request, publicUrl);
        const visit = await visitOf(request);
        const outcome = await take(visit, request as never, reply);
        return "to" in outcome ? reply.redirect(outcome.to, 303) : send(request, reply, visit, outcome);
      }),
  };
}

function withoutLanguage(url: string): string {
  const [path, query] = url.split("?");
  const rest = new URLSearchParams(query);
  rest.delete("lang");
  return rest.size > 0 ? `${path}?${rest}` : path!;
}
