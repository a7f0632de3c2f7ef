import { changeCase } from "../feedback/change-case.ts";
import type { FeedbackTools } from "../feedback/feedback-tools.ts";
import type { WorkStore } from "../work/work-store.ts";
import type { StaffAccountStore } from "./staff-accounts.ts";

export type LeavingOutcome =
  /** With their open cases, each given to a colleague, else to the officer on duty. */
  | { kind: "left"; codes: string[] }
  /** Nobody on the staff has that name. */
  | { kind: "nobody" };

/** Someone leaves for good: their accounts are unlinked at once, and what they had open becomes someone else's. */
export async function leaveOffice(
  { username, actor, now }: { username: string; actor: string; now: Date },
  tools: FeedbackTools & { staffAccounts: StaffAccountStore; work: WorkStore },
): Promise<LeavingOutcome> {
  const open = await tools.work.openCasesOf(username);
  const unlinked = await tools.staffAccounts.leave(username, actor, now);
  if (unlinked === undefined) return { kind: "nobody" };
  for (const { code, unitCode } of open)
    await changeCase(
      {
        code,
        action: { kind: "assign", unitCode },
        actor: { kind: "system", name: "staff-left" },
        channel: actor,
        now,
      },
      tools,
    );
  return { kind: "left", codes: open.map(({ code }) => code) };
}
