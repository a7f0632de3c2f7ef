import { StoreUnavailableError } from "../conversation/store-unavailable-error.ts";

/** Codes of Node's sockets, and SQLSTATEs: connection exceptions, the server's own shutdown and start, no slot, disk or memory left, a
 * disk that fails, a server that only reads; Prisma's. */
const codes =
  /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENET|08|57P0|53|58030|25006|P10(01|02|08|17))/;

/** pg gives its own failures no code, only these words. */
const words = /connection terminated|timeout exceeded when trying to connect|not queryable/i;

/** Throws on: as StoreUnavailableError when the error says that the database is away, else as it is. */
export function throwFailure(error: unknown): never {
  throw isUnavailable(error)
    ? new StoreUnavailableError("The database is not reachable.", { cause: error })
    : error;
}

/** Whether an error of pg or Prisma says that the database is away. */
export function isUnavailable(error: unknown): boolean {
  // A host with several addresses fails with all of their errors together.
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return codes.test(code) || words.test(error.message);
}
