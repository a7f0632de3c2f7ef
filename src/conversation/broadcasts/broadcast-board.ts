import type { Act } from "../../domain/audit/act.ts";

/** Whom a broadcast is for: everyone who follows a dossier, or this one; all staff, or those of a unit and all below it. */
export type Audience =
  | { kind: "followers"; dossierCode?: string }
  | { kind: "staff" }
  | { kind: "unit"; unitCode: string };

export interface Broadcast {
  audience: Audience;
  /** As it was written; empty lines part its paragraphs. */
  text: string;
  /** What was not sent by then is not sent any more. */
  expiresAt: Date | null;
}

/** A broadcast, and how far it is, in people. */
export interface BroadcastProgress extends Broadcast {
  id: number;
  /** A username, or an operator's account; null where nobody noted it. */
  startedBy: string | null;
  status: "running" | "paused" | "cancelled" | "finished";
  createdAt: Date;
  total: number;
  /** Handed to delivery, whatever came of it. */
  written: number;
  sent: number;
  /** On no channel, or refused by theirs. */
  undeliverable: number;
  expired: number;
}

export type BroadcastStart =
  | { kind: "started"; id: number; total: number }
  /** There is no such unit or dossier, or nobody to be told. */
  | { kind: "nobody" };

/** Whoever does something with a broadcast; it is in the audit. */
export type BroadcastAct = Pick<Act, "by" | "channel" | "at">;

/** What an operator does with broadcasts. */
export interface BroadcastBoard {
  /** How many people it would be for now. */
  count(audience: Audience): Promise<number>;
  /**
   * Notes whom it is for now; who comes later is not told. The same order given twice, by its `key`, is one broadcast.
   */
  start(broadcast: Broadcast, act: BroadcastAct, key?: string): Promise<BroadcastStart>;
  /** Newest first. */
  list(): Promise<BroadcastProgress[]>;
  /** Holds back what was not sent yet. False when it is not running. */
  pause(id: number, act: BroadcastAct): Promise<boolean>;
  /** False when it is not paused. */
  resume(id: number, act: BroadcastAct): Promise<boolean>;
  /** Nothing more of it is sent, ever. False when it is over already. */
  cancel(id: number, act: BroadcastAct): Promise<boolean>;
}
