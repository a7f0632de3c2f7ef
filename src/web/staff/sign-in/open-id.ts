import type * as Client from "openid-client";

/** Where staff have accounts, and which claim names them. */
export interface OpenIdProvider {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  claim: string;
  /** The way to the provider, and to the hosts that it names as its own. */
  outbound: { fetch: typeof fetch; trust(urls: readonly string[]): void };
}

/** What a browser keeps while its owner is away signing in; each is random and good once. */
export interface OpenIdTrip {
  state: string;
  nonce: string;
  verifier: string;
}

type OpenIdReturn =
  /** The value of the claim, as the provider vouches for it. */
  | { kind: "known"; value: string }
  /** The provider has no such claim of them, or does not vouch for it. */
  | { kind: "unnamed" }
  /** Begun elsewhere, used before, too late, or given up. */
  | { kind: "refused" };

/** Signing in with accounts that are kept elsewhere: OpenID Connect with code, PKCE, state and nonce. Throws when the provider is not reachable. */
export interface OpenId {
  begin(): Promise<{ to: URL; trip: OpenIdTrip }>;
  finish(here: URL, trip: OpenIdTrip): Promise<OpenIdReturn>;
}

const timeoutSeconds = 10;

/** Only who signs in this way needs it. */
const load = () => import("openid-client");

export function createOpenId(provider: OpenIdProvider, redirectUri: string): OpenId {
  let found: Promise<Client.Configuration> | undefined;

  /** Looked up at first use and kept; a failure is not. */
  function discover(client: typeof Client): Promise<Client.Configuration> {
    const issuer = new URL(provider.issuer);
    const isInsecure = issuer.protocol === "http:";
    found ??= client
      .discovery(issuer, provider.clientId, provider.clientSecret, undefined, {
        timeout: timeoutSeconds,
        [client.customFetch]: provider.outbound.fetch as Client.CustomFetch,
        ...(isInsecure && { execute: [client.allowInsecureRequests] }),
      })
      .then((config) => {
        provider.outbound.trust(endpointsOf(config.serverMetadata()));
        return config;
      })
      .catch((error: unknown) => {
        found = undefined;
        throw error;
      });
    return found;
  }

  return {
    async begin() {
      const client = await load();
      const config = await discover(client);
      const trip = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const to = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: "openid profile email",
        state: trip.state,
        nonce: trip.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(trip.verifier),
        code_challenge_method: "S256",
      });
      return { to, trip };
    },
    async finish(here, { state, nonce, verifier }) {
      const client = await load();
      const config = await discover(client);
      try {
        const tokens = await client.authorizationCodeGrant(config, here, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const told = tokens.claims()!;
        const claims =
          provider.claim in told ? told : await client.fetchUserInfo(config, tokens.access_token, told.sub);
        return readClaim(claims, provider.claim);
      } catch (error) {
        if (isRefusal(error, client)) return { kind: "refused" };
        throw error;
      }
    },
  };
}

function endpointsOf({ token_endpoint, userinfo_endpoint, jwks_uri }: Client.ServerMetadata): string[] {
  return [token_endpoint, userinfo_endpoint, jwks_uri].filter((url) => url !== undefined);
}

function readClaim(claims: Record<string, unknown>, claim: string): OpenIdReturn {
  const value = claims[claim];
  const isDenied = claim === "email" && claims["email_verified"] === false;
  return typeof value === "string" && value !== "" && !isDenied
    ? { kind: "known", value }
    : { kind: "unnamed" };
}

/** Said by the provider, or found in what it answered: trying it again with the same answer would not help. */
function isRefusal(error: unknown, client: typeof Client): boolean {
  if (error instanceof client.AuthorizationResponseError) return true;
  if (error instanceof client.ResponseBodyError) return error.status < 500;
  return error instanceof client.ClientError && !["OAUTH_TIMEOUT", "OAUTH_ABORT"].includes(error.code ?? "");
}
