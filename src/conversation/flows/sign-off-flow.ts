import type { Period } from "../../domain/statistics/period.ts";
import { namedPeriodAt, previousPeriod, progress } from "../../domain/statistics/periods.ts";
import { dayOf } from "../../domain/vietnam-time.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import { figuresAnswer } from "../answers/figures-answer.ts";
import { movedList, signedNote } from "../answers/signed-answer.ts";
import { actedIn } from "../acted-in.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { periodCommand } from "../period-command.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import { fold } from "../understanding/text/fold.ts";

/** `/chotso quy1 2021`: a leader freezes the figures that are being sent, after seeing them once more. */
export const signOffFlow: Flow = async (request, tools) => {
  const { speaker, language, now } = request;
  const { say, signedFigures, statistics } = tools;
  if (speaker.kind === "citizen" || speaker.staff.role === "officer")
    return tell(say(language, "sign-off-leaders-only"));
  const unread = request.understanding.entities.invalidPeriod;
  if (unread !== undefined) return tell(say(language, "figures-bad-period", { written: unread }));
  const question = questionOf(request, tools);
  const named = { period: showPeriod(say, language, question.period) };
  if (progress(question.period, now) !== "over") return tell(say(language, "sign-off-not-over", named));
  if (request.understanding.entities.period && /\bxac nhan\b/.test(fold(request.understanding.text))) {
    const signed = await signedFigures.signOff(question, { name: speaker.staff.fullName });
    if (!signed) return tell(say(language, "figures-no-data"));
    await tools.audit.record({
      ...actedIn(request),
      deed: "figures-signed-off",
      on: { kind: "snapshot", id: signed.id },
      detail: { from: question.period.from, to: question.period.to, unit: question.unitCode ?? null },
    });
    const { received, resolved } = signed.figures.dossiers;
    const told = { ...named, received: received.total, resolved: resolved.total, run: signed.id };
    return answer([paragraph(say(language, "sign-off-done", told), "strong")]);
  }
  const figures = await statistics.figures(question);
  if (!figures) return tell(say(language, "figures-no-data"));
  const known = await signedFigures.find(question);
  return answer([
    ...figuresAnswer(figures, { say, language }),
    ...(known ? signedNote(known, figures, { say, language }) : []),
    paragraph(say(language, known ? "sign-off-anew" : "sign-off-ask", named), "strong"),
    {
      kind: "buttons",
      buttons: [
        { label: say(language, "button-sign-off"), say: command("/chotso xac nhan", question.period) },
        { label: say(language, "button-no"), say: "/huy" },
      ],
    },
  ]);
};

const pageLength = 20;

/** `/dieuchinh quy1 2021`: what late corrections have moved since the figures were signed off, and which dossiers did. */
export const adjustmentsFlow: Flow = async (request, tools) => {
  const { speaker, language, now, understanding } = request;
  const { say, signedFigures, statistics } = tools;
  if (speaker.kind === "citizen") return tell(say(language, "adjustments-staff-only"));
  const question = questionOf(request, tools);
  const named = { period: showPeriod(say, language, question.period), days: showPeriodDays(question.period) };
  const signed = await signedFigures.find(question);
  const figures = signed && (await statistics.figures(question));
  if (!signed || !figures) return tell(say(language, "adjustments-not-signed", named));
  const page = Number(/\btrang (\d{1,5})\b/.exec(fold(understanding.text))?.[1] ?? "1");
  const offset = (page - 1) * pageLength;
  const { total, dossiers } = await signedFigures.moved(signed, { now, limit: pageLength, offset });
  const isMore = offset + dossiers.length < total;
  return answer([
    { kind: "heading", text: say(language, "adjustments-heading", named) },
    ...signedNote(signed, figures, { say, language }),
    ...(dossiers.length
      ? [
          paragraph(
            say(language, "adjustments-dossiers", {
              total,
              from: offset + 1,
              to: offset + dossiers.length,
            }),
          ),
          movedList(dossiers, { say, language }),
        ]
      : []),
    ...(isMore
      ? [
          {
            kind: "buttons" as const,
            buttons: [
              {
                label: say(language, "button-next-page"),
                say: command(`/dieuchinh trang ${page + 1}`, question.period),
              },
            ],
          },
        ]
      : []),
  ]);
};

/** Leads from the figures to what has moved them. */
export function adjustmentsButton(
  period: Period,
  { say, language }: Pick<FlowTools, "say"> & Pick<FlowRequest, "language">,
): Button {
  return { label: say(language, "button-adjustments"), say: command("/dieuchinh", period) };
}

/** The period named, else the last that is over; of the leader's own unit, which is the whole agency for those at its top. */
function questionOf(
  { understanding, now, speaker }: FlowRequest,
  { settings }: FlowTools,
): { period: Period; now: Date; unitCode?: string } {
  const period =
    understanding.entities.period ??
    previousPeriod(namedPeriodAt("quarter", dayOf(now), settings.periodBasis));
  const unitCode =
    understanding.entities.unit ?? (speaker.kind === "staff" ? speaker.staff.unitCode : undefined);
  return { period, now, ...(unitCode && { unitCode }) };
}

function command(name: string, period: Period): string {
  return periodCommand(period).replace("/thongke", name);
}

function tell(text: string): FlowResult {
  return answer([paragraph(text)]);
}

function answer(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
