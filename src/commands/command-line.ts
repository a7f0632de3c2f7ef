import { Command, CommanderError } from "commander";
import { ConfigurationError } from "../config/environment.ts";
import { StoreUnavailableError } from "../conversation/store-unavailable-error.ts";
import { addApiKey } from "./api-key.ts";
import { addAsk } from "./ask.ts";
import { addAudit } from "./audit.ts";
import { addBackup, addRestore } from "./backup.ts";
import { addBreach } from "./breach.ts";
import { addBroadcast } from "./broadcast.ts";
import { addChat } from "./chat.ts";
import { BadInputError, CannotRunError } from "./command-error.ts";
import { addDeadline } from "./deadline.ts";
import { addDeliveries } from "./deliveries.ts";
import { addDemo } from "./demo.ts";
import { addDoctor } from "./doctor.ts";
import { addFigures } from "./figures.ts";
import { addImport } from "./import.ts";
import { addMigrate } from "./migrate.ts";
import { addPolicy } from "./policy.ts";
import { addTarget } from "./target.ts";
import { addReport } from "./report.ts";
import { addStaff } from "./staff.ts";
import { addSimulate } from "./simulate.ts";
import { addStart } from "./start.ts";
import { addUnderstand } from "./understand.ts";
import { addZalo } from "./zalo.ts";

/** Runs one command; resolves to the exit code: 0 done, 1 bad input, 2 cannot run. Results go to stdout, the rest to stderr. */
export async function runCommandLine(args: string[]): Promise<number> {
  const program = new Command("motcua")
    .description("The one-stop-shop assistant of a Vietnamese public agency.")
    .showHelpAfterError("(--help shows what is expected)")
    .exitOverride();
  for (const add of [
    addStart,
    addAsk,
    addChat,
    addUnderstand,
    addImport,
    addReport,
    addFigures,
    addDeadline,
    addDeliveries,
    addBreach,
    addBroadcast,
    addDemo,
    addMigrate,
    addAudit,
    addBackup,
    addRestore,
    addZalo,
    addDoctor,
    addApiKey,
    addStaff,
    addPolicy,
    addTarget,
    addSimulate,
  ])
    add(program);
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
  const isExpected = isBadInput || error instanceof CannotRunError || error instanceof ConfigurationError;
  if (isExpected) process.stderr.write(`${error.message}\n`);
  else if (error instanceof StoreUnavailableError)
    process.stderr.write(
      `The database cannot be reached: ${error.message}\nCheck DATABASE_URL, or run: motcua doctor\n`,
    );
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return isBadInput ? 1 : 2;
}
