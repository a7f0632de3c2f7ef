import { createHash } from "node:crypto";
import { z } from "zod";
import type { HttpRoot } from "./http-root.ts";
import { zaloFacts } from "./zalo-facts.ts";
import { throwRefusal } from "./zalo-answer.ts";

/** What Zalo hands out; the lives count from now. */
export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  accessLifeMs: number;
  refreshLifeMs: number;
}

/** OAuth v4 of Official Accounts. Its calls throw ZaloRefusal (`token-expired`: the grant is used or wrong) and ZaloAwayError. */
export interface ZaloOAuth {
  /** Where an administrator of the Official Account allows the app to act for it. */
  permissionUrl(ask: { redirectUri: string; state: string; codeVerifier: string }): string;
  exchangeCode(grant: { code: string; codeVerifier: string }): Promise<TokenPair>;
  /** Each refresh token works once: the answer holds the next one. */
  refresh(refreshToken: string): Promise<TokenPair>;
}

const seconds = z.coerce.number().transform((value) => value * 1000);

const pairSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: seconds,
  refresh_token_expires_in: seconds.default(zaloFacts.refreshTokenLifeMs),
});

export function createZaloOAuth(app: { appId: string; appSecret: string; root: HttpRoot }): ZaloOAuth {
  async function grant(fields: Record<string, string>): Promise<TokenPair> {
    const answer = await app.root.call({
      method: "POST",
      path: "/v4/oa/access_token",
      headers: { secret_key: app.appSecret },
      body: { form: { app_id: app.appId, ...fields } },
    });
    const pair = pairSchema.safeParse(answer);
    if (!pair.success) throwRefusal(answer);
    return {
      accessToken: pair.data.access_token,
      refreshToken: pair.data.refresh_token,
      accessLifeMs: pair.data.expires_in,
      refreshLifeMs: pair.data.refresh_token_expires_in,
    };
  }

  return {
    permissionUrl({ redirectUri, state, codeVerifier }) {
      const { digest, encoding } = zaloFacts.codeChallenge;
      return app.root.url("/v4/oa/permission", {
        app_id: app.appId,
        redirect_uri: redirectUri,
        state,
        code_challenge: createHash(digest).update(codeVerifier).digest(encoding),
      });
    },
    exchangeCode: ({ code, codeVerifier }) =>
      grant({ grant_type: "authorization_code", code, code_verifier: codeVerifier }),
    refresh: (refreshToken) => grant({ grant_type: "refresh_token", refresh_token: refreshToken }),
  };
}
