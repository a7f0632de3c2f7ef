import { z } from "zod";
import type { App } from "./app.ts";
import type { AttachmentSource } from "./conversation/attachments/fetch-attachments.ts";
import { listFormats, mostListed, type ListOrder, type OrderList } from "./conversation/list-orders.ts";
import { createAttachmentStore } from "./persistence/attachment-store.ts";
import type { Sql } from "./persistence/database.ts";
import { createFigureRunStore } from "./persistence/figure-run-store.ts";
import {
  dossierListFile,
  listFileCaption,
  listFileName,
  listMediaTypes,
} from "./reports/dossier-list-file.ts";
import type { Say } from "./wording/wording.ts";

/** Before the order itself in the ref of an attachment that is yet to be written. */
export const listScheme = "list";

const orderSchema = z.object({
  format: z.enum(listFormats),
  question: z.custom<ListOrder["question"]>((question) => typeof question === "object"),
  scope: z.string(),
  total: z.number(),
  language: z.enum(["vi", "en"]),
});

/** Orders lists of dossiers as attachments. */
export function createOrderList(sql: Sql, say: Say): OrderList {
  return async (order) => {
    const { format, language, question } = order;
    const speech = { say, language };
    const name = listFileName(order, speech);
    const mediaType = listMediaTypes[format];
    const attachmentId = await createAttachmentStore(sql).order(
      { kind: "file", ref: `${listScheme}:${JSON.stringify(order)}`, name, mediaType },
      question.now,
    );
    const caption = listFileCaption(order, speech);
    const otherwise = say(language, "report-file-otherwise");
    return { kind: "file", attachmentId, mediaType, name, caption, otherwise };
  };
}

/** Writes what was ordered. */
export function createListWriting(app: App): AttachmentSource {
  return {
    async fetch(ref) {
      const { question, ...order } = orderSchema.parse(JSON.parse(ref.slice(listScheme.length + 1)));
      const asked = { ...question, now: new Date(question.now) };
      const { period, now, unitCode } = asked;
      const ofUnit = unitCode === undefined ? {} : { unitCode };
      const read = await app.reports.atOneMoment(async (reader) => ({
        figures: await reader.statistics.figures({ period, now, ...ofUnit }),
        dossiers: await reader.dossiers.list({ ...asked, limit: mostListed }),
      }));
      const { figures, dossiers } = read;
      if (!figures) return { kind: "gone", reason: "there is no such unit any more" };
      await createFigureRunStore(app.database).keep({ askedAt: now, ...ofUnit, figures });
      const speech = { say: app.say, language: order.language };
      const bytes = await dossierListFile({ ...order, question: asked }, { figures, dossiers }, speech);
      return { kind: "content", content: Buffer.from(bytes) };
    },
  };
}
