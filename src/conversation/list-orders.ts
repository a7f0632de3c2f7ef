import type { ListQuestion } from "../domain/statistics/report-source.ts";
import type { Language } from "../wording/wording.ts";
import type { FileBlock } from "./reply.ts";

export const listFormats = ["xlsx", "csv"] as const;
export type ListFormat = (typeof listFormats)[number];

/** The dossiers behind a figure, to be had as a file; `scope` says of which dossiers, in words. */
export interface ListOrder {
  format: ListFormat;
  question: ListQuestion;
  scope: string;
  /** How many were shown. */
  total: number;
  language: Language;
}

/** Has a list written as a file, beside the turn. */
export type OrderList = (order: ListOrder) => Promise<FileBlock>;
