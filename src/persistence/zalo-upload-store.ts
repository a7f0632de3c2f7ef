import type { Sql } from "./database.ts";

/** Which files Zalo has, by the digest of their bytes. */
export function createZaloUploadStore(sql: Sql) {
  return {
    async find(digest: string, kind: string, since: Date): Promise<string | undefined> {
      const [row] = await sql.query<{ handle: string }>(
        "select handle from zalo_upload where digest = $1 and kind = $2 and uploaded_at > $3",
        [digest, kind, since],
      );
      return row?.handle;
    },
    async keep(upload: { digest: string; kind: string; handle: string; at: Date }): Promise<void> {
      await sql.query(
        `insert into zalo_upload (digest, kind, handle, uploaded_at) values ($1, $2, $3, $4)
         on conflict (digest, kind) do update set handle = $3, uploaded_at = $4`,
        [upload.digest, upload.kind, upload.handle, upload.at],
      );
    },
  };
}
