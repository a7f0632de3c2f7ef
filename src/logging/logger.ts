import { pino, destination, type Logger } from "pino";
import { redact, redactText } from "./redact.ts";

/** A structured log line: an event in English, and what it was about. */
export interface Log {
  debug(about: object, event: string): void;
  info(about: object, event: string): void;
  warn(about: object, event: string): void;
  error(about: object, event: string): void;
}

/** The log with everything that the HTTP server asks of one. */
export type AppLog = Logger & Log;

/** JSON lines on stderr: stdout belongs to results that others script against. */
export function createLog(
  level: string,
  stream: { write(line: string): void } = destination({ dest: 2, sync: true }),
): AppLog {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: {
        level: (label) => ({ level: label }),
        log: (about) => redact(about) as Record<string, unknown>,
      },
      hooks: {
        logMethod(args, method) {
          const safe = (args as unknown[]).map((part) =>
            typeof part === "string" ? redactText(part) : part,
          );
          method.apply(this, safe as typeof args);
        },
      },
      // The formatter above has already turned errors into plain, redacted values.
      serializers: { err: (value: unknown) => value },
    },
    stream,
  );
}
