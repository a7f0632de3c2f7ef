import type { ApiClient, ClientCases } from "../../domain/feedback/api-client.ts";
import type { FeedbackCase } from "../../domain/feedback/feedback.ts";

/** A request as it was handed in and read. */
export interface HandedIn {
  /** The client's own id of it; a second one with the same id is the first. */
  clientId: string;
  /** Null: none that the agency knows. */
  field: string | null;
  description: string;
  address?: string;
  latitude?: number;
  longitude?: number;
  senderName?: string;
  senderPhone?: string;
}

/** What the Open311 interface needs of the rest. Everything throws StoreUnavailableError when the database is away. */
export interface Open311Ports {
  /** Whose key this is; undefined when nobody's. */
  client(apiKey: string): Promise<ApiClient | undefined>;
  /** Names of the fields that feedback may be about. */
  fields(): Promise<{ id: number; name: string }[]>;
  file(client: ApiClient, request: HandedIn): Promise<FeedbackCase>;
  cases(client: ApiClient, asked: ClientCases): Promise<FeedbackCase[]>;
}
