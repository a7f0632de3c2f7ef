import type { ListQuestion } from "../domain/statistics/report-source.ts";
import type { Language } from "../wording/wording.ts";
import type { FileBlock } from "./reply.ts";

export const listFormats = ["xlsx", "csv"] as const;
export type ListFormat = (typeof listFormats)[number];

/** A sheet holds more, but nobody reads as many. */
export const mostListed = 50_000;

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
