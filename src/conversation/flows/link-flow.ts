import { linkTries } from "../../domain/staff/staff-accounts.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { paragraph } from "../reply.ts";
import { startFlow } from "./guide-flow.ts";
import { joinByCode, offerJoiningCode } from "./join-flow.ts";

/** A one-time code as it is handed out: eight letters and digits without those that look alike. */
const codePattern = /(?:^|\s)([A-HJKMNP-Z2-9]{4}[\s-]?[A-HJKMNP-Z2-9]{4})(?=\s|$)/i;

/** `/start CODE`, as a link opens a bot, is an invitation; anything else greets. */
export const startOrLinkFlow: Flow = (request, tools) =>
  codeIn(request) ? linkFlow(request, tools) : startFlow(request, tools);

/** A citizen joins their channels by it, see join-flow.ts. `/lienket CODE`: says whom the conversation will speak for, and links it once that is confirmed; `/thoat` unlinks it. */
export const linkFlow: Flow = async (request, tools) => {
  const { say, staffAccounts } = tools;
  const { language, person, now, speaker, conversationId } = request;
  const text = request.understanding.text.trim();
  if (/^\/thoat\b/i.test(text)) return unlink(request, tools);
  if (speaker.kind === "staff" && /\sgiu$/i.test(text)) {
    await staffAccounts.confirm(conversationId, now);
    return reply(say(language, "binding-confirmed", nameOf(speaker.staff)));
  }
  const code = codeIn(request);
  if (code === undefined)
    return speaker.kind === "staff"
      ? reply(say(language, "link-linked-as", nameOf(speaker.staff)))
      : offerJoiningCode(request, tools);
  const since = new Date(now.getTime() - linkTries.withinMs);
  if ((await staffAccounts.countTries(person, since)) >= linkTries.most)
    return reply(say(language, "link-too-many-tries"));
  const invitation = await staffAccounts.findInvitation(code, now);
  if (!invitation) return joinByCode(code, request, tools);
  const { staff } = invitation;
  if (!/\sdongy$/i.test(text))
    return {
      replies: [
        {
          blocks: [
            paragraph(say(language, "link-confirm", nameOf(staff)), "strong"),
            paragraph(say(language, "link-what-it-means")),
            {
              kind: "buttons",
              buttons: [
                { label: say(language, "link-button-yes"), say: `/lienket ${code} dongy` },
                { label: say(language, "link-button-no"), say: "/huy" },
              ],
            },
          ],
        },
      ],
    };
  if ((await staffAccounts.link(invitation, conversationId, now)) === "awaits-approval")
    return reply(say(language, "link-awaits-approval", nameOf(staff)));
  return {
    replies: [
      {
        blocks: [
          paragraph(say(language, "link-done", nameOf(staff)), "strong"),
          { kind: "buttons", buttons: [{ label: say(language, "work-button-list"), say: "/viec" }] },
        ],
      },
    ],
  };
};

async function unlink(
  { speaker, conversationId, now, language }: FlowRequest,
  { say, staffAccounts }: FlowTools,
): Promise<FlowResult> {
  if (speaker.kind !== "staff") return reply(say(language, "link-not-linked"));
  await staffAccounts.unlink(conversationId, speaker.staff.username, now);
  return reply(say(language, "link-undone", nameOf(speaker.staff)));
}

function nameOf({ fullName, unitName }: { fullName: string; unitName: string }) {
  return { name: fullName, unit: unitName };
}

function codeIn({ understanding }: FlowRequest): string | undefined {
  const words = understanding.text.replace(/^\s*\/\S+/, "");
  return codePattern.exec(words)?.[1]?.replaceAll(/[\s-]/g, "").toUpperCase();
}

function reply(text: string): FlowResult {
  return { replies: [{ blocks: [paragraph(text)] }] };
}
