import type { Config } from "./config/config.ts";
import type { FlowTools } from "./conversation/flow.ts";
import { createSignInStore } from "./persistence/sign-in-store.ts";
import type { Sql } from "./persistence/database.ts";

/** Where staff sign in; without a public address, on the machine itself. */
export function createSignInLink(
  sql: Sql,
  { publicUrl, host, port }: Pick<Config["http"], "publicUrl" | "host" | "port">,
): FlowTools["signInLink"] {
  const root = publicUrl ?? `http://${host === "0.0.0.0" ? "localhost" : host}:${port}`;
  return async (username, now) =>
    new URL(`/vao/${await createSignInStore(sql).issue(username, now)}`, root).href;
}
