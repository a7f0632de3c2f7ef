import { z } from "zod";
import { url } from "./readers.ts";

/** What `environmentSchema` has for signing in with the agency's own accounts. */
export const openIdVariables = {
  OIDC_ISSUER: url(["https", "http"]).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_CLAIM: z
    .string()
    .regex(/^[\w.:/-]{1,100}$/, { error: "must be the name of a claim, as email or preferred_username" })
    .default("email"),
};

type OpenIdEnvironment = z.infer<z.ZodObject<typeof openIdVariables>>;

/** A provider of accounts, found by discovery. */
export interface OpenIdConfig {
  issuer: string;
  clientId: string;
  /** Absent: a public client, which PKCE alone protects. */
  clientSecret: string | undefined;
  /** The claim that names a member of staff: `email` by their e-mail, any other by their username. */
  claim: string;
}

export function buildOpenIdConfig(environment: OpenIdEnvironment): OpenIdConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = environment;
  if (issuer === undefined || clientId === undefined) return undefined;
  return { issuer, clientId, clientSecret: environment.OIDC_CLIENT_SECRET, claim: environment.OIDC_CLAIM };
}

export function openIdContradictions(
  environment: OpenIdEnvironment & { PUBLIC_URL?: string | undefined },
): string[] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, PUBLIC_URL: publicUrl } = environment;
  if ((issuer === undefined) !== (clientId === undefined))
    return ["OIDC_ISSUER and OIDC_CLIENT_ID must be set together."];
  return issuer !== undefined && publicUrl === undefined
    ? ["PUBLIC_URL must be set when OIDC_ISSUER is: people come back to it from signing in."]
    : [];
}
