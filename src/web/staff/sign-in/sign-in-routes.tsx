import type { FastifyInstance } from "fastify";
import { pageLanguage, sayIn } from "../../page-language.ts";
import { Refusal } from "../../refusal.ts";
import { requireSameOrigin } from "../../same-origin.ts";
import { requireFormToken, type StaffSessions } from "../staff-sessions.ts";
import { readFields } from "../form-fields.ts";
import { openIdPath } from "./open-id-routes.ts";
import { sendBareStaffPage } from "../staff-page.tsx";
import type { StaffSiteTools } from "../staff-site.ts";

interface SignInTools extends StaffSiteTools {
  /** Staff may also sign in with accounts that are kept elsewhere. */
  hasOpenId: boolean;
}

/** Signing in by a link of the assistant's, and out. */
export function addSignInRoutes(web: FastifyInstance, sessions: StaffSessions, tools: SignInTools): void {
  const { signIn, say, assets, clock, publicUrl } = tools;

  web.get("/vao", (request, reply) => {
    const language = pageLanguage(request);
    const sayHere = sayIn(say, language);
    return sendBareStaffPage(reply, {
      title: sayHere("staff-sign-in-title"),
      language,
      assets,
      children: (
        <main class="staff-main staff-door">
          <img src={assets.url("favicon.svg")} alt="" width="56" height="56" />
          <h1>{sayHere("staff-sign-in-title")}</h1>
          {tools.hasOpenId && (
            <p>
              <a class="button primary" href={openIdPath}>
                {sayHere("staff-sign-in-account")}
              </a>
            </p>
          )}
          <p>{sayHere("staff-sign-in-by-link")}</p>
        </main>
      ),
    });
  });

  // Looking at a link must not use it up: messengers fetch links to show a preview.
  web.get<{ Params: { token: string } }>("/vao/:token", async (request, reply) => {
    const staff = await signIn.whose(request.params.token, clock());
    if (!staff) throw new Refusal(410, { key: "web-error-sign-in-over" });
    const language = pageLanguage(request);
    const sayHere = sayIn(say, language);
    reply.header("x-robots-tag", "noindex");
    return sendBareStaffPage(reply, {
      title: sayHere("staff-sign-in-title"),
      language,
      assets,
      children: (
        <main class="staff-main staff-door">
          <img src={assets.url("favicon.svg")} alt="" width="56" height="56" />
          <h1>{sayHere("staff-sign-in-title")}</h1>
          <form class="form" method="post" action={`/vao/${request.params.token}`}>
            <p>{sayHere("staff-sign-in-as", { name: staff.fullName, unit: staff.unitName })}</p>
            <button class="button primary">{sayHere("staff-sign-in")}</button>
          </form>
        </main>
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
    const visitor = await sessions.requireBegun(request);
    requireFormToken(visitor, readFields(request.body).text("token"));
    await signIn.end(visitor.staff.username, visitor.sessionId, clock());
    sessions.forget(reply);
    return reply.redirect("/", 303);
  });
}
