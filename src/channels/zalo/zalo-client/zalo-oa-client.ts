import type { z } from "zod";
import type { HttpRoot, RootRequest, UploadedFile } from "./http-root.ts";
import { attachmentSchema, consultationSchema, fileSchema, oaSchema, znsSchema } from "./oa-answers.ts";
import type { OaMessage, Quota, TemplateMessage } from "./oa-message.ts";
import { readData } from "./zalo-answer.ts";
import { ZaloRefusal } from "./zalo-errors.ts";

/** The access tokens that calls are made with. */
export interface AccessTokens {
  current(): Promise<string>;
  /** A token that is not the one Zalo refused. */
  renewed(refused: string): Promise<string>;
}

/** Zalo's OpenAPI for Official Accounts and ZNS. Its calls throw ZaloRefusal and ZaloAwayError. */
export interface ZaloOaClient {
  /** Any call; a token that Zalo no longer takes is renewed, and the call made once more. */
  api<T>(data: z.ZodType<T>, request: RootRequest, root?: HttpRoot): Promise<T>;
  /** Tin tư vấn: free while it quotes a fresh message of the person's. Gives the quota it counted against, if Zalo tells. */
  sendConsultation(userId: string, message: OaMessage): Promise<Quota | undefined>;
  uploadImage(file: UploadedFile): Promise<string>;
  uploadGif(file: UploadedFile): Promise<string>;
  uploadFile(file: UploadedFile): Promise<string>;
  getOa(): Promise<{ id: string; name: string }>;
  /** A paid message to a phone number, by an approved template; gives the same. */
  sendZns(message: TemplateMessage): Promise<Quota | undefined>;
}

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
    sendConsultation: (userId, message) =>
      post(consultationSchema, "/v3.0/oa/message/cs", { recipient: { user_id: userId }, message }),
    uploadImage: async (file) => (await upload(attachmentSchema, "image", file)).attachment_id,
    uploadGif: async (file) => (await upload(attachmentSchema, "gif", file)).attachment_id,
    uploadFile: async (file) => (await upload(fileSchema, "file", file)).token,
    async getOa() {
      const { oa_id: id, name } = await api(oaSchema, { method: "GET", path: "/v2.0/oa/getoa" });
      return { id, name };
    },
    sendZns: ({ phone, templateId, values, trackingId }) =>
      post(
        znsSchema,
        "/message/template",
        { phone, template_id: templateId, template_data: values, tracking_id: trackingId },
        zns,
      ),
  };
}
