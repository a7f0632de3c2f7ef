import type { DossierStatus } from "./dossier.ts";
import type { DossierStore } from "./dossier-store.ts";
import { lookUpDossier, type PublicDossier } from "./look-up-dossier.ts";

/** What followers hear of: any step, papers or a fee asked for, the day before it is due, that it is late, the result. */
export const followKinds = ["moves", "asked", "due", "late", "ready"] as const;
export type FollowKind = (typeof followKinds)[number];

/** So many dossiers one person may follow. */
export const mostFollowed = 50;

export interface FollowedDossier {
  code: string;
  procedureName: string;
  status: DossierStatus;
}

/** Who follows what. Conversations that were joined are one person: what one of them follows, all of them follow. */
export interface FollowStore {
  /** Newest first. */
  followed(conversationId: string): Promise<FollowedDossier[]>;
  /** What happened until now is no news. Following again changes nothing. */
  follow(conversationId: string, code: string, now: Date): Promise<void>;
  /** False when it was not followed. */
  unfollow(conversationId: string, code: string): Promise<boolean>;
  /** The kinds of news that this person does not want. */
  unwanted(conversationId: string): Promise<FollowKind[]>;
  setWanted(conversationId: string, kind: FollowKind, isWanted: boolean): Promise<void>;
}

export type FollowOutcome =
  | { kind: "following"; dossier: PublicDossier; isNew: boolean }
  | { kind: "not-shown" }
  | { kind: "too-many" };

/** Follows a dossier, for whoever may see its status: news tells no more than the status does. */
export async function followDossier(
  { code, conversationId, now }: { code: string; conversationId: string; now: Date },
  { dossiers, follows }: { dossiers: DossierStore; follows: FollowStore },
): Promise<FollowOutcome> {
  const outcome = await lookUpDossier(code, dossiers);
  if (outcome.kind === "not-shown") return outcome;
  const followed = await follows.followed(conversationId);
  const isNew = !followed.some((one) => one.code === code);
  if (isNew && followed.length >= mostFollowed) return { kind: "too-many" };
  if (isNew) await follows.follow(conversationId, code, now);
  return { kind: "following", dossier: outcome.dossier, isNew };
}
