import type { CaseFile } from "../../domain/feedback/feedback-store.ts";
import type { FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { paragraph } from "../reply.ts";

/** A case of this person's; one of somebody else's is as unknown as one that does not exist. */
export async function findOwnCase(
  code: string,
  { person }: FlowRequest,
  { feedback }: FlowTools,
): Promise<CaseFile | undefined> {
  const file = await feedback.find(code);
  return file?.matter.person === person ? file : undefined;
}

/** The same for a code of somebody else's and for one that was never given. */
export function notShown({ language }: FlowRequest, { say }: FlowTools): FlowResult {
  return {
    replies: [
      {
        blocks: [
          paragraph(say(language, "case-not-shown"), "strong"),
          paragraph(say(language, "case-not-shown-why")),
          { kind: "buttons", buttons: [{ label: say(language, "case-button-own"), say: "/phananhtoi" }] },
        ],
      },
    ],
  };
}
