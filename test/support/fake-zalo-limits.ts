/** A message as it stands in a call to /message/cs. */
export interface ZaloMessage {
  text?: string;
  quote_message_id?: string;
  attachment?: {
    type: string;
    payload: {
      buttons?: { title: string; type: string; payload: unknown }[];
      template_type?: string;
      elements?: { attachment_id?: string }[];
      token?: string;
    };
  };
}

const buttonTypes = ["oa.open.url", "oa.query.show", "oa.query.hide", "oa.open.phone", "oa.open.sms"];

/** What is wrong with a message by Zalo's rules; undefined when nothing is. */
export function faultOf({ text, attachment, ...rest }: ZaloMessage): string | undefined {
  const unknown = Object.keys(rest).filter((key) => key !== "quote_message_id");
  if (unknown.length) return `unknown fields ${unknown.join(", ")}`;
  if (text === undefined && !attachment) return "message is empty";
  if (text !== undefined && !text.trim()) return "text is empty";
  if (text !== undefined && text.length > 2000) return "text is longer than 2000 characters";
  if (text !== undefined && /\p{Cs}/u.test(text)) return "text is not valid UTF-8";
  return attachment && faultOfButtons(attachment);
}

function faultOfButtons({ type, payload }: NonNullable<ZaloMessage["attachment"]>): string | undefined {
  if (type === "file") return payload.token ? undefined : "file without token";
  if (type !== "template") return `unknown attachment type ${type}`;
  if (payload.template_type) return payload.template_type === "media" ? undefined : "unknown template type";
  const buttons = payload.buttons ?? [];
  if (buttons.length < 1 || buttons.length > 5) return `${buttons.length} buttons`;
  for (const button of buttons) {
    if (!buttonTypes.includes(button.type)) return `unknown button type ${button.type}`;
    if (!button.title.trim() || button.title.length > 100) return "title must be 1 to 100 characters";
    const isQuery = button.type.startsWith("oa.query.");
    if (isQuery && (typeof button.payload !== "string" || button.payload.length > 1000))
      return "payload must be text of at most 1000 characters";
  }
  return undefined;
}
