import { followKinds, type FollowedDossier, type FollowKind } from "../../domain/dossiers/follow-dossier.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block, type Button } from "../reply.ts";

interface Telling {
  say: Say;
  language: Language;
}

/** How commands name the kinds of news. */
export const followKindWords: Readonly<Record<FollowKind, string>> = {
  moves: "chuyenbuoc",
  asked: "bosung",
  due: "denhen",
  late: "trehen",
  ready: "ketqua",
};

/** What one follows, with a press to stop each, and one to hear no more, or again, of each kind of news. */
export function followedAnswer(
  followed: readonly FollowedDossier[],
  unwanted: readonly FollowKind[],
  telling: Telling,
): Block[] {
  const { say, language } = telling;
  if (followed.length === 0)
    return [paragraph(say(language, "follow-list-empty"), "strong"), paragraph(say(language, "follow-how"))];
  return [
    paragraph(say(language, "follow-list", { count: followed.length }), "strong"),
    {
      kind: "list",
      items: followed.map(({ code, procedureName, status }) =>
        say(language, "follow-list-item", {
          code,
          procedure: procedureName,
          stage: say(language, `stage-${status}`),
        }),
      ),
    },
    paragraph(toldOf(unwanted, telling)),
    { kind: "buttons", buttons: [...stopButtons(followed, telling), ...kindButtons(unwanted, telling)] },
  ];
}

/** Of which kinds of news this person is told. */
export function toldOf(unwanted: readonly FollowKind[], { say, language }: Telling): string {
  const wanted = followKinds.filter((kind) => !unwanted.includes(kind));
  return wanted.length === 0
    ? say(language, "follow-told-nothing")
    : say(language, "follow-told-of", {
        kinds: wanted.map((kind) => say(language, `follow-kind-${kind}`)).join("; "),
      });
}

function stopButtons(followed: readonly FollowedDossier[], { say, language }: Telling): Button[] {
  const one = followed.map(({ code }) => ({
    label: say(language, "follow-button-stop-one", { code }),
    say: `/botheodoi ${code}`,
  }));
  const all = { label: say(language, "follow-button-stop-all"), say: "/botheodoi tatca" };
  return followed.length > 1 ? [...one, all] : one;
}

function kindButtons(unwanted: readonly FollowKind[], { say, language }: Telling): Button[] {
  return followKinds.map((one) => {
    const kind = say(language, `follow-kind-${one}`);
    return unwanted.includes(one)
      ? { label: say(language, "follow-button-on", { kind }), say: `/theodoi bat ${followKindWords[one]}` }
      : { label: say(language, "follow-button-off", { kind }), say: `/theodoi tat ${followKindWords[one]}` };
  });
}
