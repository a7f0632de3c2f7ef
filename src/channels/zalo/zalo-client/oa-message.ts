/** The message part of a call to /message/…, as Zalo's documentation writes it. */
export interface OaMessage {
  text?: string;
  quote_message_id?: string;
  attachment?: OaAttachment;
}

type OaAttachment =
  | { type: "template"; payload: { buttons: OaButton[] } }
  | {
      type: "template";
      payload: { template_type: "media"; elements: [{ media_type: "image" | "gif"; attachment_id: string }] };
    }
  | { type: "file"; payload: { token: string } };

type OaButton =
  | { title: string; type: "oa.query.hide" | "oa.query.show"; payload: string }
  | { title: string; type: "oa.open.url"; payload: { url: string } };

export interface Quota {
  /** reply (to a message of the person's), sub_quota, purchase_quota, reward_quota. */
  kind: string;
  remaining: number;
  total?: number;
}

export interface TemplateMessage {
  /** 84…, digits only. */
  phone: string;
  templateId: string;
  values: Record<string, string>;
  /** Comes back when it is delivered. */
  trackingId: string;
}
