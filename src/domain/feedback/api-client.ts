import type { FeedbackCase, FeedbackSource } from "./feedback.ts";

/** Another system that hands feedback in. */
export interface ApiClient {
  /** Lower-case letters, digits and hyphens. */
  name: string;
  source: Extract<FeedbackSource, "1022" | "open311" | "other">;
}

/** Which of its own cases a client asks for. Bounds are of the day of receipt; `to` is left out. */
export interface ClientCases {
  codes?: readonly string[];
  field?: string | null;
  isOpen?: boolean;
  from?: Date;
  to?: Date;
  limit: number;
  offset: number;
}

export interface ApiClientStore {
  /** Keeps a new client; false when the name is taken. */
  add(client: ApiClient & { keyDigest: string }, now: Date): Promise<boolean>;
  /** Undefined when no key has that digest, or it was revoked. */
  findByKey(keyDigest: string): Promise<ApiClient | undefined>;
  /** False when there is no such client, or it was revoked before. */
  revoke(name: string, now: Date): Promise<boolean>;
  list(): Promise<(ApiClient & { createdAt: Date; revokedAt: Date | null })[]>;
  /** What this client handed in itself, newest first. */
  cases(client: ApiClient, asked: ClientCases): Promise<FeedbackCase[]>;
}

/** The source code under which a client's own id is kept: two clients may use the same ids. */
export function sourceCodeOf(client: ApiClient, id: string): string {
  return `${client.name}:${id}`;
}
