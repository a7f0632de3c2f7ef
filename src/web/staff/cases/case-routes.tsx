import { sayChangedMeanwhile, sayDone, sayRefusal } from "../../../conversation/flows/work/say-outcome.ts";
import { mayWorkOn } from "../../../domain/feedback/case-access.ts";
import type { CaseFile } from "../../../domain/feedback/feedback-store.ts";
import { Refusal } from "../../refusal.ts";
import type { StaffPorts } from "../staff-ports.ts";
import { requireReach, type FormOutcome, type StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { caseDeeds, readDeed } from "./case-deeds.ts";
import { casePage, type CasePageProps } from "./case-page.tsx";
import { readQueueAsked } from "./queue-asked.ts";
import { queuePage } from "./queue-page.tsx";

const path = "/lamviec/phananh";

/** The queue of cases, and one case with everything that may be done to it: through the same doors as in chat. */
export function addCaseRoutes(site: StaffSite, ports: StaffPorts): void {
  const { cases, findCase, changeCase, work } = ports;

  site.page<{ Querystring: unknown }>(path, async (visit, { query }) => {
    const asked = readQueueAsked(query);
    const found = await cases.list(
      { ...asked, staff: visit.staff, words: asked.text.split(/\s+/).filter(Boolean) },
      { after: asked.after, limit: asked.limit + 1 },
    );
    return queuePage({ asked, found, rooms: await work.rooms(), visit });
  });

  site.page<{ Params: { code: string } }>(`${path}/:code`, async (visit, { params }) => {
    return show(await reach(visit, params.code), visit);
  });

  site.form<{ Params: { code: string; deed: string } }>(
    `${path}/:code/:deed`,
    async (visit, fields, { params }): Promise<FormOutcome> => {
      const deed = readDeed(params.deed);
      if (!deed) throw new Refusal(404, { key: "web-error-not-found" });
      const { matter: seen } = await reach(visit, params.code);
      const version = /^\d{1,9}$/.test(fields.text("version")) ? Number(fields.text("version")) : undefined;
      const { say: sayIn, staff, now } = { ...visit, say: visit.sayIn };
      const action = caseDeeds[deed].read(fields);
      const outcome = await changeCase({
        code: seen.code,
        action,
        actor: { kind: "staff", staff },
        channel: "web",
        now,
        ...(version !== undefined && { expectedVersion: version }),
      });
      if (outcome.kind === "not-found") throw new Refusal(404, { key: "web-error-not-found" });
      const { matter } = outcome;
      if (outcome.kind === "changed") {
        const to = mayWorkOn(staff, matter) ? `${path}/${matter.code}` : path;
        return { to, flash: { tone: "done", text: sayDone(action, matter, visit, { say: sayIn }) } };
      }
      const isLate = outcome.kind === "changed-meanwhile";
      const text = isLate
        ? sayChangedMeanwhile(outcome.lastEvent, matter.code, visit, { say: sayIn })
        : sayRefusal(outcome.refusal, matter, visit, { say: sayIn });
      return show(await reach(visit, matter.code), visit, {
        tried: { deed, fields },
        status: isLate ? 409 : 422,
        flash: { tone: "warning", text },
      });
    },
  );

  site.form(`${path}/giao`, async (visit, fields) => {
    const unitCode = fields.text("unit");
    const codes = [...new Set(fields.all("code"))].slice(0, 200);
    let done = 0;
    for (const code of codes) {
      const outcome = await changeCase({
        code,
        action: { kind: "assign", unitCode },
        actor: { kind: "staff", staff: visit.staff },
        channel: "web",
        now: visit.now,
      });
      if (outcome.kind === "changed") done += 1;
    }
    const text = visit.say("staff-assigned", { done, left: codes.length - done });
    return { to: path, flash: { tone: done === codes.length && done > 0 ? "done" : "warning", text } };
  });

  async function reach({ staff }: StaffVisit, code: string): Promise<CaseFile> {
    const file = await findCase(code.toUpperCase(), staff);
    requireReach(staff, file?.matter);
    return file!;
  }

  async function show(file: CaseFile, visit: StaffVisit, more: Partial<CasePageProps> = {}) {
    const [rooms, attachments] = await Promise.all([work.rooms(), work.attachmentsOf(file.matter.id)]);
    return casePage({ file, rooms, attachments, visit, ...more });
  }
}
