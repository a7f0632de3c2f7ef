import type { Period } from "../../domain/statistics/period.ts";
import { chartKinds, type ReportKind } from "../../domain/statistics/report-kinds.ts";
import { actedIn } from "../acted-in.ts";
import type { FlowRequest, FlowTools } from "../flow.ts";
import { periodCommand } from "../period-command.ts";
import { paragraph, type Block, type Button, type Reply } from "../reply.ts";

/** What is asked for: a period of a unit with all below it, or of the whole agency. */
interface FiguresQuery {
  period: Period;
  now: Date;
  unitCode?: string;
}

/** A period as a file; for staff only, for the form lists the dossiers behind the figures. */
export async function reportFileReply(
  report: ReportKind,
  query: FiguresQuery,
  request: FlowRequest,
  { say, orderReport, audit, settings }: FlowTools,
): Promise<Reply> {
  const { speaker, language } = request;
  if (speaker.kind === "citizen" && report.kind !== "png")
    return { blocks: [paragraph(say(language, "report-file-staff-only"))] };
  if (report.kind !== "png" && settings.identity.fourEyes.includes("export"))
    return { blocks: [paragraph(say(language, "export-awaits-second"))] };
  const file = await orderReport({ ...query, report, language });
  if (!file) return { blocks: [paragraph(say(language, "figures-no-unit", { unit: query.unitCode ?? "" }))] };
  if (speaker.kind === "staff")
    await audit.record({
      ...actedIn(request),
      deed: "report-exported",
      on: { kind: "report", id: `${report.kind} ${query.period.from}..${query.period.to}` },
      detail: { unit: query.unitCode ?? null },
    });
  const others = report.kind === "png" ? otherCharts(query, report.chart, language, say) : [];
  return { blocks: [file, ...others] };
}

/** The picture that goes with the figures, where a file can be shown; nothing where it cannot. */
export async function pictureReply(
  query: FiguresQuery,
  { language }: FlowRequest,
  { orderReport }: FlowTools,
): Promise<Reply[]> {
  const file = await orderReport({ ...query, report: { kind: "png", chart: "outcome" }, language });
  return file ? [{ blocks: [file] }] : [];
}

/** The official form and the narrative report, one tap away. */
export function fileButtons(
  period: Period,
  language: FlowRequest["language"],
  say: FlowTools["say"],
): Button[] {
  return [
    { label: say(language, "button-report-xlsx"), say: fileCommand("xlsx", period) },
    { label: say(language, "button-report-docx"), say: fileCommand("docx", period) },
    { label: say(language, "button-report-png"), say: fileCommand("png mode", period) },
  ];
}

function otherCharts(
  { period }: FiguresQuery,
  shown: string,
  language: FlowRequest["language"],
  say: FlowTools["say"],
): Block[] {
  const buttons = chartKinds
    .filter((kind) => kind !== shown)
    .map((kind) => ({
      label: say(language, "button-chart", { chart: say(language, `chart-name-${kind}`) }),
      say: fileCommand(`png ${kind}`, period),
    }));
  return [{ kind: "buttons", buttons }];
}

/** `/xuat docx quy 1/2021`: reads back as the same file of the same period. */
function fileCommand(kind: string, period: Period): string {
  return periodCommand(period).replace("/thongke", `/xuat ${kind}`);
}
