import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pageLanguage, sayIn } from "../../page-language.ts";
import { requireSameOrigin } from "../../same-origin.ts";
import { readFields } from "../form-fields.ts";
import { sendBareStaffPage } from "../staff-page.tsx";
import { requireFormToken, type StaffSessions, type StaffVisitor } from "../staff-sessions.ts";
import type { StaffSiteTools } from "../staff-site.ts";
import { readStepCode, sayTry, StepFields } from "./step-fields.tsx";
import { readBack, stepPath, stepSettingPath } from "./step-paths.ts";

/** Asking for the second step between signing in and the pages, and before what is sensitive. */
export function addStepRoutes(web: FastifyInstance, sessions: StaffSessions, tools: StaffSiteTools): void {
  const { say, assets, clock, publicUrl, staff } = tools;

  web.get(stepPath, async (request, reply) => {
    const visitor = await sessions.requireBegun(request);
    const back = readBack(readFields(request.query).text("ve"));
    return ask(request, reply, visitor, back);
  });

  web.post(stepPath, async (request, reply) => {
    requireSameOrigin(request, publicUrl);
    const visitor = await sessions.requireBegun(request);
    const fields = readFields(request.body);
    requireFormToken(visitor, fields.text("token"));
    const back = readBack(fields.text("ve"));
    const who = { username: visitor.staff.username, sessionId: visitor.sessionId };
    const tried = await staff.secondStep.pass(who, readStepCode(fields), clock());
    if (tried.kind === "passed") return reply.redirect(back, 303);
    return ask(request, reply.code(422), visitor, back, sayTry(sayIn(say, pageLanguage(request)), tried));
  });

  function ask(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: StaffVisitor,
    back: string,
    fault?: string,
  ) {
    const language = pageLanguage(request);
    const sayHere = sayIn(say, language);
    const token = <input type="hidden" name="token" value={visitor.formToken} />;
    return sendBareStaffPage(reply, {
      title: sayHere("step-title"),
      language,
      assets,
      children: (
        <main class="staff-main staff-door">
          <h1>{sayHere("step-title")}</h1>
          {visitor.secondStep.kind === "none" ? (
            <p>
              {sayHere("step-none")} <a href={stepSettingPath}>{sayHere("step-begin")}</a>
            </p>
          ) : (
            <form class="form" method="post" action={stepPath}>
              {token}
              <input type="hidden" name="ve" value={back} />
              <p>{sayHere("step-of", { name: visitor.staff.fullName })}</p>
              <StepFields say={sayHere} fault={fault} />
              <button class="button primary">{sayHere("step-go-on")}</button>
              <p class="quiet">{sayHere("step-lost")}</p>
            </form>
          )}
          <form method="post" action="/ra">
            {token}
            <button class="link-button">{sayHere("staff-sign-out")}</button>
          </form>
        </main>
      ),
    });
  }
}
