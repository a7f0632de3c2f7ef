import { caseAnswer } from "../../conversation/answers/case-answer.ts";
import { dossierAnswer, dossierDetail } from "../../conversation/answers/dossier-answer.ts";
import type { Block } from "../../conversation/reply.ts";
import { readDossierCode } from "../../domain/dossiers/dossier-code.ts";
import { findCaseCode } from "../../domain/feedback/case-code.ts";
import { readFields } from "../staff/form-fields.ts";
import { lookUpPage, type Looked } from "./look-up-page.tsx";
import type { PublicPorts } from "./public-ports.ts";
import type { PublicSite, PublicVisit } from "./public-site.tsx";

/** A dossier or a case by its code: what the code alone opens, and the rest for the last four digits, as in the chat. */
export function addLookUpRoutes(site: PublicSite, ports: PublicPorts): void {
  site.page("/tra-cuu", async (visit) => lookUpPage({ code: "", digits: "" }, { kind: "nothing" }, visit));

  site.form("/tra-cuu", async (visit, { body, ip }) => {
    const fields = readFields(body);
    const asked = { code: fields.text("code").slice(0, 100), digits: fields.text("digits").slice(0, 20) };
    return lookUpPage(asked, await lookUp(asked, ip, visit), visit);
  });

  async function lookUp(
    asked: { code: string; digits: string },
    ip: string,
    visit: PublicVisit,
  ): Promise<Looked> {
    const { now } = visit;
    const dossierCode = readDossierCode(asked.code);
    const code = dossierCode ?? findCaseCode(asked.code)?.code;
    if (code === undefined) return { kind: "no-code" };
    if (asked.digits && !/^\d{4}$/.test(asked.digits)) return { kind: "no-digits" };
    const telling = { ...visit, say: visit.sayIn, calendars: await ports.calendars() };
    const proof = { code, lastFourDigits: asked.digits, person: ports.nameNetwork(ip), now };
    if (dossierCode === undefined) {
      if (!asked.digits) return { kind: "digits-needed" };
      const outcome = await ports.caseStatus(proof);
      return outcome.kind === "found"
        ? { kind: "found", blocks: withoutButtons(caseAnswer(outcome.file, telling)) }
        : { kind: outcome.kind, code };
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
      : { kind: outcome.kind, code };
  }
}

/** Nothing can be said back here. */
function withoutButtons(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ kind }) => kind !== "buttons");
}
