// The floors of a turn, each a process of its own: grammY's webhook before a bare pool. `statements`: the seven plain
// statements that any turn in one transaction needs. `one-statement`: the same rows touched by one guarded statement.
// `tsx bench/turn/floor.ts statements|one-statement`, with DATABASE_URL and SECRET; prints its address.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Bot, webhookCallback, type Context } from "grammy";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 8 });
const bot = new Bot("1:token", {
  botInfo: {
    id: 1,
    is_bot: true,
    first_name: "b",
    username: "b",
    can_join_groups: false,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  } as never,
});
const codePattern = /\S+-\d{6}-\d+/;

bot.on("message:text", process.argv[2] === "statements" ? answerInStatements : answerInOne);
const answer = webhookCallback(bot, "http", { secretToken: process.env["SECRET"]! });
const server = createServer((request, response) => void answer(request, response));
server.listen(0, "127.0.0.1", () =>
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
);

async function answerInStatements({ update, message, chat }: Context): Promise<void> {
  const now = new Date();
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ id: string; state: unknown }>(
      "select id, state from conversation where channel = 'telegram' and external_id = $1 for update",
      [String(chat!.id)],
    );
    const { id } = rows[0]!;
    const inbound = await client.query<{ id: string }>(
      `insert into inbound_message (conversation_id, external_id, content, received_at) values ($1, $2, $3, $4)
       on conflict (conversation_id, external_id) do nothing returning id`,
      [id, String(update.update_id), JSON.stringify({ kind: "text", text: message!.text }), now],
    );
    const dossier = await client.query<{ status: string }>(
      "select status, due_on from dossier where code = $1",
      [codePattern.exec(message!.text!)![0]],
    );
    await client.query(
      `insert into outbox (conversation_id, inbound_id, reply, created_at, due_at) values ($1, $2, $3, $4, $4)`,
      [id, inbound.rows[0]!.id, JSON.stringify({ blocks: [{ text: dossier.rows[0]!.status }] }), now],
    );
    await client.query("update conversation set state = $2, updated_at = $3 where id = $1", [
      id,
      JSON.stringify({ topic: "dossier" }),
      now,
    ]);
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function answerInOne({ update, message, chat }: Context): Promise<void> {
  await pool.query({
    name: "turn",
    text: `with talk as (
       update conversation set state = $4, updated_at = $5 where channel = 'telegram' and external_id = $1 returning id
     ), remembered as (
       insert into inbound_message (conversation_id, external_id, content, received_at)
       select id, $2, $3, $5 from talk on conflict (conversation_id, external_id) do nothing returning id, conversation_id
     )
     insert into outbox (conversation_id, inbound_id, reply, created_at, due_at)
     select r.conversation_id, r.id, jsonb_build_object('blocks', d.status), $5, $5
     from remembered r, dossier d where d.code = $6`,
    values: [
      String(chat!.id),
      String(update.update_id),
      JSON.stringify({ kind: "text", text: message!.text }),
      JSON.stringify({ topic: "dossier" }),
      new Date(),
      codePattern.exec(message!.text!)![0],
    ],
  });
}
