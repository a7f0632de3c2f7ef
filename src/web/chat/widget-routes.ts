import { readFileSync } from "node:fs";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { languages } from "../../wording/wording.ts";
import { readLanguage, sayIn } from "../page-language.ts";
import { Refusal } from "../refusal.ts";
import { renderChatPage } from "./chat-page.tsx";
import type { ChatSessions } from "./chat-session.ts";
import type { ChatTools } from "./chat-tools.ts";

const entriesShown = 200;
const keptSeconds = 600;

/**
 * The chat on other sites: `/widget.js`, one script tag there, puts a button that opens `/khung-tro-chuyen` in a frame.
 * Only pages of the origins named may; with none named there is neither.
 */
export function addWidgetRoutes(web: FastifyInstance, sessions: ChatSessions, tools: ChatTools): void {
  const { ports, assets, say, clock, widgetOrigins } = tools;
  if (widgetOrigins.length === 0) return;
  const script = writeScript(tools);

  web.get("/widget.js", (_request, reply) =>
    reply
      .headers({
        "cache-control": `public, max-age=${keptSeconds}`,
        "cross-origin-resource-policy": "cross-origin",
      })
      .type("text/javascript; charset=utf-8")
      .send(script),
  );

  web.get<{ Querystring: { lang?: string } }>("/khung-tro-chuyen", async (request, reply) => {
    const language = readLanguage(request.query.lang) ?? "vi";
    const conversationId = sessions.openFramed(request, reply);
    letFrame(reply, widgetOrigins);
    const [agencyName, entries] = await Promise.all([
      ports.agency.name(),
      ports.transcript.read(conversationId, entriesShown),
    ]);
    return reply
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(
        renderChatPage({
          agencyName,
          speaker: undefined,
          entries,
          draft: undefined,
          language,
          say: sayIn(say, language),
          now: clock(),
          assets,
          isFramed: true,
        }),
      );
  });

  web.get("/khung-tro-chuyen/phien", async (request: FastifyRequest, reply) => {
    sessions.require(request);
    return reply.code(204).header("cache-control", "no-store").send();
  });
}

/** Every other page of ours is shown in no frame at all. */
function letFrame(reply: FastifyReply, origins: readonly string[]): void {
  const policy = String(reply.getHeader("content-security-policy"));
  if (!policy.includes("frame-ancestors 'none'")) throw new Refusal(500, { key: "web-error-not-found" });
  reply.removeHeader("x-frame-options");
  reply.header(
    "content-security-policy",
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(" ")}`),
  );
}

/** The script with what it says, and with its styles, since a page's policy may let in no others. */
function writeScript({ say, widgetOrigins: origins }: ChatTools): string {
  const read = (name: string) => readFileSync(new URL(name, browserFolder), "utf8");
  const words = Object.fromEntries(
    languages.map((language) => [
      language,
      {
        language,
        open: say(language, "widget-open"),
        title: say(language, "web-assistant"),
        close: say(language, "widget-close"),
        apart: say(language, "widget-apart"),
        loading: say(language, "widget-loading"),
        failed: say(language, "widget-failed"),
      },
    ]),
  );
  const given = JSON.stringify({ words, origins, styles: read("widget.css") });
  return `(() => {\n"use strict";\nconst WIDGET = ${given};\n${read("widget.js")}})();\n`;
}

const browserFolder = new URL(
  import.meta.url.includes("/dist/") ? "../../../../src/web/chat/browser/" : "./browser/",
  import.meta.url,
);
