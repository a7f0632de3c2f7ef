import type { Period } from "../statistics/period.ts";
import type { Day } from "../vietnam-time.ts";
import { targetIndicators, type TargetIndicator } from "./target-indicators.ts";

/** What an indicator is to reach, as a document lays it down: at least this much. */
export interface TargetTerms {
  indicator: TargetIndicator;
  /** A unit with all below it; the whole agency when null. */
  unitCode: string | null;
  /** Both days belong to it; without a last day it holds until it is ended. */
  validFrom: Day;
  validTo: Day | null;
  /** Above 0, at most 1. */
  value: number;
  /** The document that sets it: number, day, whose. */
  source: string;
}

/** One version of a target. Versions that were revised or ended stay, with who did it. */
export interface Target extends TargetTerms {
  /** Digits. */
  id: string;
  unitName: string | null;
  setAt: Date;
  /** A name. */
  setBy: string;
  /** When and by whom a later version took its place; null while it counts. */
  supersededAt: Date | null;
  supersededBy: string | null;
}

export interface TargetInForce {
  indicator: TargetIndicator;
  target: number;
  source: string;
}

export interface TargetQuery {
  /** Only this unit's own; null for those of the whole agency. */
  unitCode?: string | null;
  indicator?: TargetIndicator;
  /** Also the versions that no longer count. */
  withHistory?: boolean;
}

export type TargetChange =
  /** `replaced` is the version that counted before. */
  | { kind: "set"; target: Target; replaced?: Target }
  | { kind: "unchanged"; target: Target }
  | { kind: "no-unit" }
  /** Somebody else has revised or ended that version meanwhile, or there never was one. */
  | { kind: "gone" }
  /** Another target already counts for the very same unit, indicator and days. */
  | { kind: "taken"; target: Target };

export type TargetEnd = { kind: "ended" } | { kind: "gone" };

export interface TargetChanger {
  /** A name. */
  by: string;
  now: Date;
}

/** The targets of the deployment. Its functions throw StoreUnavailableError. */
export interface TargetStore {
  /** By unit (the agency first), indicator and first day; of versions of one target the newest first. */
  list(query?: TargetQuery): Promise<Target[]>;
  /** The one target of each indicator that counts for a period of a unit; of the root unit when `unitCode` is absent. */
  inForce(question: { period: Period; unitCode?: string }): Promise<TargetInForce[]>;
  find(id: string): Promise<Target | undefined>;
  /** Adds a target, or a newer version of the one that counts for the same unit, indicator and days. */
  set(terms: TargetTerms, changer: TargetChanger): Promise<TargetChange>;
  /** Puts other terms in the place of this version. */
  revise(id: string, terms: TargetTerms, changer: TargetChanger): Promise<TargetChange>;
  /**
   * Lets it count until the end of a day; before its first day, or without a day, it never counted: a mistake taken back.
   */
  end(id: string, on: Day | null, changer: TargetChanger): Promise<TargetEnd>;
}

export type TargetFault = "indicator" | "value" | "days" | "source";

export const longestTargetSource = 300;

/** What is wrong with terms that somebody wrote down; nothing when they can be set. */
export function targetFaults({ indicator, value, validFrom, validTo, source }: TargetTerms): TargetFault[] {
  const length = source.trim().length;
  return [
    ...(targetIndicators.includes(indicator) ? [] : (["indicator"] as const)),
    ...(value > 0 && value <= 1 ? [] : (["value"] as const)),
    ...(validTo === null || validTo >= validFrom ? [] : (["days"] as const)),
    ...(length > 0 && length <= longestTargetSource ? [] : (["source"] as const)),
  ];
}
