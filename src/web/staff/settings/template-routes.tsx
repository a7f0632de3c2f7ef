import {
  fillTemplate,
  templateOutcomes,
  type ReplyTemplate,
  type TemplateDraft,
} from "../../../domain/feedback/reply-template.ts";
import type { SeenTemplate, TemplateDesk } from "../../../domain/feedback/template-desk.ts";
import { mayChangeSetting } from "../../../domain/settings/may-change.ts";
import type { Register } from "../../../domain/settings/register.ts";
import { Refusal } from "../../refusal.ts";
import { readFields, type FormFields } from "../form-fields.ts";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffPorts } from "../staff-ports.ts";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { SettingTabs } from "./setting-tabs.tsx";
import type { WrittenTemplate } from "./template-form.tsx";
import { TemplateList, templatesPath } from "./template-list.tsx";
import { templatePage, type TemplatePageParts, type TriedTemplate } from "./template-page.tsx";

interface TemplatePorts extends Pick<StaffPorts, "cases" | "findCase"> {
  templates: TemplateDesk;
  register: Pick<Register, "fields" | "historyOf">;
}

interface ByLine {
  Params: { line: string };
}

const historyShown = 20;

/** Texts to begin answers with: by outcome, each with its versions, tried with a case before it is kept. */
export function addTemplateRoutes(site: StaffSite, ports: TemplatePorts): void {
  const { templates, register, cases, findCase } = ports;

  site.page(templatesPath, async (visit) => ({
    title: visit.say("settings-mau"),
    children: (
      <>
        <SettingTabs current="mau" visit={visit} />
        <p class="quiet">{visit.say("template-about")}</p>
        <TemplateList
          templates={await templates.list()}
          ended={await templates.ended()}
          mayChange={mayChange(visit)}
          visit={visit}
        />
      </>
    ),
  }));

  site.page<{ Querystring: unknown }>(`${templatesPath}/moi`, async (visit, { query }) => {
    requireChange(visit);
    const { text } = readFields(query);
    const base = text("tu") ? await latestOf(text("tu")) : undefined;
    return show(visit, undefined, { ...writtenOf(base), ...(!base && { outcome: text("ketqua") }) });
  });

  site.page<ByLine>(`${templatesPath}/muc/:line`, async (visit, { params }) => {
    const latest = await latestOf(params.line);
    return show(visit, latest, writtenOf(latest));
  });

  site.form(`${templatesPath}/moi`, (visit, fields) => take(visit, fields, undefined));

  site.form<ByLine>(`${templatesPath}/muc/:line`, async (visit, fields, { params }) =>
    take(visit, fields, await latestOf(params.line)),
  );

  site.form<ByLine>(`${templatesPath}/muc/:line/thoi`, async (visit, _fields, { params }) => {
    requireChange(visit);
    const { line, name } = await latestOf(params.line);
    const isDone = await templates.end(line, visit.staff, visit.now);
    const text = isDone ? visit.say("template-ended", { name }) : visit.say("template-already-ended");
    return { to: templatesPath, flash: { tone: isDone ? "done" : "warning", text } };
  });

  async function take(
    visit: StaffVisit,
    fields: FormFields,
    latest: ReplyTemplate | undefined,
  ): Promise<FormOutcome> {
    requireChange(visit);
    const { say } = visit;
    const written = readWritten(fields);
    if (fields.text("viec") === "thu")
      return show(visit, latest, written, { tried: await tryOut(written, visit) });
    const seen: SeenTemplate | undefined = latest && { line: latest.line, id: fields.text("seen") };
    const change = await templates.save(draftOf(written), seen, visit.staff, visit.now);
    switch (change.kind) {
      case "saved":
      case "unchanged":
        return {
          to: templatesPath,
          flash: {
            tone: "done",
            text: say(change.kind === "saved" ? "settings-saved" : "settings-unchanged"),
          },
        };
      case "faulty":
        return show(visit, latest, written, { faults: change.faults });
      case "changed-meanwhile":
        return show(visit, change.latest, written, { isChangedMeanwhile: true });
      case "not-found":
        throw new Refusal(404, { key: "web-error-not-found" });
      case "not-allowed":
        throw new Refusal(403, { key: "web-error-not-yours-to-change" });
    }
  }

  /** With the case of that code, or, where none is named, with the one whose time runs out first. */
  async function tryOut({ text, tryWith }: WrittenTemplate, { staff }: StaffVisit): Promise<TriedTemplate> {
    const queue = { staff, isOwnOnly: false, state: "open", words: [] } as const;
    const code = tryWith || (await cases.list(queue, { after: undefined, limit: 1 }))[0]?.code;
    const file = code === undefined ? undefined : await findCase(code.toUpperCase(), staff);
    if (!file) return { kind: "no-case" };
    return { kind: "filled", code: file.matter.code, text: fillTemplate(text, file.matter) };
  }

  async function latestOf(line: string): Promise<ReplyTemplate> {
    const [latest] = /^[0-9a-f-]{36}$/.test(line) ? await templates.history(line) : [];
    if (!latest) throw new Refusal(404, { key: "web-error-not-found" });
    return latest;
  }

  async function show(
    visit: StaffVisit,
    latest: ReplyTemplate | undefined,
    written: WrittenTemplate,
    more: Partial<TemplatePageParts> = {},
  ): Promise<StaffPage> {
    const subject = latest?.line;
    return templatePage(
      {
        written,
        latest,
        changes: subject ? await register.historyOf({ area: "mau", subject }, historyShown) : [],
        fieldNames: await register.fields(),
        mayChange: mayChange(visit),
        ...more,
      },
      visit,
    );
  }
}

function mayChange({ staff }: StaffVisit): boolean {
  return mayChangeSetting(staff, "mau", null);
}

function requireChange(visit: StaffVisit): void {
  if (!mayChange(visit)) throw new Refusal(403, { key: "web-error-not-yours-to-change" });
}

function writtenOf(template: ReplyTemplate | undefined): WrittenTemplate {
  const { outcome = "answer", field = null, name = "", text = "" } = template ?? {};
  return { outcome, field: field ?? "", name, text, tryWith: "" };
}

function readWritten({ text }: FormFields): WrittenTemplate {
  return {
    outcome: text("outcome"),
    field: text("field"),
    name: text("name"),
    text: text("text").replaceAll("\r\n", "\n"),
    tryWith: text("thu"),
  };
}

function draftOf({ outcome, field, name, text }: WrittenTemplate): TemplateDraft {
  return {
    outcome: templateOutcomes.find((known) => known === outcome) ?? "answer",
    field: field || null,
    name,
    text,
  };
}
