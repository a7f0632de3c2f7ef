import { caseAnswer } from "../../conversation/answers/case-answer.ts";
import { dossierAnswer, dossierDetail } from "../../conversation/answers/dossier-answer.ts";
import type { Block } from "../../conversation/reply.ts";
import { readDossierCode } from "../../domain/dossiers/dossier-code.ts";
import { findCaseCode } from "../../domain/feedback/case-code.ts";
import type { TooManyTries } from "../../domain/people/second-proof.ts";
import { readFields } from "../staff/form-fields.ts";
import { lookUpPage, type Looked } from "./look-up-page.tsx";
import type { PublicPorts } from "./public-ports.ts";
import type { PublicSite, PublicVisit } from "./public-site.tsx";
import { createVisitors } from "./visitors.ts";

const path = "/tra-cuu";

/** A dossier or a case by its code: what the code alone opens, and the rest for the last four digits, as in the chat. */
export function addLookUpRoutes(
  site: PublicSite,
  { ports, isHttps }: { ports: PublicPorts; isHttps: boolean },
): void {
  const visitors = createVisitors(path, isHttps);
  site.page(path, async (visit, request, reply) => {
    visitors.open(request, reply);
    return lookUpPage({ code: "", digits: "" }, { kind: "nothing" }, visit);
  });

  site.form(path, async (visit, request) => {
    const fields = readFields(request.body);
    const asked = { code: fields.text("code").slice(0, 100), digits: fields.text("digits").slice(0, 20) };
    const network = ports.nameNetwork(request.ip);
    // One that keeps no cookie is known by where it comes from alone.
    const trier = { person: visitors.find(request) ?? network, network };
    return lookUpPage(asked, await lookUp(asked, trier, visit), visit);
  });

  async function lookUp(
    asked: { code: string; digits: string },
    trier: { person: string; network: string },
    visit: PublicVisit,
  ): Promise<Looked> {
    const { now } = visit;
    const dossierCode = readDossierCode(asked.code);
    const code = dossierCode ?? findCaseCode(asked.code)?.code;
    if (code === undefined) return { kind: "no-code" };
    if (asked.digits && !/^\d{4}$/.test(asked.digits)) return { kind: "no-digits" };
    const telling = { ...visit, say: visit.sayIn, calendars: await ports.calendars() };
    const proof = { code, lastFourDigits: asked.digits, ...trier, now };
    if (dossierCode === undefined) {
      if (!asked.digits) return { kind: "digits-needed" };
      const outcome = await ports.caseStatus(proof);
      return outcome.kind === "found"
        ? { kind: "found", blocks: withoutButtons(caseAnswer(outcome.file, telling)) }
        : refused(outcome, code);
    }
    if (!asked.digits) {
      const outcome = await ports.dossierStatus(code);
      return outcome.kind === "found"
        ? { kind: "found", blocks: dossierAnswer(outcome.dossier, telling), isMoreToTell: true }
        : { kind: "not-shown", code };
    }
    const outcome = await ports.dossierDetail(proof);
    return outcome.kind === "found"
      ? { kind: "found", blocks: dossierDetail(outcome.dossier, telling) }
      : refused(outcome, code);
  }
}

function refused(outcome: { kind: "not-shown" } | TooManyTries, code: string): Looked {
  return outcome.kind === "not-shown" ? { kind: "not-shown", code } : outcome;
}

/** Nothing can be said back here. */
function withoutButtons(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ kind }) => kind !== "buttons");
}
