import { showDay, dayOf } from "../vietnam-time.ts";
import type { FeedbackCase } from "./feedback.ts";

/** What a text is a beginning for: what the person is told in the end, or asked in between. */
export const templateOutcomes = ["answer", "refuse", "forward", "ask-citizen"] as const;
export type TemplateOutcome = (typeof templateOutcomes)[number];

/** What a text may leave open, as it is written there: `{ma}`. */
export const templateSlots = ["ma", "ngay_nhan", "linh_vuc", "don_vi", "can_bo", "nguoi_gui"] as const;
type Slot = (typeof templateSlots)[number];

/** A text to begin with, for one outcome, of one field or of all. */
export interface ReplyTemplate {
  /** Digits; each version has its own. */
  id: string;
  /** The same for all versions of one text. */
  line: string;
  outcome: TemplateOutcome;
  /** Null: for every field. */
  field: string | null;
  name: string;
  text: string;
  writtenAt: Date;
  /** A name. */
  writtenBy: string;
  /** Null: in force. */
  endedAt: Date | null;
}

export type TemplateDraft = Pick<ReplyTemplate, "outcome" | "field" | "name" | "text">;

/** What is wrong with a text before it is kept. */
export type TemplateFault =
  | { because: "name-missing" }
  | { because: "name-long" }
  | { because: "text-missing" }
  | { because: "text-long" }
  | { because: "unknown-slots"; slots: string[] };

/** Keeps texts with all their versions, inside the caller's transaction. Its functions throw StoreUnavailableError. */
export interface ReplyTemplateStore {
  /** Those in force, by outcome and name. */
  list(): Promise<ReplyTemplate[]>;
  /** A new one, or the next version of a line. Undefined: that line is not in force. */
  keep(draft: TemplateDraft & { line?: string }, by: string, now: Date): Promise<ReplyTemplate | undefined>;
  /** From now on it is not offered. False: that line is not in force. */
  end(line: string, by: string, now: Date): Promise<boolean>;
  /** All versions of a line, the newest first. */
  history(line: string): Promise<ReplyTemplate[]>;
  /** The last version of each line that is not offered any more, the latest ended first. */
  ended(limit: number): Promise<ReplyTemplate[]>;
}

/** A name stands on a button, a text goes into one answer. */
const longest = { name: 80, text: 4_000 } as const;

export function faultsOf({ name, text }: TemplateDraft): TemplateFault[] {
  const unknown = slotsIn(text).filter((slot) => !templateSlots.some((known) => known === slot));
  return [
    ...(name.trim() === "" ? [{ because: "name-missing" } as const] : []),
    ...(name.trim().length > longest.name ? [{ because: "name-long" } as const] : []),
    ...(text.trim() === "" ? [{ because: "text-missing" } as const] : []),
    ...(text.trim().length > longest.text ? [{ because: "text-long" } as const] : []),
    ...(unknown.length ? [{ because: "unknown-slots", slots: unknown } as const] : []),
  ];
}

/** Those that suit a case, its own field's before those for every field. */
export function templatesFor(
  { field }: Pick<FeedbackCase, "field">,
  outcome: TemplateOutcome,
  templates: readonly ReplyTemplate[],
): ReplyTemplate[] {
  const suits = templates.filter(
    (template) => template.outcome === outcome && (template.field === null || template.field === field),
  );
  return suits.toSorted((a, b) => Number(a.field === null) - Number(b.field === null));
}

/** The text with what is known of the case; what is not known stays open to be written, and the sender is never named against their wish. */
export function fillTemplate(text: string, matter: FeedbackCase): string {
  const known: Record<Slot, string | null> = {
    ma: matter.code,
    ngay_nhan: showDay(dayOf(matter.receivedAt)),
    linh_vuc: matter.field,
    don_vi: matter.unitName,
    can_bo: matter.officerName,
    nguoi_gui: matter.privacy === "anonymous" ? null : matter.senderName,
  };
  return text.replaceAll(/\{(\w+)\}/g, (whole, slot: string) =>
    Object.hasOwn(known, slot) ? (known[slot as Slot] ?? "…") : whole,
  );
}

function slotsIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/\{([^{}]*)\}/g), ([, slot]) => slot!))];
}
