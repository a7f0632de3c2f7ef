import type { FastifyInstance } from "fastify";
import type { SignInStore } from "../../domain/staff/sign-in.ts";
import { showInstant, type Clock } from "../../domain/vietnam-time.ts";
import type { Say } from "../../wording/wording.ts";
import type { Assets } from "../assets.ts";
import { pageLanguage, sayIn } from "../page-language.ts";
import { Refusal } from "../refusal.ts";
import { requireSameOrigin } from "../same-origin.ts";
import { addQueueBoard, queueBoardPath, type QueueBoard } from "./queue-board-route.ts";
import { sendStaffPage } from "./staff-page.tsx";
import { createStaffSessions } from "./staff-sessions.ts";

export interface StaffTools {
  signIn: SignInStore;
  queueBoard: QueueBoard;
  assets: Assets;
  say: Say;
  clock: Clock;
  publicUrl?: string | undefined;
  isHttps: boolean;
}

/** The pages of the staff: signing in by a link of the assistant's, one's sessions, the queues. */
export function addStaffRoutes(web: FastifyInstance, tools: StaffTools): void {
  const { signIn, say, assets, clock, publicUrl, isHttps } = tools;
  const sessions = createStaffSessions(signIn, clock, isHttps);

  // Looking at a link must not use it up: messengers fetch links to show a preview.
  web.get<{ Params: { token: string } }>("/vao/:token", async (request, reply) => {
    const staff = await signIn.whose(request.params.token, clock());
    if (!staff) throw new Refusal(410, { key: "web-error-sign-in-over" });
    const language = pageLanguage(request);
    const sayHere = sayIn(say, language);
    reply.header("referrer-policy", "same-origin").header("x-robots-tag", "noindex");
    return sendStaffPage(reply, {
      title: sayHere("staff-sign-in-title"),
      language,
      say: sayHere,
      assets,
      children: (
        <form method="post" action={`/vao/${request.params.token}`}>
          <p>{sayHere("staff-sign-in-as", { name: staff.fullName, unit: staff.unitName })}</p>
          <button class="button">{sayHere("staff-sign-in")}</button>
        </form>
      ),
    });
  });

  web.post<{ Params: { token: string } }>("/vao/:token", async (request, reply) => {
    requireSameOrigin(request, publicUrl);
    const browser = request.headers["user-agent"] ?? "?";
    const sessionToken = await signIn.signIn(request.params.token, browser, clock());
    if (sessionToken === undefined) throw new Refusal(410, { key: "web-error-sign-in-over" });
    sessions.begin(reply, sessionToken);
    return reply.redirect("/lamviec", 303);
  });

  web.post("/ra", async (request, reply) => {
    requireSameOrigin(request, publicUrl);
    const { staff, sessionId } = await sessions.require(request);
    await signIn.end(staff.username, sessionId, clock());
    sessions.forget(reply);
    return reply.redirect("/", 303);
  });

  web.get("/lamviec", async (request, reply) => {
    const { staff, sessionId } = await sessions.require(request);
    const language = pageLanguage(request);
    const sayHere = sayIn(say, language);
    const own = await signIn.sessionsOf(staff.username, clock());
    return sendStaffPage(reply, {
      title: sayHere("staff-home-title", { name: staff.fullName }),
      language,
      say: sayHere,
      assets,
      staff,
      children: (
        <>
          {staff.role === "admin" && (
            <nav>
              <a href={queueBoardPath}>{sayHere("staff-queues")}</a>
            </nav>
          )}
          <h2>{sayHere("staff-sessions")}</h2>
          <ul class="staff-list">
            {own.map(({ id, browser, seenAt }) => (
              <li>
                <span>
                  {browser} · {showInstant(seenAt)}
                  {id === sessionId && ` · ${sayHere("staff-session-this")}`}
                </span>
                <form method="post" action={`/lamviec/phien/${id}/ket-thuc`}>
                  <button class="button">{sayHere("staff-session-end")}</button>
                </form>
              </li>
            ))}
          </ul>
        </>
      ),
    });
  });

  web.post<{ Params: { id: string } }>("/lamviec/phien/:id/ket-thuc", async (request, reply) => {
    requireSameOrigin(request, publicUrl);
    const { staff } = await sessions.require(request);
    const { id } = request.params;
    if (!/^\d{1,18}$/.test(id)) throw new Refusal(404, { key: "web-error-not-found" });
    await signIn.end(staff.username, id, clock());
    return reply.redirect("/lamviec", 303);
  });

  addQueueBoard(web, tools.queueBoard, sessions, tools);
}
