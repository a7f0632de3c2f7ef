// The embedded PostgreSQL and a web server that answers one query, and nothing else: what any start must do at least.
import fastify from "fastify";
import pg from "pg";
import { useEmbeddedPostgres } from "../../dist/src/persistence/embedded-postgres.js";

const postgres = await useEmbeddedPostgres(process.env["MOTCUA_DATA_DIR"]);
const pool = new pg.Pool({ connectionString: postgres.url });
const web = fastify();
web.get("/", async () => (await pool.query("select 1 as one")).rows);
process.stdout.write(`${await web.listen({ host: "127.0.0.1", port: 0 })}\n`);
async function stop() {
  await web.close();
  await pool.end();
  await postgres[Symbol.asyncDispose]();
}
process.once("SIGTERM", () => void stop());
