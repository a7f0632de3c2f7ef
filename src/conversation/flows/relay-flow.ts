import { openingState } from "../../domain/office/opening-hours.ts";
import { relayOffer, tellEnd, type Relay } from "../../domain/staff/relay.ts";
import type { StaffMember } from "../../domain/staff/staff-member.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import { maskPersonal } from "../answers/mask-personal.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { paragraph, type Block } from "../reply.ts";

/** `/gapnguoi`: hands over to a person while the office is open and somebody is there; else takes a message with a promise. */
export const humanFlow: Flow = async (request, tools) => {
  const { conversationId, speaker, language, now } = request;
  const { say, relays, notices, calendars } = tools;
  if (speaker.kind === "staff") return answer([paragraph(say(language, "relay-not-for-staff"))]);
  const running = await relays.findOfCitizen(conversationId);
  if (running)
    return inTalk(
      running,
      [paragraph(say(language, running.officer ? "relay-goes-on" : "relay-waiting"))],
      request,
      tools,
    );
  const opening = openingState(now, calendars.of());
  const asked = opening.kind === "open" ? await relays.nextToAsk([], now) : undefined;
  const relay = asked === undefined ? undefined : await relays.open(conversationId, asked, now);
  if (!relay || asked === undefined) return leaveMessage(opening, request, tools);
  const words = await relays.recentWords(conversationId, now);
  await notices.plan([relayOffer(relay, asked, words, now)], now);
  return inTalk(relay, [paragraph(say(language, "relay-asked"), "strong")], request, tools);
};

function inTalk({ id }: Relay, blocks: Block[], { language }: FlowRequest, { say }: FlowTools): FlowResult {
  const button = { label: say(language, "button-end-talk"), say: "/ketthuc" };
  return {
    replies: [{ blocks: [...blocks, { kind: "buttons", buttons: [button] }] }],
    state: { form: { kind: "relay", id } },
  };
}

function leaveMessage(
  opening: ReturnType<typeof openingState>,
  { language }: FlowRequest,
  { say }: FlowTools,
): FlowResult {
  const first =
    opening.kind === "open"
      ? say(language, "relay-nobody-there")
      : say(language, "relay-closed", { opens: showMoment(say, language, opening.opensAt) });
  return answer([
    paragraph(first, "strong"),
    paragraph(say(language, "relay-leave-message")),
    { kind: "buttons", buttons: [{ label: say(language, "button-leave-message"), say: "/phananh" }] },
  ]);
}

/** `/trochuyen nhan|chuyen 12`, `/ketthuc [12]`: takes a talk, passes it on, ends it. */
export const relayDeedFlow: Flow = async (request, tools) => {
  const { understanding, speaker, state, language, conversationId, now } = request;
  const { say, relays, notices } = tools;
  const [command = "", ...rest] = understanding.text.trim().toLowerCase().split(/\s+/);
  const formId = state.form?.kind === "relay" ? state.form.id : undefined;
  const id = rest.find((word) => /^\d{1,18}$/.test(word)) ?? formId;
  const relay = id === undefined ? await relays.findOfCitizen(conversationId) : await relays.find(id);
  if (!relay || relay.isEnded || !isIn(relay, request))
    return answer([paragraph(say(language, "relay-over"))]);
  if (command === "/ketthuc") {
    const why = speaker.kind === "staff" ? "officer" : "citizen";
    await relays.end(relay.id, why, now);
    await tellEnd(relay, why, now, notices);
    return answer([paragraph(say(language, "relay-ended-by-you"), "strong")]);
  }
  if (speaker.kind === "citizen") return answer([paragraph(say(language, "work-staff-only"))]);
  return rest[0] === "chuyen"
    ? passOn(relay, speaker.staff, request, tools)
    : take(relay, speaker.staff, request, tools);
};

/** Ends the talk that the conversation is in. */
export const endTalk: Flow = (request, tools) =>
  relayDeedFlow({ ...request, understanding: { ...request.understanding, text: "/ketthuc" } }, tools);

/** The citizen whose talk it is, the officer who has it, or whoever it was offered to. */
function isIn(relay: Relay, { speaker, conversationId }: FlowRequest): boolean {
  if (speaker.kind === "citizen") return relay.citizenConversationId === conversationId;
  const { username } = speaker.staff;
  return relay.officer?.username === username || relay.offeredTo.includes(username);
}

async function take(
  relay: Relay,
  { username, fullName }: StaffMember,
  { conversationId, language, now }: FlowRequest,
  { say, relays, notices }: FlowTools,
): Promise<FlowResult> {
  if (relay.officer && relay.officer.username !== username)
    return answer([paragraph(say(language, "relay-taken-by", { name: relay.officer.fullName }))]);
  await relays.take(relay.id, { username, conversationId }, now);
  // What was said while nobody was there is read first.
  const words = relay.officer ? [] : await relays.recentWords(relay.citizenConversationId, now);
  if (!relay.officer)
    await notices.plan(
      [
        {
          key: `relay-taken:${relay.id}`,
          kind: "relay-taken",
          recipient: { kind: "conversation", conversationId: relay.citizenConversationId },
          facts: { id: relay.id, officer: fullName },
          dueAt: now,
        },
      ],
      now,
    );
  return {
    replies: [
      {
        blocks: [
          paragraph(say(language, "relay-you-have", { id: relay.id }), "strong"),
          { kind: "list", items: words.map(maskPersonal) },
          {
            kind: "buttons",
            buttons: [{ label: say(language, "button-end-talk"), say: `/ketthuc ${relay.id}` }],
          },
        ],
      },
    ],
    state: { form: { kind: "relay", id: relay.id } },
  };
}

async function passOn(
  relay: Relay,
  { username }: StaffMember,
  { language, now }: FlowRequest,
  { say, relays, notices }: FlowTools,
): Promise<FlowResult> {
  if (relay.officer)
    return answer([paragraph(say(language, "relay-taken-by", { name: relay.officer.fullName }))]);
  const next = await relays.nextToAsk([...relay.offeredTo, username], now);
  if (next === undefined) return answer([paragraph(say(language, "relay-nobody-else"))]);
  await relays.offer(relay.id, next, now);
  const words = await relays.recentWords(relay.citizenConversationId, now);
  await notices.plan([relayOffer(relay, next, words, now)], now);
  return answer([paragraph(say(language, "relay-passed-on"))]);
}

function answer(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
