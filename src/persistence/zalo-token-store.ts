import type { Database } from "./database.ts";
import { BrokenSealError, seal, unseal } from "./sealed-text.ts";

const remedy =
  "The stored Zalo tokens do not open: restore MOTCUA_SECRET_KEY (or ZALO_APP_SECRET), or run motcua zalo authorize.";

/**
 * The tokens of one app, sealed with `key` (32 bytes). `replace` holds the row's lock while it decides, so that one
 * process alone spends a token; what no key opens counts there as nothing kept.
 */
export function createZaloTokenStore(database: Database, { appId, key }: { appId: string; key: Uint8Array }) {
  const purpose = `zalo-token:${appId}`;

  function open(sealed: Uint8Array): string | undefined {
    try {
      return unseal(sealed, key, purpose);
    } catch (error) {
      if (error instanceof BrokenSealError) return undefined;
      throw error;
    }
  }

  return {
    async read(): Promise<string | undefined> {
      const [row] = await database.query<{ sealed: Uint8Array | null }>(
        "select sealed from zalo_token where app_id = $1",
        [appId],
      );
      if (!row?.sealed) return undefined;
      const kept = open(row.sealed);
      if (kept === undefined) throw new BrokenSealError(remedy);
      return kept;
    },
    replace: (decide: (kept: string | undefined) => Promise<string | undefined>) =>
      database.transaction(async (sql) => {
        // The row must be there to be locked.
        await sql.query("insert into zalo_token (app_id) values ($1) on conflict do nothing", [appId]);
        const [row] = await sql.query<{ sealed: Uint8Array | null }>(
          "select sealed from zalo_token where app_id = $1 for update",
          [appId],
        );
        const kept = row?.sealed ? open(row.sealed) : undefined;
        const next = await decide(kept);
        if (next === undefined) return kept;
        await sql.query("update zalo_token set sealed = $2, updated_at = now() where app_id = $1", [
          appId,
          seal(next, key, purpose),
        ]);
        return next;
      }),
  };
}
