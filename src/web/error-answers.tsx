import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { StoreUnavailableError } from "../conversation/store-unavailable-error.ts";
import type { Say } from "../wording/wording.ts";
import type { Assets } from "./assets.ts";
import { Detour } from "./detour.ts";
import { renderPage } from "./layout.tsx";
import { pageLanguage, sayIn } from "./page-language.ts";
import { Refusal, type Sentence } from "./refusal.ts";

interface Answer {
  status: number;
  sentence: Sentence;
}

const retryAfterSeconds = 10;

/** Turns whatever a route throws into a sentence: a page for browsers, JSON for programs. Never a stack. */
export function answerErrors(web: FastifyInstance, say: Say, assets: Assets): void {
  web.setNotFoundHandler((request, reply) =>
    send({ status: 404, sentence: { key: "web-error-not-found" } }, request, reply),
  );
  web.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Detour && wantsPage(request)) return reply.redirect(error.to, 303);
    const answer = answerFor(error, request.id);
    if (answer.status >= 500) request.log.error({ err: error, incident: request.id }, "request failed");
    if (answer.status === 503) reply.header("retry-after", retryAfterSeconds);
    return send(answer, request, reply);
  });

  function send({ status, sentence }: Answer, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const language = pageLanguage(request);
    const sayHere = sayIn(say, language);
    const message = saySentence(say, language, sentence);
    reply.code(status).header("cache-control", "no-store");
    if (!wantsPage(request)) return reply.send({ error: { code: sentence.key, message } });
    const title = sayHere("web-error-title");
    const back = wayBack(status, request);
    const children = (
      <main class="error-page">
        <h1>{title}</h1>
        <p>{message}</p>
        <p>
          <a class="button" href={back.to}>
            {sayHere(back.name)}
          </a>
        </p>
      </main>
    );
    return reply
      .type("text/html; charset=utf-8")
      .send(renderPage({ title, language, assets, styles: ["face.css"], children }));
  }
}

/** From the staff's pages back to these, or to signing in. */
function wayBack(status: number, { url }: FastifyRequest) {
  if (/^\/(cong-khai|tra-cuu|y-kien|so-lieu)\b/.test(url))
    return { to: "/cong-khai", name: "web-error-back-public" } as const;
  if (!/^\/(lamviec|vao)\b/.test(url)) return { to: "/", name: "web-error-back" } as const;
  return status === 401 || url.startsWith("/vao")
    ? ({ to: "/vao", name: "staff-sign-in" } as const)
    : ({ to: "/lamviec", name: "web-error-back-staff" } as const);
}

export function wantsPage(request: FastifyRequest): boolean {
  return request.headers.accept?.includes("text/html") === true;
}

export function saySentence(say: Say, language: "vi" | "en", { key, values }: Sentence): string {
  return say(language, key, ...([values] as never));
}

function answerFor(error: FastifyError, incident: string): Answer {
  if (error instanceof Refusal) return { status: error.status, sentence: error.sentence };
  if (error instanceof StoreUnavailableError)
    return { status: 503, sentence: { key: "web-error-unavailable" } };
  switch (error.code) {
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return { status: 415, sentence: { key: "web-error-content-type" } };
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return { status: 413, sentence: { key: "web-error-too-large" } };
    case "FST_ERR_CTP_INVALID_JSON_BODY":
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
      return { status: 400, sentence: { key: "web-error-bad-json" } };
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return { status, sentence: { key: "web-error-bad-request" } };
  return { status: 500, sentence: { key: "web-error-broken", values: { incident } } };
}
