import { settledStatuses } from "../../domain/dossiers/dossier.ts";
import type { FollowFacts, FollowNoticeKind } from "../../domain/dossiers/tell-followers.ts";
import { showDay } from "../../domain/vietnam-time.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import { paragraph, type Block } from "../reply.ts";
import type { Composer, ComposingContext } from "./composer.ts";

/** What followers of a dossier are told of it, one composer a kind; nothing of it tells who applied. */
export const followComposers: Record<FollowNoticeKind, Composer> = {
  "dossier-moves": composer(sayMove),
  "dossier-asked": composer(sayStatus),
  "dossier-ready": composer(sayStatus),
  "dossier-due": composer(({ code, status, dueAt }, context) => {
    const { say, language } = context;
    return [
      paragraph(say(language, "follow-due-soon", { code, due: moment(dueAt, context) }), "strong"),
      paragraph(say(language, "follow-due-soon-stage", { stage: say(language, `stage-${status}`) })),
    ];
  }),
  "dossier-late": composer(({ code, unitName, dueAt, isApologised }, context) => {
    const { say, language } = context;
    const due = moment(dueAt, context);
    return isApologised
      ? [
          paragraph(say(language, "follow-late-again", { code, due }), "strong"),
          paragraph(say(language, "follow-late-again-rights", { unit: unitName })),
        ]
      : [
          paragraph(say(language, "follow-late", { code, due }), "strong"),
          paragraph(say(language, "follow-late-rights")),
        ];
  }),
  "dossier-apology": composer(({ code, apology }, { say, language }) => [
    paragraph(say(language, "follow-apology", { code })),
    paragraph(
      say(language, "apology-told", { reason: apology!.reason, day: showDay(apology!.newDueOn) }),
      "strong",
    ),
  ]),
};

function composer(compose: (facts: FollowFacts, context: ComposingContext) => Block[]): Composer {
  return (planned, context) => {
    const { say, language } = context;
    const facts = planned as unknown as FollowFacts;
    const { code, isDemonstration } = facts;
    return {
      blocks: [
        ...compose(facts, context),
        ...(isDemonstration ? [paragraph(say(language, "demonstration-mark"), "muted")] : []),
        {
          kind: "buttons",
          buttons: [
            { label: say(language, "follow-button-status"), say: `/tracuu ${code}` },
            { label: say(language, "follow-button-stop"), say: `/botheodoi ${code}` },
          ],
        },
      ],
    };
  };
}

/** Where it is now, and what is to be done. */
function sayStatus(facts: FollowFacts, context: ComposingContext): Block[] {
  const { code, unitName, procedureFee, status, dueAt } = facts;
  const { say, language } = context;
  const next =
    status === "awaiting-fee" && procedureFee
      ? say(language, "next-awaiting-fee-amount", { fee: procedureFee })
      : say(language, `next-${status}`, { unit: unitName });
  const due = moment(dueAt, context);
  const isOpen = !settledStatuses.includes(status);
  return [
    paragraph(say(language, `status-${status}`, { code, unit: unitName }), "strong"),
    paragraph(next),
    ...(isOpen && dueAt ? [paragraph(say(language, "follow-due", { due }))] : []),
  ];
}

/** The due date alone has moved, or the dossier has. */
function sayMove(facts: FollowFacts, context: ComposingContext): Block[] {
  return facts.isStatusKept ? sayMovedDue(facts, context) : sayStatus(facts, context);
}

/** Whoever has to wait longer is owed an apology (NĐ 61/2018/NĐ-CP, art. 19.9). */
function sayMovedDue({ code, dueAt, earlierDueAt }: FollowFacts, context: ComposingContext): Block[] {
  const { say, language } = context;
  if (!dueAt) return [paragraph(say(language, "follow-no-due", { code }), "strong")];
  const later = moment(dueAt, context);
  if (!earlierDueAt) return [paragraph(say(language, "follow-new-due", { code, due: later }), "strong")];
  const earlier = moment(earlierDueAt, context);
  return [
    paragraph(say(language, "follow-moved-due", { code, earlier, later }), "strong"),
    ...(dueAt > earlierDueAt ? [paragraph(say(language, "follow-moved-due-late"))] : []),
  ];
}

/** Empty when there is none. */
function moment(at: string | null, { say, language }: ComposingContext): string {
  return at === null ? "" : showMoment(say, language, new Date(at));
}
