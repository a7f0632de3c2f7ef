import type { Sql } from "../../src/persistence/database.ts";
import type { Citizens, Question } from "./citizens.ts";

/** What became of one question. */
interface Finding {
  question: Question;
  /** Its answer reached the platform. */
  isAnswered: boolean;
  /** It was worked out more than once, or is owed more than one answer: never right. */
  isRepeated: boolean;
  /** How many times the platform got its answer after the first time. */
  doubled: number;
  /** Its answer reached the platform before that of an earlier question of the same chat. */
  isEarly: boolean;
}

/** Findings in numbers; of what must never be, the codes. */
export interface Verdict {
  asked: number;
  answered: number;
  doubled: number;
  lost: string[];
  repeated: string[];
  overtaken: string[];
}

/** A message as it reached the platform. */
interface Shown {
  chat_id?: number | string;
  text?: string;
}

/** Compares what was asked with what stands in the database and with what the platform got. */
export async function investigate(
  { asked }: Citizens,
  sql: Sql,
  shown: readonly Shown[],
): Promise<Finding[]> {
  const answersOwed = await readAnswersOwed(sql);
  return [...asked].flatMap(([chat, questions]) => {
    const texts = shown.filter((each) => String(each.chat_id) === String(chat)).map(({ text }) => text ?? "");
    let latest = -1;
    return questions.map((question) => {
      const owed = answersOwed.get(`${chat} m${question.update.message!.message_id}`) ?? [];
      const places = texts.flatMap((text, place) => (text.includes(question.code) ? [place] : []));
      const first = places[0] ?? Infinity;
      const isEarly = first < latest;
      if (first < Infinity) latest = Math.max(latest, first);
      return {
        question,
        isAnswered: owed.length > 0 && places.length > 0,
        isRepeated: owed.length > 1 || owed.some((answers) => answers !== 1),
        doubled: Math.max(0, places.length - 1),
        isEarly,
      };
    });
  });
}

/** The number of answers owed to each turn of a message; a message that was never heard has no turn. */
async function readAnswersOwed(sql: Sql): Promise<Map<string, number[]>> {
  const turns = await sql.query<{ message: string; answers: number[] }>(
    `select message, array_agg(answers) as answers from (
       select c.external_id || ' ' || m.external_id as message, count(o.id)::int as answers
       from inbound_message m join conversation c on c.id = m.conversation_id
       left join outbox o on o.inbound_id = m.id
       where m.failure is null group by c.external_id, m.id
     ) turn group by message`,
  );
  return new Map(turns.map(({ message, answers }) => [message, answers]));
}

export function sumUp(findings: readonly Finding[]): Verdict {
  const codes = (isSo: (finding: Finding) => boolean) =>
    findings.filter(isSo).map(({ question }) => question.code);
  return {
    asked: findings.length,
    answered: findings.filter(({ isAnswered }) => isAnswered).length,
    doubled: findings.reduce((sum, { doubled }) => sum + doubled, 0),
    lost: codes(({ isAnswered }) => !isAnswered),
    repeated: codes(({ isRepeated }) => isRepeated),
    overtaken: codes(({ isEarly }) => isEarly),
  };
}

/** The verdict on the questions of each fault. */
export function sumUpByFault(findings: readonly Finding[]): Map<string, Verdict> {
  const faults = new Set(findings.map(({ question }) => question.during));
  return new Map(
    [...faults].map((fault) => [fault, sumUp(findings.filter(({ question }) => question.during === fault))]),
  );
}
