import { erasureDelayDays, type KeptOfPerson } from "../../domain/people/kept-of-person.ts";
import { addDays, dayOf, instantOn, showDay, showInstant } from "../../domain/vietnam-time.ts";
import { showNumber } from "../../wording/numbers.ts";
import { actedIn } from "../acted-in.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import { fold } from "../understanding/text/fold.ts";

const mostListed = 10;

/** `/dulieucuatoi`: what is kept of whoever asks, why and for how long; a copy of it on asking. */
export const accessFlow: Flow = async (request, tools) => {
  const { conversationId, language, now, understanding } = request;
  const { say, keptOfPerson } = tools;
  if (/\b(tai ve|ban sao|copy|download)\b/.test(fold(understanding.text))) {
    const name = say(language, "own-data-file");
    const attachmentId = await keptOfPerson.orderCopy(conversationId, name, now);
    await tools.audit.record({ ...actedIn(request), deed: "own-copy-ordered", on: themselves(request) });
    return answer([
      {
        kind: "file",
        attachmentId,
        mediaType: "application/json",
        name,
        caption: say(language, "own-data-file-caption"),
        otherwise: say(language, "own-data-file-otherwise"),
      },
    ]);
  }
  const kept = await keptOfPerson.summary(conversationId);
  const erasesAt = await keptOfPerson.pendingErasure(conversationId);
  return answer([
    paragraph(say(language, "own-data-head", { agency: tools.agencyName }), "strong"),
    { kind: "facts", facts: factsOf(kept, request, tools) },
    ...disclosuresOf(kept, request, tools),
    paragraph(say(language, "own-data-why")),
    paragraph(say(language, "own-data-rights")),
    ...(erasesAt
      ? [paragraph(say(language, "erasure-pending", { day: showDay(dayOf(erasesAt)) }), "warning")]
      : []),
    { kind: "buttons", buttons: buttonsOf(request, tools, erasesAt !== undefined) },
  ]);
};

/** `/xoadulieu`: erases what is kept of whoever asks, a week after they confirmed it. */
export const erasureFlow: Flow = async (request, tools) => {
  const { conversationId, language, now, speaker, understanding } = request;
  const { say, keptOfPerson } = tools;
  if (speaker.kind === "staff") return answer([paragraph(say(language, "erasure-not-for-staff"))]);
  const said = fold(understanding.text);
  const pending = await keptOfPerson.pendingErasure(conversationId);
  if (/\b(thoi|khong xoa|giu lai|rut|keep)\b/.test(said)) {
    await keptOfPerson.withdrawErasure(conversationId, now);
    if (pending)
      await tools.audit.record({ ...actedIn(request), deed: "erasure-withdrawn", on: themselves(request) });
    return answer([paragraph(say(language, pending ? "erasure-withdrawn" : "erasure-none"), "strong")]);
  }
  if (pending) return answer([...pendingNote(pending, request, tools)]);
  if (/\b(dong y|xac nhan|confirm)\b/.test(said)) {
    const erasesAt = instantOn(addDays(dayOf(now), erasureDelayDays));
    await keptOfPerson.askErasure(conversationId, erasesAt, now);
    await tools.audit.record({ ...actedIn(request), deed: "erasure-asked", on: themselves(request) });
    return answer(pendingNote(erasesAt, request, tools));
  }
  return answer([
    paragraph(say(language, "erasure-what"), "strong"),
    {
      kind: "list",
      items: [say(language, "erasure-goes"), say(language, "erasure-stays"), say(language, "erasure-open")],
    },
    paragraph(say(language, "erasure-when", { days: erasureDelayDays })),
    {
      kind: "buttons",
      buttons: [
        { label: say(language, "button-erase"), say: "/xoadulieu dong y" },
        { label: say(language, "button-keep"), say: "/huy" },
      ],
    },
  ]);
};

/** Their own data is what they act on. */
function themselves({ conversationId }: FlowRequest) {
  return { kind: "conversation", id: conversationId };
}

function pendingNote(
  erasesAt: Date,
  { language }: Pick<FlowRequest, "language">,
  { say }: Pick<FlowTools, "say">,
): Block[] {
  return [
    paragraph(say(language, "erasure-pending", { day: showDay(dayOf(erasesAt)) }), "strong"),
    {
      kind: "buttons",
      buttons: [{ label: say(language, "button-withdraw-erasure"), say: "/xoadulieu thoi" }],
    },
  ];
}

/** That somebody read in full what they had written, when and why. */
function disclosuresOf(
  { disclosures }: KeptOfPerson,
  { language }: FlowRequest,
  { say }: FlowTools,
): Block[] {
  if (disclosures.length === 0) return [];
  const items = disclosures
    .slice(0, mostListed)
    .map(({ code, at, reason }) =>
      say(language, "own-data-disclosure", { code, at: showInstant(new Date(at)), reason }),
    );
  return [
    paragraph(say(language, "own-data-disclosures", { count: disclosures.length })),
    { kind: "list", items },
  ];
}

function factsOf(
  { channels, since, messages, files, cases, follows, consents }: KeptOfPerson,
  { language }: FlowRequest,
  { say }: FlowTools,
): { label: string; value: string }[] {
  const none = say(language, "own-data-none");
  return [
    { label: say(language, "own-data-channels"), value: channels.join(", ") },
    { label: say(language, "own-data-since"), value: since ? showDay(dayOf(since)) : none },
    { label: say(language, "own-data-messages"), value: showNumber(messages, language) },
    { label: say(language, "own-data-files"), value: showNumber(files, language) },
    { label: say(language, "own-data-cases"), value: cases.join(", ") || none },
    { label: say(language, "own-data-follows"), value: follows.join(", ") || none },
    ...consents.slice(0, mostListed).map(({ code, at, version, withdrawnAt }) => ({
      label: say(language, withdrawnAt ? "own-data-consent-withdrawn" : "own-data-consent"),
      value: say(language, "own-data-consent-to", { code, day: showDay(dayOf(new Date(at))), version }),
    })),
  ];
}

function buttonsOf(
  { language, speaker }: FlowRequest,
  { say }: FlowTools,
  isErasurePending: boolean,
): Button[] {
  const copy = { label: say(language, "button-own-data-copy"), say: "/dulieucuatoi ban sao" };
  if (speaker.kind === "staff") return [copy];
  return [
    copy,
    isErasurePending
      ? { label: say(language, "button-withdraw-erasure"), say: "/xoadulieu thoi" }
      : { label: say(language, "button-erase-data"), say: "/xoadulieu" },
  ];
}

function answer(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
