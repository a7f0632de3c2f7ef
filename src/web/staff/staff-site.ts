import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteGenericInterface } from "fastify";
import type { Act } from "../../domain/audit/act.ts";
import type { SignInStore } from "../../domain/staff/sign-in.ts";
import type { StaffMember, StaffRole } from "../../domain/staff/staff-member.ts";
import type { Clock } from "../../domain/vietnam-time.ts";
import { mayWorkOn } from "../../domain/feedback/case-access.ts";
import type { Say } from "../../wording/wording.ts";
import type { Assets } from "../assets.ts";
import { pageLanguage, sayIn } from "../page-language.ts";
import { Detour } from "../detour.ts";
import { Refusal } from "../refusal.ts";
import { requireSameOrigin } from "../same-origin.ts";
import { leaveFlash, takeFlash, type Flash } from "./flash.ts";
import { contentDisposition } from "../chat/file-name.ts";
import { readFields, type FormFields } from "./form-fields.ts";
import { approvalsPath } from "./approvals/approvals-path.ts";
import { carriedFields, FreshStepNeeded, takeWithStep } from "./second-step/fresh-step.tsx";
import { stepAddress } from "./second-step/step-paths.ts";
import { sendKeptWords, wordsOf } from "./kept-words.tsx";
import { createLiveStreams, type Live } from "./live-stream.ts";
import { sendStaffPage, type StaffPage } from "./staff-page.tsx";
import { readUpload, type UploadedFile } from "./staff-upload.ts";
import { createStaffSessions, requireFormToken } from "./staff-sessions.ts";
import type { StaffPorts } from "./staff-ports.ts";
import { actOf, type StaffVisit } from "./staff-visit.ts";

/** What every staff page is made with. */
export interface StaffSiteTools {
  signIn: SignInStore;
  assets: Assets;
  say: Say;
  clock: Clock;
  publicUrl?: string | undefined;
  isHttps: boolean;
  staff: Pick<StaffPorts, "recordAct" | "secondStep" | "approvals">;
  /** How often an open page looks for news. */
  liveEveryMs?: number;
}

/** What a form comes to: another page, or this one again with what was wrong. */
export type FormOutcome = { to: string; flash?: Flash } | StaffPage;

/** A file that a page gives away. */
interface StaffFile {
  name: string;
  mediaType: string;
  content: string | Uint8Array | Readable;
  /** What of the agency's it holds, for the audit; nothing when left out. */
  exported?: Pick<Act, "deed" | "on">;
}

/**
 * The one way to add a page or a form for staff: nobody gets to it who is not signed in or lacks the role. A page about one
 * matter (its path has a parameter) that was shown is in the audit, as a disclosure; so is every form that came to something.
 */
export interface StaffSite {
  page<Route extends RouteGenericInterface>(
    path: string,
    show: (visit: StaffVisit, request: FastifyRequest<Route>) => Promise<StaffPage>,
    ...roles: StaffRole[]
  ): void;
  /** A form that is sent; other sites and forms of other sessions are refused. */
  form<Route extends RouteGenericInterface>(
    path: string,
    take: (visit: StaffVisit, fields: FormFields, request: FastifyRequest<Route>) => Promise<FormOutcome>,
    ...roles: StaffRole[]
  ): void;
  /** What a page that stays open is told of. */
  live<Route extends RouteGenericInterface>(
    path: string,
    look: (visit: StaffVisit, request: FastifyRequest<Route>) => Promise<Live>,
    ...roles: StaffRole[]
  ): void;
  /** A form with one file of so many megabytes at most, which comes after its fields. */
  upload<Route extends RouteGenericInterface>(
    path: string,
    largestMegabytes: number,
    take: (
      visit: StaffVisit,
      fields: FormFields,
      file: UploadedFile | undefined,
      request: FastifyRequest<Route>,
    ) => Promise<FormOutcome>,
    ...roles: StaffRole[]
  ): void;
  /** A file to be saved. */
  file<Route extends RouteGenericInterface>(
    path: string,
    give: (visit: StaffVisit, request: FastifyRequest<Route>) => Promise<StaffFile>,
    ...roles: StaffRole[]
  ): void;
}

const liveEveryMs = 5_000;
/** Tells the server's list of ways in that what comes in here is entered in the audit. */
const audited = { config: { isAudited: true } };

