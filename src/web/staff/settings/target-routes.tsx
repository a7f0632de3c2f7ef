import { mayChangeSetting } from "../../../domain/settings/may-change.ts";
import type { Register } from "../../../domain/settings/register.ts";
import { indicatorNames, type IndicatorName } from "../../../domain/statistics/figures.ts";
import {
  targetFaults,
  type Target,
  type TargetChange,
  type TargetFault,
  type TargetTerms,
} from "../../../domain/targets/target.ts";
import { addDays, dayOf } from "../../../domain/vietnam-time.ts";
import { showRate } from "../../../wording/numbers.ts";
import { Refusal } from "../../refusal.ts";
import type { TargetDesk } from "../../../domain/targets/target-desk.ts";
import { readWrittenDay } from "../calendar/read-days.ts";
import { readFields, type FormFields } from "../form-fields.ts";
import type { StaffPage } from "../staff-page.tsx";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { SettingTabs } from "./setting-tabs.tsx";
import { settingsPath } from "./settings-paths.ts";
import { TargetForm, type WrittenTarget } from "./target-form.tsx";
import { TargetRow } from "./target-row.tsx";

const targetsPath = `${settingsPath}/chi-tieu`;

interface TargetPorts {
  targets: TargetDesk;
  register: Pick<Register, "list">;
}

/** What indicators are to reach, with every version there was. */
export function addTargetRoutes(site: StaffSite, { targets, register }: TargetPorts): void {
  site.page<{ Querystring: unknown }>(targetsPath, async (visit, { query }) => {
    const { say } = visit;
    const withHistory = readFields(query).text("xem") === "tatca";
    const all = await targets.list({ withHistory });
    const mayChange = mayChangeTargets(visit);
    return {
      title: say("settings-chi-tieu"),
      children: (
        <>
          <SettingTabs current="chi-tieu" visit={visit} />
          <div class="buttons">
            {mayChange && (
              <a class="button primary" href={`${targetsPath}/muc`}>
                {say("target-new")}
              </a>
            )}
            <a class="button" href={withHistory ? targetsPath : `${targetsPath}?xem=tatca`}>
              {say(withHistory ? "target-only-current" : "target-with-history")}
            </a>
          </div>
          {all.length === 0 ? (
            <p class="empty">{say("target-empty")}</p>
          ) : (
            <ul class="rows">
              {all.map((target) => (
                <TargetRow target={target} mayChange={mayChange} visit={visit} />
              ))}
            </ul>
          )}
        </>
      ),
    };
  });

  site.page<{ Querystring: unknown }>(`${targetsPath}/muc`, async (visit, { query }) => {
    requireChange(visit);
    const id = readFields(query).text("tu");
    const target = /^\d{1,15}$/.test(id) ? await targets.find(id) : undefined;
    return show(visit, written(target, visit), target?.id ?? "");
  });

  site.form(`${targetsPath}/muc`, async (visit, fields): Promise<FormOutcome> => {
    requireChange(visit);
    const asked = readWritten(fields);
    const id = fields.text("id");
    const terms = termsOf(asked);
    const faults = new Set<TargetFault>("unreadable" in terms ? [terms.unreadable] : targetFaults(terms));
    if ("unreadable" in terms || faults.size > 0) return show(visit, asked, id, { faults });
    const change = await targets.save(terms, /^\d{1,15}$/.test(id) ? id : undefined, visit.staff, visit.now);
    return answer(change, visit, asked, terms);
  });

  site.form<{ Params: { id: string } }>(`${targetsPath}/:id/ket-thuc`, async (visit, fields, { params }) => {
    requireChange(visit);
    if (!/^\d{1,15}$/.test(params.id)) throw new Refusal(404, { key: "web-error-not-found" });
    const on = fields.text("nham") === "1" ? null : addDays(dayOf(visit.now), -1);
    const { kind } = await targets.end(params.id, on, visit.staff, visit.now);
    return {
      to: targetsPath,
      flash:
        kind === "ended"
          ? { tone: "done", text: visit.say("target-ended") }
          : { tone: "warning", text: visit.say("target-gone") },
    };
  });

  async function answer(
    change: TargetChange,
    visit: StaffVisit,
    asked: WrittenTarget,
    terms: TargetTerms,
  ): Promise<FormOutcome> {
    const { say } = visit;
    switch (change.kind) {
      case "set":
        return { to: targetsPath, flash: { tone: "done", text: say("settings-saved") } };
      case "unchanged":
        return { to: targetsPath, flash: { tone: "done", text: say("settings-unchanged") } };
      case "no-unit":
        return show(visit, asked, "", { warning: say("calendar-fault-no-such-unit") });
      case "gone": {
        // What somebody else put in its place is what the next try is about.
        const { unitCode, indicator } = terms;
        const [latest] = await targets.list({ unitCode, indicator });
        return show(visit, asked, latest?.id ?? "", {
          warning: say("target-gone"),
          ...(latest && { theirs: written(latest, visit) }),
        });
      }
      case "taken":
        return show(visit, asked, change.target.id, {
          warning: say("target-taken"),
          theirs: written(change.target, visit),
        });
    }
  }

  async function show(
    visit: StaffVisit,
    asked: WrittenTarget,
    id: string,
    {
      faults = new Set<TargetFault>(),
      warning,
      theirs,
    }: { faults?: ReadonlySet<TargetFault>; warning?: string; theirs?: WrittenTarget } = {},
  ): Promise<StaffPage> {
    const { say } = visit;
    const units = (await register.list("don-vi")).filter(({ isActive }) => isActive);
    const told = warning ?? (faults.size > 0 ? say("settings-faulty") : undefined);
    return {
      title: say(id ? "target-revise" : "target-new"),
      ...(told && { status: warning ? 409 : 422, flash: { tone: "warning" as const, text: told } }),
      children: (
        <>
          <p>
            <a href={targetsPath}>← {say("settings-chi-tieu")}</a>
          </p>
          <TargetForm
            written={asked}
            id={id}
            units={units.map(({ key, row }) => [key, row.ten ?? key] as const)}
            faults={faults}
            theirs={theirs}
            action={`${targetsPath}/muc`}
            visit={visit}
          />
        </>
      ),
    };
  }
}

