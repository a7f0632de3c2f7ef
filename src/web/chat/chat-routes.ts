import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { showMoment } from "../../wording/show-deadline.ts";
import { saySentence, wantsPage } from "../error-answers.tsx";
import { chosenLanguage, pageLanguage, readLanguage, rememberLanguage, sayIn } from "../page-language.ts";
import type { WebPorts } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { requireSameOrigin } from "../same-origin.ts";
import { addAttachmentRoute } from "./attachment-route.ts";
import { renderChatPage } from "./chat-page.tsx";
import { createChatSessions } from "./chat-session.ts";
import { addChatStream } from "./chat-stream-route.ts";
import type { Draft } from "./composer.tsx";
import type { ChatTools } from "./chat-tools.ts";
import { readMessage, typedText } from "./read-message.ts";
import { readUploads } from "./read-uploads.ts";
import { createKeeper } from "./upload-allowance.ts";
import { addWidgetRoutes } from "./widget-routes.ts";

const entriesShown = 200;
const citizen = "citizen";
const codePattern = /^[A-Za-z0-9]{8}$/;

/** The chat page, the way in for messages, the way out for replies, and the demonstration's change of role. */
export function addChatRoutes(web: FastifyInstance, tools: ChatTools): void {
  const { ports, assets, say, clock, publicUrl } = tools;
  const sessions = createChatSessions(tools.isHttps);
  web.removeContentTypeParser("text/plain");

  web.get<{ Querystring: { lang?: string } }>("/", async (request, reply) => {
    const language = readLanguage(request.query.lang);
    if (language) {
      rememberLanguage(reply, language);
      return reply.redirect("/", 303);
    }
    return showPage(sessions.open(request, reply), request, reply);
  });

  // An invitation's link: what it stands for is sent by whoever opened it, not by a program that looks into links.
  web.get<{ Params: { code: string } }>("/lien-ket/:code", async (request, reply) => {
    const { code } = request.params;
    if (!codePattern.test(code)) throw new Refusal(404, { key: "web-error-not-found" });
    return showPage(sessions.open(request, reply), request, reply, { text: `/lienket ${code}` });
  });

  web.post("/chat/messages", async (request, reply) => {
    requireSameOrigin(request, publicUrl);
    const conversationId = sessions.require(request);
    try {
      await requireAllowance(conversationId, request);
      const outcome = await handle(conversationId, request);
      return wantsPage(request) ? reply.redirect("/#message", 303) : reply.send(outcome);
    } catch (error) {
      const isTold = error instanceof Refusal && (error.status === 422 || error.status === 429);
      if (!isTold || !wantsPage(request)) throw error;
      const problem = saySentence(say, pageLanguage(request), error.sentence);
      const draft = { text: typedText(request.body), problem };
      return showPage(conversationId, request, reply.code(error.status), draft);
    }
  });

  web.post<{ Body: { speaker?: unknown } | undefined }>("/chat/speaker", async (request, reply) => {
    requireSameOrigin(request, publicUrl);
    if (!(await ports.agency.isDemonstration())) throw new Refusal(404, { key: "web-error-not-found" });
    const speaker = request.body?.speaker;
    const isKnown =
      speaker === citizen || (await ports.speakers.choices()).some(({ username }) => username === speaker);
    if (!isKnown) throw new Refusal(422, { key: "web-error-speaker" });
    await ports.speakers.choose(sessions.require(request), String(speaker));
    return wantsPage(request) ? reply.redirect("/#message", 303) : reply.send({ speaker });
  });

  addWidgetRoutes(web, sessions, tools);
  addChatStream(web, sessions, tools);
  addAttachmentRoute(web, sessions, tools);

  async function requireAllowance(conversationId: string, request: FastifyRequest): Promise<void> {
    const until = await ports.messageAllowance(conversationId, request.ip);
    if (!until) return;
    const at = showMoment(say, pageLanguage(request), until);
    throw new Refusal(429, { key: "web-error-too-many-messages", values: { at } });
  }

  async function handle(
    conversationId: string,
    request: FastifyRequest,
  ): ReturnType<WebPorts["handleMessage"]> {
    const language = chosenLanguage(request);
    const conversation = { channel: "web", conversationId, ...(language && { language }) };
    const attachments = request.isMultipart()
      ? await readUploads(request, createKeeper(conversation, tools))
      : [];
    const { id, content } = readMessage(request.body, attachments);
    const speakAs = (await ports.agency.isDemonstration())
      ? await ports.speakers.current(conversationId)
      : undefined;
    return ports.handleMessage({
      id,
      ...conversation,
      content,
      sentAt: clock(),
      ...(speakAs !== undefined && { speakAs }),
    });
  }

  async function showPage(
    conversationId: string,
    request: FastifyRequest,
    reply: FastifyReply,
    draft?: Draft,
  ): Promise<FastifyReply> {
    const language = pageLanguage(request);
    const [agencyName, isDemonstration, entries] = await Promise.all([
      ports.agency.name(),
      ports.agency.isDemonstration(),
      ports.transcript.read(conversationId, entriesShown),
    ]);
    const speaker = isDemonstration
      ? { current: await ports.speakers.current(conversationId), staff: await ports.speakers.choices() }
      : undefined;
    const page = {
      agencyName,
      speaker,
      entries,
      draft,
      language,
      say: sayIn(say, language),
      now: clock(),
      assets,
    };
    return reply
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(renderChatPage(page));
  }
}