export function createStaffSite(web: FastifyInstance, tools: StaffSiteTools): StaffSite {
  const { signIn, say, assets, clock, publicUrl, isHttps, staff } = tools;
  const sessions = createStaffSessions(signIn, clock, isHttps);
  const stream = createLiveStreams(web, tools.liveEveryMs ?? liveEveryMs);

  async function visitOf(request: FastifyRequest, roles: StaffRole[]): Promise<StaffVisit> {
    const visitor = await sessions.require(request, ...roles);
    const language = pageLanguage(request);
    const now = clock();
    return {
      ...visitor,
      language,
      say: sayIn(say, language),
      sayIn: say,
      now,
      async awaitSecond(kind, what) {
        const fields = carriedFields(request.body).map(([name, value]): [string, string] => [name, value]);
        const deed = { kind, askedBy: visitor.staff.username, what, action: request.url, fields };
        if (await staff.approvals.mayDo(deed, now)) return;
        throw new Detour(`${approvalsPath}?cho=1`, { key: "web-error-awaits-approval" });
      },
    };
  }
  function send(request: FastifyRequest, reply: FastifyReply, visit: StaffVisit, page: StaffPage) {
    const here = request.url.split("?")[0]!;
    return sendStaffPage(reply, { flash: takeFlash(request, reply), ...page }, { visit, assets, here });
  }

  /** A form that came to something is in the audit, whatever else of it is entered by what it did. */
  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: StaffVisit,
    outcome: FormOutcome,
  ): Promise<FastifyReply> {
    if (!("to" in outcome)) return send(request, reply, visit, outcome);
    await staff.recordAct({ ...shown(request, visit), deed: "form-sent" });
    if (outcome.flash) leaveFlash(reply, outcome.flash, isHttps);
    return reply.redirect(outcome.to, 303);
  }

  function refuseLate(request: FastifyRequest, reply: FastifyReply) {
    const words = wordsOf(request.body);
    if (words.length === 0) throw new Refusal(401, { key: "web-error-sign-in" });
    const language = pageLanguage(request);
    return sendKeptWords(reply, words, { say: sayIn(say, language), language, assets });
  }

  return {
    page: (path, show, ...roles) =>
      void web.get(path, async (request, reply) => {
        const visit = await visitOf(request, roles);
        const page = await show(visit, request as never);
        if (path.includes(":")) await staff.recordAct(shown(request, visit));
        return send(request, reply, visit, page);
      }),
    form: (path, take, ...roles) =>
      void web.post(path, audited, async (request, reply) => {
        requireSameOrigin(request, publicUrl);
        const visit = await visitOf(request, roles).catch((error: unknown) => {
          if (error instanceof Refusal && error.status === 401) return undefined;
          throw error;
        });
        if (!visit) return refuseLate(request, reply);
        const fields = readFields(request.body);
        requireFormToken(visit, fields.text("token"));
        const sent = { action: request.url, body: request.body, fields };
        const outcome = await takeWithStep(visit, sent, staff.secondStep, (fresh) =>
          take(fresh, fields, request as never),
        );
        return answer(request, reply, visit, outcome);
      }),
    upload: (path, largestMegabytes, take, ...roles) =>
      void web.post(path, audited, async (request, reply) => {
        requireSameOrigin(request, publicUrl);
        const visit = await visitOf(request, roles);
        const outcome = await readUpload(request, largestMegabytes, async (fields, file) => {
          requireFormToken(visit, fields.text("token"));
          return take(visit, fields, file, request as never);
        });
        return answer(request, reply, visit, outcome);
      }),
    file: (path, give, ...roles) =>
      void web.get(path, async (request, reply) => {
        const visit = await visitOf(request, roles);
        const given = await give(visit, request as never).catch((error: unknown) => {
          if (!(error instanceof FreshStepNeeded)) throw error;
          throw new Detour(stepAddress(request.url), { key: "web-error-second-step" });
        });
        const { name, mediaType, content, exported } = given;
        if (exported) await visit.awaitSecond("export", visit.say("approval-export", { name }));
        if (exported) await staff.recordAct({ ...shown(request, visit), ...exported });
        reply
          .header("cache-control", "no-store")
          .header("content-disposition", contentDisposition("attachment", name));
        return reply.type(mediaType).send(content);
      }),
    live: (path, look, ...roles) =>
      void web.get(path, async (request, reply) => {
        const visit = await visitOf(request, roles);
        await stream(request, reply, () => look({ ...visit, now: clock() }, request as never));
      }),
  };
}

function shown({ url }: FastifyRequest, visit: StaffVisit): Act {
  const [path] = url.split("?");
  return { ...actOf(visit), deed: "page-shown", on: { kind: "page", id: path!.slice(0, 200) } };
}

/** The same answer for what does not exist and for what is not theirs to see. */
export function requireReach<Matter extends Parameters<typeof mayWorkOn>[1]>(
  staff: StaffMember,
  matter: Matter | undefined,
): Matter {
  if (!matter || !mayWorkOn(staff, matter)) throw new Refusal(404, { key: "web-error-not-found" });
  return matter;
}
