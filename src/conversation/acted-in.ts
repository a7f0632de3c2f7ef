import type { Act } from "../domain/audit/act.ts";
import type { FlowRequest } from "./flow.ts";

/** Who does something in a turn, where and when, as the audit names it. */
export function actedIn({
  speaker,
  conversationId,
  channel,
  now,
}: Pick<FlowRequest, "speaker" | "conversationId" | "channel" | "now">): Pick<Act, "by" | "channel" | "at"> {
  const by =
    speaker.kind === "staff"
      ? ({ kind: "staff", name: speaker.staff.username } as const)
      : ({ kind: "citizen", name: `conversation:${conversationId}` } as const);
  return { by, channel, at: now };
}
