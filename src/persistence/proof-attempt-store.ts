import type { ProofAttemptStore, TriesSoFar } from "../domain/people/second-proof.ts";
import type { Sql } from "./database.ts";

const wrong = (which: string) =>
  `(select json_build_object('count', count(*), 'firstAt', min(tried_at))
    from proof_attempt where ${which} and tried_at >= $1 and not was_right)`;
const right = (which: string) =>
  `exists (select from proof_attempt where person = $3 and was_right and tried_at >= $2 ${which})`;

type Told = { [Key in keyof TriesSoFar]: TriesSoFar[Key] extends boolean ? boolean : ToldTries };
interface ToldTries {
  count: number;
  firstAt: string | null;
}

const readTries = ({ count, firstAt }: ToldTries) => ({
  count,
  firstAt: firstAt === null ? null : new Date(firstAt),
});

export function createProofAttemptStore(sql: Sql): ProofAttemptStore {
  return {
    async count({ person, network = person, code }, { since, knownSince }) {
      // Until the turn ends: guesses made at once by many are counted one after another.
      for (const locked of [code, network])
        await sql.query("select pg_advisory_xact_lock(hashtextextended('proof:' || $1, 0))", [locked]);
      const [told] = await sql.query<Told>(
        `select ${wrong("person = $3")} as "byPerson", ${wrong("network = $4")} as "byNetwork",
                ${wrong("dossier_code = $5")} as "byCode",
                ${right("")} as "isKnown", ${right("and dossier_code = $5")} as "isKnownHere"`,
        [since, knownSince, person, network, code],
      );
      const { byPerson, byNetwork, byCode, isKnown, isKnownHere } = told!;
      return {
        byPerson: readTries(byPerson),
        byNetwork: readTries(byNetwork),
        byCode: readTries(byCode),
        isKnown,
        isKnownHere,
      };
    },
    async record({ person, network = null, code, triedAt }) {
      await sql.query(
        "insert into proof_attempt (person, network, dossier_code, tried_at) values ($1, $2, $3, $4)",
        [person, network, code, triedAt],
      );
    },
    async noteRight({ person, code, triedAt }) {
      await sql.query(
        `update proof_attempt set was_right = true
         where id = (select max(id) from proof_attempt where person = $1 and dossier_code = $2 and tried_at = $3)`,
        [person, code, triedAt],
      );
    },
  };
}
