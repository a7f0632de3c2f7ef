/** What was asked for cannot be taken: exit code 1. The message is for whoever typed the command. */
export class BadInputError extends Error {
  override name = "BadInputError";
}

/** The program cannot do its work here: exit code 2. The message says what to do about it. */
export class CannotRunError extends Error {
  override name = "CannotRunError";
}
