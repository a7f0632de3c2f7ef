import type { Approval, Approvals } from "../../../domain/staff/approval.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import { Refusal } from "../../refusal.ts";
import { Empty } from "../empty.tsx";
import { Facts } from "../facts.tsx";
import { Field } from "../field.tsx";
import { readFields } from "../form-fields.ts";
import { PostForm } from "../post-form.tsx";
import { requireFreshStep } from "../second-step/fresh-step.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { approvalsPath } from "./approvals-path.ts";

const decisions = { "dong-y": true, "tu-choi": false } as const;

/** What waits for a second administrator: what exactly, who asked, yes or no with a reason. */
export function addApprovalRoutes(site: StaffSite, { approvals }: { approvals: Approvals }): void {
  site.page<{ Querystring: unknown }>(approvalsPath, (visit, { query }) =>
    show(visit, readFields(query).text("cho") === "1" ? visit.say("approval-asked-now") : undefined),
  );

  site.form<{ Params: { id: string; decision: string } }>(
    `${approvalsPath}/:id/:decision`,
    async (visit, fields, { params }): Promise<FormOutcome> => {
      const { say, staff, now } = visit;
      const isApproved = decisions[params.decision as keyof typeof decisions];
      if (isApproved === undefined || !/^\d{1,18}$/.test(params.id))
        throw new Refusal(404, { key: "web-error-not-found" });
      const reason = fields.text("ly-do").slice(0, 500);
      if (!isApproved && reason === "")
        return { to: approvalsPath, flash: { tone: "warning", text: say("approval-no-reason") } };
      requireFreshStep(visit);
      const decision = { id: params.id, by: staff.username, isApproved, reason };
      const { kind } = await approvals.decide(decision, now);
      if (kind !== "decided")
        return { to: approvalsPath, flash: { tone: "warning", text: say(`approval-${kind}`) } };
      const text = say(isApproved ? "approval-given" : "approval-declined");
      return { to: approvalsPath, flash: { tone: "done", text } };
    },
    "admin",
  );

  async function show(visit: StaffVisit, told?: string): Promise<StaffPage> {
    const { say, staff } = visit;
    const all = await approvals.list(staff.role === "admin" ? undefined : staff.username);
    return {
      title: say("staff-approvals"),
      ...(told !== undefined && { flash: { tone: "done", text: told } }),
      children:
        all.length === 0 ? (
          <Empty text={say("approval-none")} />
        ) : (
          <ul class="rows">
            {all.map((approval) => (
              <li class="row">
                <Row approval={approval} visit={visit} />
              </li>
            ))}
          </ul>
        ),
    };
  }
}

function Row({ approval, visit }: { approval: Approval; visit: StaffVisit }) {
  const { say, staff, now } = visit;
  const { id, kind, what, askedBy, askedByName, askedAt, expiresAt, fields, decidedBy, decidedAt, reason } =
    approval;
  const isOpen = decidedAt === null && expiresAt > now;
  const mayDecide = isOpen && staff.role === "admin" && askedBy !== staff.username;
  return (
    <>
      <div class="row-head">
        <strong>{what}</strong>
        <span class="mark">{say(`approval-state-${stateOf(approval, now)}`)}</span>
      </div>
      <Facts
        facts={[
          [say("approval-kind"), say(`approval-kind-${kind}`)],
          [say("approval-by"), kind === "erasure" ? say("approval-by-citizen") : (askedByName ?? askedBy)],
          [say("approval-at"), showInstant(askedAt)],
          [say("approval-until"), isOpen && showInstant(expiresAt)],
          [say("approval-decided-by"), decidedBy && decidedAt && `${decidedBy}, ${showInstant(decidedAt)}`],
          [say("approval-reason"), reason],
        ]}
      />
      {fields.some(([name]) => name !== "seen") && (
        <details class="disclosure">
          <summary>{say("approval-exactly")}</summary>
          <Facts facts={fields.filter(([name]) => name !== "seen")} />
        </details>
      )}
      {mayDecide && (
        <div class="buttons">
          <PostForm visit={visit} action={`${approvalsPath}/${id}/dong-y`}>
            <button class="button primary" aria-label={`${say("approval-give")}: ${what}`}>
              {say("approval-give")}
            </button>
          </PostForm>
          <PostForm visit={visit} action={`${approvalsPath}/${id}/tu-choi`} className="form">
            <Field name="ly-do" label={say("approval-decline-reason")} isRequired />
            <button class="button">{say("approval-decline")}</button>
          </PostForm>
        </div>
      )}
      <GoOn approval={approval} visit={visit} />
    </>
  );
}

/** What was approved is done by whoever asked, with the very words that were approved. */
function GoOn({ approval, visit }: { approval: Approval; visit: StaffVisit }) {
  const { say, staff, now } = visit;
  const { action, fields, kind, isApproved, doneAt, askedBy, expiresAt } = approval;
  if (!action || !isApproved || doneAt || askedBy !== staff.username || expiresAt <= now) return null;
  if (kind === "export")
    return (
      <p>
        <a class="button primary" href={action}>
          {say("approval-do")}
        </a>
      </p>
    );
  return (
    <PostForm visit={visit} action={action}>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class="button primary">{say("approval-do")}</button>
    </PostForm>
  );
}

function stateOf({ decidedAt, isApproved, doneAt, expiresAt, action }: Approval, now: Date) {
  if (doneAt) return "done";
  if (decidedAt) return isApproved ? (action && expiresAt <= now ? "over" : "given") : "declined";
  return expiresAt > now ? "open" : "over";
}
