import { sayChangedMeanwhile, sayDone, sayRefusal } from "../../../conversation/flows/work/say-outcome.ts";
import { mayWorkOn } from "../../../domain/feedback/case-access.ts";
import { fillTemplate } from "../../../domain/feedback/reply-template.ts";
import type { CaseFile } from "../../../domain/feedback/feedback-store.ts";
import { Refusal } from "../../refusal.ts";
import { readFields } from "../form-fields.ts";
import type { StaffPorts } from "../staff-ports.ts";
import { requireReach, type FormOutcome, type StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { caseDeeds, readDeed, type Deed } from "./case-deeds.ts";
import { livePresence } from "./case-presence.tsx";
import { casePage, type CasePageProps } from "./case-page.tsx";
import { queuePath, readBoardReturn, readQueueAsked, type QueueAsked } from "./queue-asked.ts";
import { queuePage } from "./queue-page.tsx";

/** The queue of cases, and one case with everything that may be done to it: through the same doors as in chat. */
export function addCaseRoutes(site: StaffSite, ports: StaffPorts): void {
  const { cases, findCase, changeCase, work, caseDesk, queueViews, fields: namesOfFields } = ports;

  site.page<{ Querystring: unknown }>(queuePath, async (visit, { query }) => {
    const asked = readQueueAsked(query);
    const [found, rooms, fields, views] = await Promise.all([
      find(asked, visit),
      work.rooms(),
      namesOfFields(),
      queueViews.of(visit.staff.username),
    ]);
    return queuePage({ asked, found, rooms, fields, views, visit });
  });

  site.live<{ Querystring: unknown }>(`${queuePath}/moi`, async (visit, { query }) => {
    const asked = readQueueAsked(query);
    const found = (await find(asked, visit)).slice(0, asked.limit);
    return {
      event: "queue",
      text: JSON.stringify(found.map(({ code, version }) => [code, String(version)])),
    };
  });

  site.page<{ Params: { code: string }; Querystring: unknown }>(
    `${queuePath}/:code`,
    async (visit, { params, query }) => {
      const { text } = readFields(query);
      const begun = { deed: readDeed(text("viec")), templateId: text("mau") };
      return show(await reach(visit, params.code), visit, begun);
    },
  );

  site.live<{ Params: { code: string } }>(`${queuePath}/:code/song`, async (visit, { params }) => {
    const { matter } = await reach(visit, params.code);
    const others = await caseDesk.lookIn(matter.id, visit.staff.username, visit.now);
    return livePresence(matter.version, others, visit);
  });

  site.form<{ Params: { code: string; deed: string } }>(
    `${queuePath}/:code/:deed`,
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
        const to =
          readBoardReturn(fields.text("ve")) ??
          (mayWorkOn(staff, matter) ? `${queuePath}/${matter.code}` : queuePath);
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

  site.form(`${queuePath}/giao`, async (visit, fields) => {
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
    const to = readBoardReturn(fields.text("ve")) ?? queuePath;
    return { to, flash: { tone: done === codes.length && done > 0 ? "done" : "warning", text } };
  });

  async function reach({ staff }: StaffVisit, code: string): Promise<CaseFile> {
    const file = await findCase(code.toUpperCase(), staff);
    requireReach(staff, file?.matter);
    return file!;
  }

  function find(asked: QueueAsked, { staff }: StaffVisit) {
    const { text, field, after, limit } = asked;
    return cases.list(
      { ...asked, staff, field: field || undefined, words: text.split(/\s+/).filter(Boolean) },
      { after, limit: limit + 1 },
    );
  }

  async function show(file: CaseFile, visit: StaffVisit, { deed, templateId, ...more }: Shown = {}) {
    const { matter } = file;
    const [rooms, around, others] = await Promise.all([
      work.rooms(),
      caseDesk.around(matter, visit.now),
      caseDesk.lookIn(matter.id, visit.staff.username, visit.now),
    ]);
    const template = around.templates.find(({ id }) => id === templateId);
    const text = template && fillTemplate(template.text, matter);
    const begun = deed && { deed, fields: readFields(text === undefined ? {} : { text }) };
    return casePage({ file, rooms, around, others, visit, ...(begun && { tried: begun }), ...more });
  }
}

/** How a case page differs from the bare one: what was tried, or the deed and the template that were chosen. */
type Shown = Partial<CasePageProps> & { deed?: Deed | undefined; templateId?: string };
