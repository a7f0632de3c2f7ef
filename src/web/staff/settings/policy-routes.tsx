import { urgencies } from "../../../domain/feedback/feedback.ts";
import { scopeOf, type PolicyDesk } from "../../../domain/feedback/policy-desk.ts";
import type { FeedbackPolicy } from "../../../domain/feedback/policy.ts";
import type { Register } from "../../../domain/settings/register.ts";
import { mayChangeSetting } from "../../../domain/settings/may-change.ts";
import type { WorkingCalendars } from "../../../domain/deadlines/working-calendar.ts";
import { dayOf, showDay } from "../../../domain/vietnam-time.ts";
import { showTerm } from "../../../wording/show-deadline.ts";
import { Refusal } from "../../refusal.ts";
import { readFields } from "../form-fields.ts";
import { requireFreshStep } from "../second-step/fresh-step.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { PolicyForm } from "./policy-form.tsx";
import {
  readPolicy,
  readWrittenPolicy,
  writtenPolicy,
  type PolicyField,
  type WrittenPolicy,
} from "./read-policy.ts";
import { SettingHistory } from "./setting-history.tsx";
import { SettingTabs } from "./setting-tabs.tsx";
import { settingsPath } from "./settings-paths.ts";
import { TryPolicy } from "./try-policy.tsx";

const path = `${settingsPath}/chinh-sach`;

interface PolicyPorts {
  policies: PolicyDesk;
  register: Pick<Register, "fields" | "historyOf">;
  calendars: () => Promise<WorkingCalendars>;
}

/** How long feedback may take: every version, what one would promise, and the next version. */
export function addPolicyRoutes(site: StaffSite, { policies, register, calendars }: PolicyPorts): void {
  site.page<{ Querystring: unknown }>(path, async (visit, { query }) => {
    const { say } = visit;
    const all = await policies.list();
    const groups = groupsOf(all);
    return {
      title: say("settings-chinh-sach"),
      children: (
        <>
          <SettingTabs current="chinh-sach" visit={visit} />
          <p class="quiet">{say("policy-promises-stay")}</p>
          <TryPolicy
            fields={readFields(query)}
            policies={all}
            fieldNames={await register.fields()}
            calendars={await calendars()}
            visit={visit}
          />
          {groups.map((versions) => (
            <PolicyGroup versions={versions} visit={visit} />
          ))}
          {mayChangeSetting(visit.staff, "chinh-sach", null) && (
            <p class="buttons">
              <a class="button primary" href={`${path}/them`}>
                {say("policy-new")}
              </a>
            </p>
          )}
          <h2>{say("settings-history")}</h2>
          <SettingHistory changes={await register.historyOf({ area: "chinh-sach" }, 20)} visit={visit} />
        </>
      ),
    };
  });

  site.page<{ Querystring: unknown }>(`${path}/them`, async (visit, { query }) => {
    if (!mayChangeSetting(visit.staff, "chinh-sach", null))
      throw new Refusal(403, { key: "web-error-not-yours-to-change" });
    const from = Number(readFields(query).text("tu"));
    const all = await policies.list();
    const base = all.find(({ id }) => id === from);
    const latest = base && all.find((policy) => scopeOf(policy) === scopeOf(base));
    return show(visit, writtenPolicy(base, dayOf(visit.now)), latest?.version ?? 0);
  });

  site.form(`${path}/them`, async (visit, fields): Promise<FormOutcome> => {
    const written = readWrittenPolicy(fields);
    const seen = Number(fields.text("seen")) || 0;
    const policy = readPolicy(written);
    if ("faults" in policy) return show(visit, written, seen, { faults: policy.faults });
    requireFreshStep(visit);
    if (mayChangeSetting(visit.staff, "chinh-sach", null))
      await visit.awaitSecond("policy", visit.say("policy-new"));
    const outcome = await policies.add(policy, seen, visit.staff, visit.now);
    switch (outcome.kind) {
      case "saved":
        return {
          to: path,
          flash: {
            tone: "done",
            text: visit.say("policy-saved", {
              version: outcome.policy.version,
              day: showDay(dayOf(outcome.policy.validFrom)),
            }),
          },
        };
      case "changed-meanwhile":
        return show(visit, written, outcome.latest.version, {
          theirs: writtenPolicy(outcome.latest, dayOf(outcome.latest.validFrom)),
        });
      case "no-such-field":
        return show(visit, written, seen, { faults: new Set<PolicyField>(["field"]) });
      case "not-allowed":
        throw new Refusal(403, { key: "web-error-not-yours-to-change" });
    }
  });

  async function show(
    visit: StaffVisit,
    written: WrittenPolicy,
    seenVersion: number,
    {
      faults = new Set<PolicyField>(),
      theirs,
    }: { faults?: ReadonlySet<PolicyField>; theirs?: WrittenPolicy } = {},
  ): Promise<StaffPage> {
    const { say } = visit;
    return {
      title: say("policy-new"),
      ...(faults.size > 0 && { status: 422, flash: { tone: "warning", text: say("settings-faulty") } }),
      ...(theirs && { status: 409, flash: { tone: "warning", text: say("policy-changed-meanwhile") } }),
      children: (
        <>
          <p>
            <a href={path}>← {say("settings-chinh-sach")}</a>
          </p>
          <PolicyForm
            written={written}
            seenVersion={seenVersion}
            fieldNames={await register.fields()}
            faults={faults}
            theirs={theirs}
            visit={visit}
          />
        </>
      ),
    };
  }
}

