import { z } from "zod";
import type { HttpRoot, RootRequest, UploadedFile } from "./http-root.ts";
import { readData } from "./zalo-answer.ts";
import { ZaloRefusal } from "./zalo-errors.ts";

/** The access tokens that calls are made with. */
export interface AccessTokens {
  current(): Promise<string>;
  /** A token that is not the one Zalo refused. */
  renewed(refused: string): Promise<string>;
}

/** The message part of a call to /message/…, as Zalo's documentation writes it. */
export interface OaMessage {
  text?: string;
  quote_message_id?: string;
  attachment?: OaAttachment;
}

export type OaAttachment =
  | { type: "template"; payload: { buttons: OaButton[] } }
  | {
      type: "template";
      payload: { template_type: "media"; elements: [{ media_type: "image" | "gif"; attachment_id: string }] };
    }
  | { type: "file"; payload: { token: string } };

export type OaButton =
  | { title: string; type: "oa.query.hide" | "oa.query.show"; payload: string }
  | { title: string; type: "oa.open.url"; payload: { url: string } };

export interface Quota {
  /** reply (to a message of the person's), sub_quota, purchase_quota, reward_quota. */
  kind: string;
  remaining: number;
  total?: number;
}

export interface Sent {
  messageId: string;
  quota?: Quota;
}

export interface TemplateMessage {
  /** 84…, digits only. */
  phone: string;
  templateId: string;
  values: Record<string, string>;
  /** Comes back when it is delivered. */
  trackingId: string;
}

/** Zalo's OpenAPI for Official Accounts and ZNS. Its calls throw ZaloRefusal and ZaloAwayError. */
export interface ZaloOaClient {
  /** Any call; a token that Zalo no longer takes is renewed, and the call made once more. */
  api<T>(data: z.ZodType<T>, request: RootRequest, root?: HttpRoot): Promise<T>;
  /** Tin tư vấn: free while it quotes a fresh message of the person's. */
  sendConsultation(userId: string, message: OaMessage): Promise<Sent>;
  uploadImage(file: UploadedFile): Promise<string>;
  uploadGif(file: UploadedFile): Promise<string>;
  uploadFile(file: UploadedFile): Promise<string>;
  getOa(): Promise<{ id: string; name: string }>;
  /** A paid message to a phone number, by an approved template. */
  sendZns(message: TemplateMessage): Promise<Sent>;
}

const text = z.union([z.string(), z.number()]).transform(String);
const count = z.coerce.number().int();

const sentSchema = z.object({
  message_id: text,
  quota: z
    .object({ quota_type: z.string(), remain: count, total: count.optional() })
    .transform(({ quota_type: kind, remain: remaining, total }) => ({
      kind,
      remaining,
      ...(total !== undefined && { total }),
    }))
    .optional()
    // Figures that cannot be read must not make a sent message look unsent.
    .catch(undefined),
});

const znsSentSchema = z.object({
  msg_id: text,
  quota: z
    .object({ remainingQuota: count, dailyQuota: count })
    .transform(({ remainingQuota, dailyQuota }) => ({
      kind: "zns",
      remaining: remainingQuota,
      total: dailyQuota,
    }))
    .optional()
    .catch(undefined),
});

const attachmentSchema = z.object({ attachment_id: text });
const fileSchema = z.object({ token: text });
const oaSchema = z.object({ oa_id: text, name: z.string() });

export function createZaloOaClient(options: {
  api: HttpRoot;
  zns: HttpRoot;
  tokens: AccessTokens;
}): ZaloOaClient {
  const { tokens, zns } = options;

  async function call<T>(data: z.ZodType<T>, request: RootRequest, root: HttpRoot, token: string) {
    const answer = await root.call({ ...request, headers: { access_token: token } });
    return readData(answer, data);
  }

  async function api<T>(data: z.ZodType<T>, request: RootRequest, root = options.api): Promise<T> {
    const token = await tokens.current();
    try {
      return await call(data, request, root, token);
    } catch (error) {
      if (!(error instanceof ZaloRefusal && error.reason === "token-expired")) throw error;
      return await call(data, request, root, await tokens.renewed(token));
    }
  }

  async function post<T>(data: z.ZodType<T>, path: string, json: unknown, root?: HttpRoot): Promise<T> {
    return api(data, { method: "POST", path, body: { json } }, root);
  }

  async function upload<T>(data: z.ZodType<T>, kind: string, file: UploadedFile): Promise<T> {
    return api(data, { method: "POST", path: `/v2.0/oa/upload/${kind}`, body: { file }, timeoutMs: 30_000 });
  }

  return {
    api,
    async sendConsultation(userId, message) {
      const { message_id: messageId, quota } = await post(sentSchema, "/v3.0/oa/message/cs", {
        recipient: { user_id: userId },
        message,
      });
      return { messageId, ...(quota && { quota }) };
    },
    uploadImage: async (file) => (await upload(attachmentSchema, "image", file)).attachment_id,
    uploadGif: async (file) => (await upload(attachmentSchema, "gif", file)).attachment_id,
    uploadFile: async (file) => (await upload(fileSchema, "file", file)).token,
    async getOa() {
      const { oa_id: id, name } = await api(oaSchema, { method: "GET", path: "/v2.0/oa/getoa" });
      return { id, name };
    },
    async sendZns({ phone, templateId, values, trackingId }) {
      const body = { phone, template_id: templateId, template_data: values, tracking_id: trackingId };
      const { msg_id: messageId, quota } = await post(znsSentSchema, "/message/template", body, zns);
      return { messageId, ...(quota && { quota }) };
    },
  };
}
