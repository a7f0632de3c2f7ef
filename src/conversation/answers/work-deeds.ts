import { mayDecideOn } from "../../domain/feedback/case-access.ts";
import { caseStates, isOpen } from "../../domain/feedback/case-states.ts";
import type { FeedbackCase } from "../../domain/feedback/feedback.ts";
import type { StaffMember } from "../../domain/staff/staff-member.ts";
import type { Language, Say } from "../../wording/wording.ts";
import type { Button } from "../reply.ts";

/** Whom work is shown to, and in which words. */
export interface WorkTelling {
  say: Say;
  language: Language;
  staff: StaffMember;
}

/** What this member of staff may do to the case as it stands, each carrying the version they see. */
export function workButtons(matter: FeedbackCase, { say, language, staff }: WorkTelling): Button[] {
  return deedsOn(matter, staff).map((deed) => ({
    label: say(language, `work-button-${deed}`),
    say: deed === "lichsu" ? `/viec lichsu ${matter.code}` : `/viec ${deed} ${matter.code} ${matter.version}`,
  }));
}

/** The words behind `/viec` that stand for what may be done, in the order in which they are offered. */
export function deedsOn(
  matter: Pick<FeedbackCase, "status" | "draft" | "extension" | "officer" | "unitCode" | "unitPath">,
  staff: StaffMember,
) {
  const { status, draft, extension } = matter;
  const mayDecide = mayDecideOn(staff, matter);
  if (status === "reopen-requested")
    return [...(mayDecide ? (["molai", "khongmolai"] as const) : []), "ghichu" as const, "lichsu" as const];
  if (status === "answered") return ["dong", "ghichu", "lichsu"] as const;
  if (!isOpen(status)) return ["ghichu", "lichsu"] as const;
  const isPaused = caseStates[status].answerClock === "paused";
  return [
    ...(extension && mayDecide ? (["dongygiahan", "tuchoigiahan"] as const) : []),
    ...(draft?.isSubmitted && mayDecide ? (["gui", "tralai"] as const) : []),
    ...(isPaused ? (["tiep"] as const) : []),
    ...(status !== "in-progress" && !isPaused ? (["nhan", "saiphong"] as const) : []),
    "soan" as const,
    ...(draft && !draft.isSubmitted ? (["gui", "trinh"] as const) : []),
    ...(status === "in-progress" ? (["hoi", "coquan"] as const) : []),
    ...(extension ? [] : (["giahan"] as const)),
    "chuyen" as const,
    "tuchoi" as const,
    "chuyenngoai" as const,
    "ghichu" as const,
    "lichsu" as const,
  ];
}
