import type { OutsideMatter } from "../../domain/feedback/guidance.ts";
import { officeFacts } from "../answers/office-answer.ts";
import type { Flow, FlowRequest, FlowTools } from "../flow.ts";
import { paragraph, type Block } from "../reply.ts";
import { formCommand } from "./feedback/answer-button.ts";
import { outsideMatterOf } from "./feedback/outside-matter.ts";
import { nothingWritten } from "./feedback/unsent-feedback.ts";
import { unknownFlow } from "./clarify-flow.ts";

/** Where a denunciation, a complaint, a state secret or an emergency belongs; the words are kept in case it is none. */
export const guidedElsewhereFlow: Flow = async (request, tools) => {
  const { understanding, conversationId, now, state } = request;
  const matter = outsideMatterOf(understanding);
  if (!matter) return unknownFlow(request, tools);
  const setAside = understanding.text.replace(/^\s*\/\s?\S+\s*/u, "").trim() || undefined;
  const kept = await tools.unsentFeedback.current(conversationId, now);
  if (kept) await tools.unsentFeedback.keep(kept.id, { ...kept.answers, setAside }, now);
  else await tools.unsentFeedback.start(conversationId, { ...nothingWritten, setAside }, now);
  return { replies: [{ blocks: await guideElsewhere(matter, request, tools) }], state };
};

/** Notes that the person was told, and says where such a matter goes: office, address, hours, legal basis. */
export async function guideElsewhere(
  matter: OutsideMatter,
  { person, conversationId, now, language }: FlowRequest,
  { guidances, say, settings, calendars, agencyName }: FlowTools,
): Promise<Block[]> {
  await guidances.add({ person, conversationId, kind: matter, saidAt: now });
  const isUrgent = matter === "emergency";
  return [
    paragraph(say(language, `guided-${matter}`), isUrgent ? "warning" : "strong"),
    paragraph(say(language, `guided-${matter}-where`, { agency: agencyName })),
    ...(isUrgent
      ? []
      : [
          paragraph(say(language, `guided-${matter}-how`)),
          officeFacts({ say, language, now, settings, calendar: calendars.of() }),
          paragraph(say(language, `guided-${matter}-basis`), "muted"),
        ]),
    {
      kind: "buttons",
      buttons: [{ label: say(language, "guided-button-feedback"), say: formCommand("chigopy") }],
    },
  ];
}
