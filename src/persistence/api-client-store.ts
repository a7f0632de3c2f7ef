import { sourceCodeOf, type ApiClient, type ApiClientStore } from "../domain/feedback/api-client.ts";
import type { Sql } from "./database.ts";
import { caseColumns, fromCase, openStatuses, readCase, type CaseRow } from "./feedback-rows.ts";

/** Clients of the HTTP interface, and what they handed in, on PostgreSQL. */
export function createApiClientStore(sql: Sql): ApiClientStore {
  return {
    async add({ name, source, keyDigest }, now) {
      const added = await sql.query(
        `insert into api_client (name, source, key_digest, created_at) values ($1, $2, $3, $4)
         on conflict (name) do nothing returning id`,
        [name, source, keyDigest, now],
      );
      return added.length > 0;
    },
    async findByKey(keyDigest) {
      const [client] = await sql.query<ApiClient>(
        "select name, source from api_client where key_digest = $1 and revoked_at is null",
        [keyDigest],
      );
      return client;
    },
    async revoke(name, now) {
      const revoked = await sql.query(
        "update api_client set revoked_at = $2 where name = $1 and revoked_at is null returning id",
        [name, now],
      );
      return revoked.length > 0;
    },
    list: () =>
      sql.query(
        `select name, source, created_at as "createdAt", revoked_at as "revokedAt" from api_client order by name`,
      ),
    async cases(client, { codes, field, isOpen, from, to, limit, offset }) {
      const rows = await sql.query<CaseRow>(
        `select ${caseColumns} ${fromCase}
         where f.source = $1 and starts_with(f.source_code, $2)
           and ($3::text[] is null or f.code = any ($3))
           and ($4::boolean is false or field.name is not distinct from $5)
           and ($6::boolean is null or (f.status in ${openStatuses}) = $6)
           and ($7::timestamptz is null or f.received_at >= $7) and ($8::timestamptz is null or f.received_at < $8)
         order by f.received_at desc, f.code desc limit $9 offset $10`,
        [
          client.source,
          sourceCodeOf(client, ""),
          codes ?? null,
          field !== undefined,
          field ?? null,
          isOpen ?? null,
          from ?? null,
          to ?? null,
          limit,
          offset,
        ],
      );
      return rows.map((row) => readCase(row, sql.keyring));
    },
  };
}
