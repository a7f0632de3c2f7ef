import type { FastifyInstance } from "fastify";
import { addLookUpRoutes } from "./look-up-routes.tsx";
import { homePage } from "./home-page.tsx";
import { addFigureRoutes } from "./figure-routes.tsx";
import { definitionsPage } from "./definitions-page.tsx";
import { privacyPage } from "./privacy-page.tsx";
import { homePath } from "./public-frame.tsx";
import type { PublicPorts } from "./public-ports.ts";
import { createPublicSite, type PublicSiteTools } from "./public-site.tsx";
import { addPublishedRoutes } from "./published-routes.tsx";

/** What search engines may read: nothing that one has to ask for. */
const robots = [
  "User-agent: *",
  "Allow: /cong-khai",
  "Allow: /y-kien",
  "Allow: /so-lieu",
  "Allow: /cach-tinh",
  "Allow: /quyen-rieng-tu",
  "Disallow: /",
  "",
].join("\n");

/** The pages for everybody, without signing in. */
export function addPublicRoutes(
  web: FastifyInstance,
  tools: PublicSiteTools & { ports: PublicPorts; isHttps: boolean },
): void {
  const { ports } = tools;
  const site = createPublicSite(web, tools);
  site.page(homePath, async (visit) => homePage(await ports.settings(), visit));
  addLookUpRoutes(site, tools);
  addPublishedRoutes(site, tools);
  addFigureRoutes(site, ports);
  site.page("/cach-tinh", async (visit) => definitionsPage(visit));
  site.page("/quyen-rieng-tu", async (visit) => privacyPage(await ports.settings(), visit));
  web.get("/robots.txt", (_request, reply) =>
    reply.header("cache-control", "public, max-age=3600").type("text/plain; charset=utf-8").send(robots),
  );
}