function groupsOf(policies: readonly FeedbackPolicy[]): FeedbackPolicy[][] {
  const groups = new Map<string, FeedbackPolicy[]>();
  for (const policy of policies)
    groups.set(scopeOf(policy), [...(groups.get(scopeOf(policy)) ?? []), policy]);
  return [...groups.values()].toSorted(
    ([one], [other]) => urgencies.indexOf(one!.urgency) - urgencies.indexOf(other!.urgency),
  );
}

function PolicyGroup({ versions, visit }: { versions: readonly FeedbackPolicy[]; visit: StaffVisit }) {
  const { say, sayIn, language, now, staff } = visit;
  const [latest] = versions;
  const inForce = versions.find(({ validFrom }) => validFrom <= now);
  const scope = [
    say(`policy-urgency-${latest!.urgency}`),
    latest!.field ?? say("policy-any-field"),
    latest!.kind ? say(`policy-kind-${latest!.kind}`) : say("policy-any-kind"),
  ].join(" · ");
  return (
    <section>
      <h2>{scope}</h2>
      <ul class="rows">
        {versions.map((policy) => (
          <li class={policy === inForce ? "row soon" : "row"}>
            <div class="row-head">
              <strong>{say("policy-version", { version: policy.version })}</strong>
              {policy === inForce && <span class="mark soon">{say("policy-in-force")}</span>}
              {policy.validFrom > now && <span class="mark today">{say("policy-to-come")}</span>}
              <span class="quiet">{say("policy-from", { day: showDay(dayOf(policy.validFrom)) })}</span>
            </div>
            <p>
              {say("policy-terms", {
                accept: showTerm(sayIn, language, policy.acceptTerm),
                answer: showTerm(sayIn, language, policy.answerTerm),
              })}
              {policy.needsApproval && ` ${say("policy-approval-yes")}.`}
            </p>
            <p class="quiet">
              {say("policy-limits", {
                extensions: policy.maxExtensions,
                pauses: policy.maxPauses,
                days: policy.maxPauseWorkingDays,
              })}{" "}
              {policy.legalBasis}
              {mayChangeSetting(staff, "chinh-sach", null) && (
                <>
                  {" · "}
                  <a
                    href={`${path}/them?tu=${policy.id}`}
                    aria-label={`${say(policy === latest ? "policy-next" : "policy-reuse")}: ${scope}`}
                  >
                    {say(policy === latest ? "policy-next" : "policy-reuse")}
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