function mayChangeTargets({ staff }: StaffVisit): boolean {
  return mayChangeSetting(staff, "chinh-sach", null);
}

function requireChange(visit: StaffVisit): void {
  if (!mayChangeTargets(visit)) throw new Refusal(403, { key: "web-error-not-yours-to-change" });
}

function written(target: Target | undefined, { language, now }: StaffVisit): WrittenTarget {
  return {
    indicator: target?.indicator ?? indicatorNames[0],
    unit: target?.unitCode ?? "",
    value: target ? showRate(target.value, language) : "",
    from: target?.validFrom ?? dayOf(now),
    to: target?.validTo ?? "",
    source: target?.source ?? "",
  };
}

function readWritten(fields: FormFields): WrittenTarget {
  const [indicator, unit, value, from] = ["indicator", "unit", "value", "from"].map(fields.text);
  return {
    indicator: indicator!,
    unit: unit!,
    value: value!,
    from: from!,
    to: fields.text("to"),
    source: fields.text("source"),
  };
}

/** `95%`, `95`, `12,5` → a part of one. */
function readPercent(text: string): number {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text);
  return found ? Number(`${found[1]}.${found[2] ?? 0}`) / 100 : Number.NaN;
}

function termsOf({
  indicator,
  unit,
  value,
  from,
  to,
  source,
}: WrittenTarget): TargetTerms | { unreadable: "days" } {
  const [first, last] = [readWrittenDay(from), to === "" ? null : readWrittenDay(to)];
  if (!first || last === undefined) return { unreadable: "days" };
  return {
    indicator: indicator as IndicatorName,
    unitCode: unit || null,
    validFrom: first,
    validTo: last,
    value: readPercent(value),
    source,
  };
}
