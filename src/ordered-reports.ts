import { z } from "zod";
import type { App } from "./app.ts";
import type { AttachmentSource } from "./conversation/attachments/fetch-attachments.ts";
import type { OrderReport, ReportOrder } from "./conversation/report-orders.ts";
import type { ReportReader } from "./domain/statistics/report-source.ts";
import { chartKinds } from "./domain/statistics/report-kinds.ts";
import { createAttachmentStore } from "./persistence/attachment-store.ts";
import type { Sql } from "./persistence/database.ts";
import { createFigureRunStore } from "./persistence/figure-run-store.ts";
import { createReportReader } from "./persistence/report-source.ts";
import { altText, plotChart } from "./reports/charts/plot-chart.ts";
import { reportFile, reportMediaTypes } from "./reports/report-file.ts";
import { reportFileName } from "./wording/report-file-name.ts";
import { showPeriod, showPeriodDays } from "./wording/show-period.ts";
import type { Say } from "./wording/wording.ts";

/** Before the order itself in the ref of an attachment that is yet to be drawn. */
export const reportScheme = "report";

const orderSchema = z.object({
  report: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("xlsx") }),
    z.object({ kind: z.literal("docx") }),
    z.object({ kind: z.literal("png"), chart: z.enum(chartKinds) }),
  ]),
  period: z.custom<ReportOrder["period"]>((period) => typeof period === "object"),
  unitCode: z.string().optional(),
  now: z.coerce.date(),
  language: z.enum(["vi", "en"]),
});

/** Orders reports as attachments; what the chart finds is told at once, for whoever cannot see it. */
export function createOrderReport(sql: Sql, say: Say): OrderReport {
  const reader = createReportReader(sql);
  return async (order) => {
    const { report, language, now } = order;
    const name = reportFileName(say, language, report, order);
    const mediaType = reportMediaTypes[report.kind];
    const caption = await captionOf(order, reader, say);
    if (caption === undefined) return undefined;
    const attachmentId = await createAttachmentStore(sql).order(
      {
        kind: report.kind === "png" ? "photo" : "file",
        ref: `${reportScheme}:${JSON.stringify(order)}`,
        name,
        mediaType,
      },
      now,
    );
    const otherwise = say(language, "report-file-otherwise");
    return { kind: "file", attachmentId, mediaType, name, caption, otherwise };
  };
}

async function captionOf(order: ReportOrder, reader: ReportReader, say: Say): Promise<string | undefined> {
  const { report, period, language } = order;
  if (report.kind !== "png") return `${showPeriod(say, language, period)} (${showPeriodDays(period)})`;
  const speech = { say, language };
  const chart = await plotChart(report.chart, order, reader, speech);
  return chart && altText(chart, speech);
}

/** Draws what was ordered. */
export function createReportDrawing(app: App): AttachmentSource {
  return {
    async fetch(ref) {
      const order = orderSchema.parse(JSON.parse(ref.slice(reportScheme.length + 1)));
      const { report, period, unitCode, now, language } = order;
      const question = { period, now, ...(unitCode === undefined ? {} : { unitCode }) };
      const { letterhead } = await app.settings.read();
      const tools = { source: app.reports, letterhead, speech: { say: app.say, language } };
      const file = await reportFile(report, question, tools);
      const asked = { askedAt: now, ...(unitCode !== undefined && { unitCode }) };
      if (file) await createFigureRunStore(app.database).keep({ ...asked, figures: file.figures });
      return file
        ? { kind: "content", content: Buffer.from(file.bytes) }
        : { kind: "gone", reason: "there is no such unit any more" };
    },
  };
}
