import { setTimeout as pause } from "node:timers/promises";
import { openDatabase, type Sql } from "../../src/persistence/database.ts";

/** What happens as somebody passes each step of a turn and of a delivery at which they can be held. */
const steps = {
  /** A turn writes what it owes. */
  owing: "trigger chaos_owing before insert on outbox",
  /** A turn has sent its commit. */
  committing: "constraint trigger chaos_committing after insert on outbox deferrable initially deferred",
  /** A worker leases a conversation. */
  claiming: "trigger chaos_claiming before update on outbox",
  /** A worker notes that a message was sent. */
  settling: "trigger chaos_settling before update on outbox",
} as const;

export type Step = keyof typeof steps;

const passesBy: Partial<Record<Step, string>> = {
  claiming: "when (new.status = 'sending' and old.status = 'pending')",
  settling: "when (new.status = 'sent')",
};

/** Makes the database hold whoever comes to a closed gate. */
export async function buildGates(sql: Sql): Promise<void> {
  await sql.query(
    `create function chaos_gate() returns trigger language plpgsql as $$
     begin perform pg_advisory_xact_lock_shared(hashtext(tg_argv[0])); return new; end $$`,
  );
  for (const [step, trigger] of Object.entries(steps))
    await sql.query(
      `create ${trigger} for each row ${passesBy[step as Step] ?? ""} execute function chaos_gate('${step}')`,
    );
}

/** Disposing opens it too. */
export interface Gate extends AsyncDisposable {
  open(): Promise<void>;
  /** Resolves when somebody stands before it. */
  someoneWaits(): Promise<void>;
  /** Ends the connections of those who stand there: what they had asked for never comes to pass. */
  turnAway(): Promise<void>;
}

const waiting = `from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and not granted`;

/** Closes a gate. */
export async function closeGate(url: string, step: Step): Promise<Gate> {
  const database = openDatabase({ url, poolSize: 2 });
  const holder = await database.pool.connect();
  await holder.query("select pg_advisory_lock(hashtext($1))", [step]);
  let isOpen = false;
  async function open(): Promise<void> {
    if (isOpen) return;
    isOpen = true;
    await holder.query("select pg_advisory_unlock(hashtext($1))", [step]);
    holder.release();
  }
  return {
    open,
    async someoneWaits() {
      while ((await database.query(`select pid ${waiting}`)).length === 0) await pause(10);
    },
    async turnAway() {
      await database.query(`select pg_terminate_backend(pid, 5000) ${waiting}`);
    },
    async [Symbol.asyncDispose]() {
      await open();
      await database[Symbol.asyncDispose]();
    },
  };
}
