import { createHash } from "node:crypto";

/** One call of the webhook, ready to be posted. */
export interface ZaloCall {
  body: string;
  headers: Record<string, string>;
}

/** Writes and signs the events that Zalo posts for one app and one Official Account. */
export class ZaloEvents {
  readonly oaSecretKey = "secret-key-of-the-account";
  private readonly appId: string;
  private readonly clock: () => Date;
  private next = 1;

  constructor(appId: string, clock: () => Date) {
    this.appId = appId;
    this.clock = clock;
  }

  messageId(): string {
    return `msg-${this.next++}`;
  }

  /** An event from a person to the account; `fields` replace and add. */
  from(userId: string, name: string, fields: object = {}): ZaloCall {
    return this.sign({
      app_id: this.appId,
      user_id_by_app: `app-${userId}`,
      sender: { id: userId },
      recipient: { id: "oa-1" },
      event_name: name,
      timestamp: String(this.clock().getTime()),
      ...fields,
    });
  }

  follow(name: "follow" | "unfollow", userId: string): ZaloCall {
    return this.sign({
      app_id: this.appId,
      oa_id: "oa-1",
      source: "qr",
      follower: { id: userId },
      event_name: name,
      timestamp: String(this.clock().getTime()),
    });
  }

  sign(event: { timestamp: string; [field: string]: unknown }, key = this.oaSecretKey): ZaloCall {
    const body = JSON.stringify(event);
    const mac = createHash("sha256")
      .update(this.appId + body + event.timestamp + key)
      .digest("hex");
    return {
      body,
      headers: { "content-type": "application/json", "x-zevent-signature": `mac=${mac}` },
    };
  }
}
