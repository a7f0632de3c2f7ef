import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import type { Entry } from "../../../conversation/transcript.ts";
import type { CaseFile } from "../../../domain/feedback/feedback-store.ts";
import { Refusal } from "../../refusal.ts";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import { requireFreshStep } from "../second-step/fresh-step.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffPorts } from "../staff-ports.ts";
import { requireReach, type StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { CaseConversation } from "./case-conversation.tsx";
import { mayReadTalk } from "./may-read-talk.ts";
import { queuePath } from "./queue-asked.ts";

/** For so long the words stay on the screen; then the browser goes back to the case by itself. */
const shownSeconds = 120;
const shortestReason = 10;

/** "Xem nguyên văn": what is hidden in a case's texts, on a reason, which is kept and which the sender can read. */
export function addOriginalRoutes(
  site: StaffSite,
  { findCase, caseDesk, recordAct }: Pick<StaffPorts, "findCase" | "caseDesk" | "recordAct">,
): void {
  site.form<{ Params: { code: string } }>(
    `${queuePath}/:code/nguyen-van`,
    async (visit, fields, { params }) => {
      const { staff, now, say } = visit;
      const file = await findCase(params.code.toUpperCase(), staff);
      const matter = requireReach(staff, file?.matter);
      if (!file) throw new Refusal(404, { key: "web-error-not-found" });
      const reason = fields.text("ly-do").slice(0, 500);
      if (reason.length < shortestReason)
        return {
          title: say("original-title", { code: matter.code }),
          status: 422,
          children: (
            <OriginalForm
              code={matter.code}
              visit={visit}
              reason={reason}
              fault={say("original-no-reason")}
            />
          ),
        };
      requireFreshStep(visit);
      const { conversation } = await caseDesk.around(matter, now);
      await recordAct({
        by: { kind: "staff", name: staff.username },
        deed: "original-disclosed",
        on: { kind: "case", id: matter.code },
        channel: "web",
        at: now,
        detail: { reason: maskPersonal(reason) },
      });
      return originalPage(file, mayReadTalk(matter, staff) ? conversation : [], visit);
    },
  );
}

/** Asks why somebody needs to read what is hidden. */
export function OriginalForm({
  code,
  visit,
  reason,
  fault,
}: {
  code: string;
  visit: StaffVisit;
  reason?: string;
  fault?: string;
}) {
  const { say } = visit;
  return (
    <PostForm visit={visit} action={`${queuePath}/${code}/nguyen-van`} className="form">
      <Field
        name="ly-do"
        label={say("original-reason")}
        hint={say("original-hint", { minutes: shownSeconds / 60 })}
        value={reason}
        fault={fault}
        isRequired
      />
      <button class="button">{say("original-show")}</button>
    </PostForm>
  );
}

/** Whether anything of a case's texts is hidden from those who read its page. */
export function hidesAnything({ matter, events }: CaseFile, conversation: readonly Entry[]): boolean {
  const texts = [
    matter.content,
    matter.place.words ?? "",
    ...events.map(({ reason }) => reason ?? ""),
    ...conversation.map((entry) => (entry.kind === "said" ? JSON.stringify(entry.content) : "")),
  ];
  return texts.some((text) => maskPersonal(text) !== text);
}

function originalPage(
  { matter, events }: CaseFile,
  conversation: readonly Entry[],
  visit: StaffVisit,
): StaffPage {
  const { say } = visit;
  const back = `${queuePath}/${matter.code}`;
  const added = events.flatMap(({ actor, reason }) => (actor.kind === "citizen" && reason ? [reason] : []));
  return {
    title: say("original-title", { code: matter.code }),
    leaves: { to: back, afterSeconds: shownSeconds },
    children: (
      <>
        <p class="flash warning">{say("original-shown", { minutes: shownSeconds / 60 })}</p>
        <p class="content">{matter.content}</p>
        {matter.place.words && <p class="content">{matter.place.words}</p>}
        {added.map((words) => (
          <p class="content">{words}</p>
        ))}
        {conversation.length > 0 && <CaseConversation entries={conversation} visit={visit} isOriginal />}
        <p class="buttons">
          <a class="button primary" href={back}>
            {say("original-back")}
          </a>
        </p>
      </>
    ),
  };
}
