import { Command, CommanderError } from "commander";
import { ConfigurationError } from "../config/environment.ts";
import { StoreUnavailableError } from "../conversation/store-unavailable-error.ts";
import { MissingKeyError } from "../persistence/keyring.ts";
import { BadInputError, CannotRunError } from "./command-error.ts";

type AddCommand = (program: Command) => void;

// In the order of the help. One that is asked for by name is loaded alone: all of them take a second to load.
const commands: Record<string, () => Promise<AddCommand>> = {
  start: async () => (await import("./start.ts")).addStart,
  ask: async () => (await import("./ask.ts")).addAsk,
  chat: async () => (await import("./chat.ts")).addChat,
  understand: async () => (await import("./understand.ts")).addUnderstand,
  import: async () => (await import("./import.ts")).addImport,
  report: async () => (await import("./report.ts")).addReport,
  figures: async () => (await import("./figures.ts")).addFigures,
  deadline: async () => (await import("./deadline.ts")).addDeadline,
  deliveries: async () => (await import("./deliveries.ts")).addDeliveries,
  breach: async () => (await import("./breach.ts")).addBreach,
  broadcast: async () => (await import("./broadcast.ts")).addBroadcast,
  demo: async () => (await import("./demo.ts")).addDemo,
  migrate: async () => (await import("./migrate.ts")).addMigrate,
  audit: async () => (await import("./audit.ts")).addAudit,
  backup: async () => (await import("./backup.ts")).addBackup,
  restore: async () => (await import("./backup.ts")).addRestore,
  zalo: async () => (await import("./zalo.ts")).addZalo,
  keys: async () => (await import("./keys.ts")).addKeys,
  doctor: async () => (await import("./doctor.ts")).addDoctor,
  "api-key": async () => (await import("./api-key.ts")).addApiKey,
  staff: async () => (await import("./staff.ts")).addStaff,
  policy: async () => (await import("./policy.ts")).addPolicy,
  target: async () => (await import("./target.ts")).addTarget,
  simulate: async () => (await import("./simulate.ts")).addSimulate,
};

/** Runs one command; resolves to the exit code: 0 done, 1 bad input, 2 cannot run. Results go to stdout, the rest to stderr. */
export async function runCommandLine(args: string[]): Promise<number> {
  const program = new Command("motcua")
    .description("The one-stop-shop assistant of a Vietnamese public agency.")
    .showHelpAfterError("(--help shows what is expected)")
    .exitOverride();
  const asked = Object.entries(commands).filter(([name]) => name === args[0]);
  for (const [, load] of asked.length > 0 ? asked : Object.entries(commands)) (await load())(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  // Commander has already written what was wrong with the words.
  if (error instanceof CommanderError) return error.exitCode;
  const isBadInput = error instanceof BadInputError;
  const isExpected =
    isBadInput ||
    error instanceof CannotRunError ||
    error instanceof ConfigurationError ||
    error instanceof MissingKeyError;
  if (isExpected) process.stderr.write(`${error.message}\n`);
  else if (error instanceof StoreUnavailableError)
    process.stderr.write(
      `The database cannot be reached: ${error.message}\nCheck DATABASE_URL, or run: motcua doctor\n`,
    );
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return isBadInput ? 1 : 2;
}
