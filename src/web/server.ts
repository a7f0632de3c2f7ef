import { randomUUID } from "node:crypto";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { Clock } from "../domain/vietnam-time.ts";
import type { Say } from "../wording/wording.ts";
import { serveAssets } from "./assets.ts";
import { addChatRoutes } from "./chat/chat-routes.ts";
import { answerErrors } from "./error-answers.tsx";
import { addFileLinkRoute } from "./file-link-route.ts";
import { addHealthRoutes } from "./health-routes.ts";
import { addMetricsRoute } from "./metrics-route.ts";
import { addOpen311Routes } from "./open311/open311-routes.ts";
import type { WebPorts } from "./ports.ts";
import { addPublicRoutes } from "./public/public-routes.tsx";
import { bareHeaders, securityHeaders } from "./security-headers.ts";
import type { OpenIdProvider } from "./staff/sign-in/open-id.ts";
import { addStaffRoutes } from "./staff/staff-routes.tsx";
import { addWebhookRoutes } from "./webhook-routes.ts";

export interface WebOptions {
  say: Say;
  clock: Clock;
  /** Where people reach the server, when a proxy stands before it; HTTPS makes cookies Secure. */
  publicUrl?: string | undefined;
  /** Whose X-Forwarded-* are believed: addresses, networks, `loopback`. Nobody's when left out. */
  trustedProxies?: readonly string[];
  /** Pages of these origins may show the chat in a frame. None when left out. */
  widgetOrigins?: readonly string[];
  logger?: FastifyBaseLogger;
  /** Where staff have accounts to sign in with; `publicUrl` must be set. */
  openId?: OpenIdProvider | undefined;
  /** Shown by whoever may read the metrics. */
  metricsToken?: string | undefined;
  /** How often an idle stream looks for replies by itself and shows proxies that it lives. */
  heartbeatMs?: number;
}

/** One way in: `GET /lamviec/phananh/:code`. */
export type WebRoute = `${string} /${string}`;

export interface WebServer extends AsyncDisposable {
  /** Every way in there is, HEAD left out. */
  readonly routes: readonly WebRoute[];
  /** Those of them that enter in the audit what is done there. */
  readonly audited: readonly WebRoute[];
  /** Resolves to the address it is reached at; port 0 takes a free one. */
  listen(host: string, port: number): Promise<string>;
}

/** The level meant for what is made anew each time; the highest, which is the default, is ten times as slow. */
const quickBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const bodyLimitBytes = 64 * 1024;

/** The HTTP server: web chat, webhooks, health. Disposing ends open streams and lets requests under way finish. */
export async function createWebServer(ports: WebPorts, options: WebOptions): Promise<WebServer> {
  const web = fastify({
    bodyLimit: bodyLimitBytes,
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    forceCloseConnections: "idle",
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    ...(options.logger && { loggerInstance: options.logger }),
  });
  const isHttps = options.publicUrl?.startsWith("https:") === true;
  const bare = Object.entries(bareHeaders(isHttps));
  web.server.prependListener("request", (_request, response) => {
    for (const [name, value] of bare) response.setHeader(name, value);
  });
  await web.register(helmet, securityHeaders(isHttps));
  await web.register(compress, { encodings: ["br", "gzip"], brotliOptions: quickBrotli });
  await web.register(cookie);
  await web.register(formbody);
  await web.register(multipart);

  const routes: WebRoute[] = [];
  const audited: WebRoute[] = [];
  web.addHook("onRoute", ({ method, url, config }) => {
    const ways = [method].flat().filter((one) => one !== "HEAD");
    const named = ways.map((one): WebRoute => `${one} ${url as `/${string}`}`);
    routes.push(...named);
    if (config && "isAudited" in config) audited.push(...named);
  });
  closeConnectionsWhenClosing(web);
  const assets = serveAssets(web);
  answerErrors(web, options.say, assets);
  addHealthRoutes(web, ports);
  addMetricsRoute(web, ports.measures, options.metricsToken);
  addWebhookRoutes(web, ports.webhooks);
  addOpen311Routes(web, { ports: ports.open311, ...options });
  addFileLinkRoute(web, ports);
  addStaffRoutes(web, { ...ports, assets, isHttps, ...options });
  addPublicRoutes(web, { ports: ports.everybody, agency: ports.agency, assets, isHttps, ...options });
  addChatRoutes(web, { ports, assets, isHttps, heartbeatMs: 20_000, widgetOrigins: [], ...options });

  return {
    routes,
    audited,
    listen: (host, port) => web.listen({ host, port }),
    [Symbol.asyncDispose]: () => web.close(),
  };
}

/** A browser keeps its connection; without this one that was answered while closing would hold the process for a minute. */
function closeConnectionsWhenClosing(web: FastifyInstance): void {
  let isClosing = false;
  web.addHook("preClose", async () => {
    isClosing = true;
  });
  web.addHook("onSend", async (_request, reply) => {
    if (isClosing) reply.header("connection", "close");
  });
}
