import type { Flow } from "../flow.ts";
import { paragraph } from "../reply.ts";
import { unknownFlow } from "./clarify-flow.ts";

/** Words that mean nothing else may be the answer to an officer's question, when a case of this person waits for one. */
export const unreadAnswerFlow: Flow = async (request, tools) => {
  const cases = await tools.feedback.ofPerson(request.person);
  const waiting = cases.find(({ status }) => status === "awaiting-citizen");
  if (!waiting) return unknownFlow(request, tools);
  const { code } = waiting;
  const { say } = tools;
  return {
    replies: [
      {
        blocks: [
          paragraph(say(request.language, "case-waits-for-you", { code }), "strong"),
          {
            kind: "buttons",
            buttons: [
              { label: say(request.language, "case-button-reply"), say: `/bosung ${code}` },
              { label: say(request.language, "case-button-show"), say: `/traphananh ${code}` },
            ],
          },
        ],
      },
    ],
    state: request.state,
  };
};
