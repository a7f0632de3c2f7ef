import {
  definitionOf,
  figureDefinitions,
  type FigureDefinition,
} from "../../domain/statistics/figure-definitions.ts";
import { figureMeasures, type FigureMeasure } from "../../domain/statistics/figure-measures.ts";
import { handlingTimeOf } from "../../domain/statistics/handling-time.ts";
import { nearestPeriod, touches } from "../../domain/statistics/nearest-period.ts";
import { namedPeriodAt } from "../../domain/statistics/periods.ts";
import { dayOf } from "../../domain/vietnam-time.ts";
import { definitionAnswer } from "../answers/definition-answer.ts";
import { figuresTopic } from "../figures/asked-of.ts";
import { figureButton } from "../figures/figure-buttons.ts";
import type { Flow, FlowRequest, FlowTools } from "../flow.ts";
import { paragraph, type Button } from "../reply.ts";
import { fold } from "../understanding/text/fold.ts";

const definitions = Object.keys(figureDefinitions) as FigureDefinition[];

/** The most telling first. */
const named: readonly (readonly [RegExp, FigureMeasure | FigureDefinition])[] = [
  [/\btren so (tiep )?nhan\b|\bof what was received\b/, "onlineRateOfReceived"],
  [/\btren so phai\b|\bof what was to be handled\b/, "onlineRateOfHandled"],
  [/\b(truc tuyen|online)\b/, "onlineRate"],
  [/\b(ty|ti) le (giai quyet )?(dung|truoc)|\bon.time rate\b/, "onTimeRate"],
  [/\b(phan anh|kien nghi|feedback)\b/, "feedback"],
  [/\b(nhiem vu|assignments?)\b/, "assignments"],
  [
    /\b(thoi gian|trung vi|trung binh|phan vi|ngay lam viec|median|percentile|handling time)\b/,
    "handlingTime",
  ],
  [/\b(qua han|tre|tre han|cham|late|overdue)\b/, "late"],
  [/\b(truoc han|som han|early)\b/, "early"],
  [/\b(dung han|dung hen|on time)\b/, "onTime"],
  [/\b(ky truoc|chuyen sang|carried over)\b/, "carriedOver"],
  [/\b(phai giai quyet|to be handled)\b/, "handled"],
  [/\b(dang giai quyet|ton|ton dong|open|backlog)\b/, "open"],
  [/\b(da giai quyet|giai quyet|resolved)\b/, "resolved"],
  [/\b(tiep nhan|nhan|received)\b/, "received"],
];

/** `/dinhnghia`, "cách tính", "tỷ lệ trực tuyến tính thế nào": any figure explained, with the numbers of the period talked of. */
export const figureDefinitionFlow: Flow = async (request, tools) => {
  const { language, now } = request;
  const { say, statistics, dossierLists, calendars, settings } = tools;
  const topic = figuresTopic(request, tools);
  const definition = asked(request, tools);
  const others = definitions
    .filter((each) => each !== definition)
    .map((each) => definitionButton(each, request, tools));
  if (definition === undefined)
    return {
      replies: [
        {
          blocks: [
            paragraph(say(language, "definition-choose"), "strong"),
            { kind: "buttons", buttons: others },
          ],
        },
      ],
      state: { topic: request.state.topic },
    };
  const running = namedPeriodAt("quarter", dayOf(now), settings.periodBasis);
  const extent = await statistics.extent();
  const nearest = extent && !touches(running, extent) ? nearestPeriod(running, extent) : running;
  const period = topic?.period ?? nearest;
  // Whoever is of the public is told the agency's figures alone.
  const unitCode = request.speaker.kind === "staff" ? topic?.unitCode : undefined;
  const question = { period, now, ...(unitCode === undefined ? {} : { unitCode }) };
  const figures = await statistics.figures(question);
  if (!figures) return { replies: [{ blocks: [paragraph(say(language, "figures-no-data"))] }] };
  const time = handlingTimeOf(await dossierLists.handledSpans(question), calendars.of());
  const back = topic ? figureButton("button-back-to-figure", topic, { say, language }) : [];
  const buttons = [...back, { label: say(language, "button-other-definitions"), say: "/dinhnghia tat ca" }];
  return {
    replies: [
      {
        blocks: [
          ...definitionAnswer(definition, figures, time, { say, language }),
          { kind: "buttons", buttons },
        ],
      },
    ],
    state: { topic: request.state.topic },
  };
};

/** What the words name, else what was shown last. */
function asked(request: FlowRequest, tools: FlowTools): FigureDefinition | undefined {
  const text = request.understanding.text;
  if (/^\/dinhnghia tat ca$/.test(text)) return undefined;
  const chosen = tools.settings.onlineRate;
  const tag = /\bm=(\w+)/.exec(text)?.[1];
  const tagged = [...definitions, ...figureMeasures].find((name) => name === tag);
  const words = fold(text);
  const said = tagged ?? named.find(([sign]) => sign.test(words))?.[1];
  const meant = said ?? figuresTopic(request, tools)?.measure;
  if (meant === undefined) return undefined;
  const own = definitions.find((each) => each === meant);
  return own ?? definitionOf(meant as FigureMeasure, chosen);
}

function definitionButton(
  definition: FigureDefinition,
  { language }: FlowRequest,
  { say }: FlowTools,
): Button {
  return { label: say(language, `definition-${definition}-name`), say: `/dinhnghia m=${definition}` };
}
