import {
  followDossier,
  followKinds,
  mostFollowed,
  type FollowKind,
} from "../../domain/dossiers/follow-dossier.ts";
import { followedAnswer, followKindWords, toldOf } from "../answers/follow-answer.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import { fold } from "../understanding/text/fold.ts";
import { notShown } from "./dossier-flow.ts";

/**
 * `/theodoi [code]`: follows the dossier that is named or was talked about; without one, shows what is followed.
 * `/theodoi tat|bat <kind>` has one kind of news no longer told, or told again.
 */
export const followFlow: Flow = async (request, tools) => {
  const choice = readChoice(request);
  if (choice) return chooseNews(choice, request, tools);
  const code = codeOf(request);
  if (!code) return showFollowed(request, tools);
  const { conversationId, now, language } = request;
  const { say, follows } = tools;
  const outcome = await followDossier({ code, conversationId, now }, tools);
  switch (outcome.kind) {
    case "not-shown":
      return notShown(request, tools, code);
    case "too-many":
      return reply([
        paragraph(say(language, "follow-too-many", { most: mostFollowed }), "strong"),
        buttons(listButton(request, tools)),
      ]);
    case "following": {
      const { dossier, isNew } = outcome;
      const stage = say(language, `stage-${dossier.status}`);
      const blocks = [
        paragraph(say(language, isNew ? "follow-started" : "follow-already", { code }), "strong"),
        paragraph(say(language, "follow-now", { stage })),
        paragraph(toldOf(await follows.unwanted(conversationId), { say, language })),
        buttons(
          { label: say(language, "follow-button-stop"), say: `/botheodoi ${code}` },
          listButton(request, tools),
        ),
      ];
      return { replies: [{ blocks }], state: { topic: { kind: "dossier", code } } };
    }
  }
};

/** `/botheodoi [code]`: the dossier that is named or was talked about; without one, shows what may be stopped. */
export const unfollowFlow: Flow = async (request, tools) => {
  const { conversationId, language, understanding } = request;
  const { say, follows } = tools;
  if (/(?:^|\s)(?:tatca|tat ca|het|all|everything)\b/.test(fold(understanding.text))) {
    for (const { code } of await follows.followed(conversationId))
      await follows.unfollow(conversationId, code);
    return reply([paragraph(say(language, "follow-stopped-all"), "strong")]);
  }
  const code = codeOf(request);
  if (!code) return showFollowed(request, tools);
  const isStopped = await follows.unfollow(conversationId, code);
  return reply([
    paragraph(say(language, isStopped ? "follow-stopped" : "follow-was-not", { code }), "strong"),
    buttons(listButton(request, tools)),
  ]);
};

async function showFollowed(
  { conversationId, language }: FlowRequest,
  { say, follows }: FlowTools,
): Promise<FlowResult> {
  const followed = await follows.followed(conversationId);
  return reply(followedAnswer(followed, await follows.unwanted(conversationId), { say, language }));
}

interface NewsChoice {
  kind: FollowKind;
  isWanted: boolean;
}

function readChoice({ understanding }: FlowRequest): NewsChoice | undefined {
  const [, switched, word] = /^\s*\/\S+\s+(tat|bat|off|on)\s+(\S+)\s*$/.exec(fold(understanding.text)) ?? [];
  const kind = followKinds.find((one) => followKindWords[one] === word || one === word);
  return kind && { kind, isWanted: switched === "bat" || switched === "on" };
}

async function chooseNews(
  { kind, isWanted }: NewsChoice,
  request: FlowRequest,
  tools: FlowTools,
): Promise<FlowResult> {
  const { conversationId, language } = request;
  const { say, follows } = tools;
  await follows.setWanted(conversationId, kind, isWanted);
  return reply([
    paragraph(
      say(language, isWanted ? "follow-on" : "follow-off", { kind: say(language, `follow-kind-${kind}`) }),
      "strong",
    ),
    buttons(listButton(request, tools)),
  ]);
}

/** The dossier that is named, or else the one talked about, unless the list is asked for. */
function codeOf({ understanding, state }: FlowRequest): string | undefined {
  if (understanding.entities.dossierCode) return understanding.entities.dossierCode;
  const asksForList = /(?:^|\s)(?:danhsach|danh sach|nhung ho so|cac ho so|list)\b/.test(
    fold(understanding.text),
  );
  return !asksForList && state.topic?.kind === "dossier" ? state.topic.code : undefined;
}

function listButton({ language }: FlowRequest, { say }: FlowTools): Button {
  return { label: say(language, "follow-button-list"), say: "/theodoi danhsach" };
}

function buttons(...all: Button[]): Block {
  return { kind: "buttons", buttons: all };
}

function reply(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
