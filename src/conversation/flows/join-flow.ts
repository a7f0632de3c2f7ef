import { joiningCodeMinutes } from "../../domain/people/identity-store.ts";
import { channelName } from "../channel-name.ts";
import type { FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { planJoinedNotice } from "../notices/joined-notice.ts";
import { paragraph, type Block } from "../reply.ts";

/** `/lienket` of a citizen: a code to enter on their other channel. */
export async function offerJoiningCode(
  { conversationId, language, now }: FlowRequest,
  { say, identities }: FlowTools,
): Promise<FlowResult> {
  const code = await identities.issueCode(conversationId, now);
  return single([
    paragraph(say(language, "join-code", { code }), "strong"),
    paragraph(say(language, "join-how", { code, minutes: joiningCodeMinutes })),
    paragraph(say(language, "link-needs-code"), "muted"),
  ]);
}

/**
 * `/lienket CODE` with a code that is no invitation: says what joining means, and joins once that is confirmed. Each wrong
 * code is a try of the person's.
 */
export async function joinByCode(
  code: string,
  { conversationId, channel: here, person, language, now, understanding }: FlowRequest,
  { say, identities, staffAccounts, notices }: FlowTools,
): Promise<FlowResult> {
  const joining = await identities.findCode(code, conversationId, now);
  if (!joining) {
    await staffAccounts.recordTry(person, now);
    return single([paragraph(say(language, "link-no-such-code"))]);
  }
  const channel = channelName(say, language, joining.channel);
  if (!/\sdongy$/i.test(understanding.text.trim()))
    return single([
      paragraph(say(language, "join-confirm", { channel }), "strong"),
      paragraph(say(language, "join-what-it-means")),
      {
        kind: "buttons",
        buttons: [
          { label: say(language, "join-button-yes"), say: `/lienket ${code} dongy` },
          { label: say(language, "join-button-no"), say: "/huy" },
        ],
      },
    ]);
  await identities.join(joining, conversationId, now);
  await notices.plan([planJoinedNotice(joining.conversationId, here, now)], now);
  return single([
    paragraph(say(language, "join-done", { channel }), "strong"),
    { kind: "buttons", buttons: [{ label: say(language, "case-button-own"), say: "/phananhtoi" }] },
  ]);
}

function single(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
