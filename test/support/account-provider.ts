import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { visitorOf } from "./http-visitor.ts";

/** An OpenID provider with the accounts given: name to sign in with → what it tells of them. */
export interface AccountProvider extends AsyncDisposable {
  issuer: string;
  /** Signs somebody in from the address that the site sent them to; returns where they are sent back to. */
  visit(to: string, login: string): Promise<string>;
}

export async function openAccountProvider(
  accounts: Record<string, Record<string, unknown>>,
  client: { id: string; secret: string; redirectUri: string },
): Promise<AccountProvider> {
  const server = createServer((request, response) => provider.callback()(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["preferred_username"] },
    cookies: { keys: ["a key of this test"] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...accounts[sub] }),
    }),
  });

  return {
    issuer,
    async visit(to, login) {
      const browser = visitorOf(issuer);
      let address = to;
      for (let steps = 0; steps < 12; steps++) {
        if (!new URL(address, issuer).href.startsWith(issuer)) return address;
        const path = new URL(address, issuer).href.slice(issuer.length);
        const page = await browser.get(path);
        const html = page.headers.has("location") ? "" : await page.text();
        const [, action] = /action="([^"]+)"/.exec(html) ?? [];
        const [, prompt = ""] = /name="prompt" value="(\w+)"/.exec(html) ?? [];
        const answer = action
          ? await browser.submit(new URL(action, issuer).pathname, { prompt, login, password: "any" })
          : page;
        const location = answer.headers.get("location");
        if (location === null) throw new Error(`The provider stopped at ${path}: ${answer.status}`);
        address = location;
      }
      throw new Error("The provider leads round in a circle.");
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
