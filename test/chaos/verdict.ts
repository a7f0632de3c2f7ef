import type { Sql } from "../../src/persistence/database.ts";
import type { Citizens } from "./citizens.ts";

/** What became of everything that was asked. */
export interface Verdict {
  /** Questions taken in. */
  asked: number;
  /** Questions whose answer reached the platform. */
  answered: number;
  /** Questions without a turn, without an answer owed, or whose answer never reached the platform. */
  lost: string[];
  /** Questions that were worked out more than once: never right. */
  repeated: string[];
  /** How many answers the platform got again. */
  doubled: number;
  /** Answers that reached the platform before one that was asked for earlier in the same chat. */
  overtaken: string[];
}

/** A message as it reached the platform. */
export interface Shown {
  chat_id?: number | string;
  text?: string;
}

/** Compares what was asked with what stands in the database and with what the platform got. */
export async function judge(citizens: Citizens, sql: Sql, shown: readonly Shown[]): Promise<Verdict> {
  const turns = await sql.query<{ chat: string; message: string; answers: number }>(
    `select c.external_id as chat, m.external_id as message, count(o.id)::int as answers
     from inbound_message m join conversation c on c.id = m.conversation_id
     left join outbox o on o.inbound_id = m.id
     where m.failure is null group by c.external_id, m.id`,
  );
  const answersOf = new Map<string, number[]>();
  for (const { chat, message, answers } of turns)
    answersOf.set(`${chat} ${message}`, [...(answersOf.get(`${chat} ${message}`) ?? []), answers]);
  const verdict: Verdict = { asked: 0, answered: 0, lost: [], repeated: [], doubled: 0, overtaken: [] };
  for (const [chat, questions] of citizens.asked) {
    const texts = shown.filter((each) => String(each.chat_id) === String(chat)).map(({ text }) => text ?? "");
    let latest = -1;
    for (const { code, update } of questions) {
      verdict.asked += 1;
      const answers = answersOf.get(`${chat} m${update.message!.message_id}`) ?? [];
      const places = texts.flatMap((text, place) => (text.includes(code) ? [place] : []));
      if (answers.length > 1 || answers.some((count) => count > 1)) verdict.repeated.push(code);
      if (answers[0] !== 1 || places.length === 0) {
        verdict.lost.push(code);
        continue;
      }
      verdict.answered += 1;
      verdict.doubled += places.length - 1;
      if (places[0]! < latest) verdict.overtaken.push(code);
      latest = places[0]!;
    }
  }
  return verdict;
}
