// Nothing that identifies a person and nothing that opens a door may reach a log, at whatever depth it stands.

const secretKeys = /token|secret|password|authorization|cookie|api_?key/i;
const personalKeys =
  /phone|e?mail|full_?name|applicant|sender_?name|address|citizen_?id|^text$|^content$|^reply$|^state$/i;

const patterns: [RegExp, string][] = [
  // A password inside a connection URL.
  [/(\w+:\/\/[^:/\s]*):[^@/\s]+@/g, "$1:***@"],
  [/\d{6,}:[\w-]{30,}/g, "[bot token]"],
  // Bank cards have sixteen to nineteen, often in fours.
  [/(?<![\w.-])\d{4}(?:[ -]?\d{4}){3}\d{0,3}(?![\w.-])/g, "[card]"],
  // Accounts are of any length, so only what says that it is one.
  [
    /((?:stk|số tài khoản|so tai khoan|account(?: no\.?| number)?)\s*:?\s*)\d(?:[ .]?\d){5,18}(?!\w)/giu,
    "$1[account]",
  ],
  // Citizen identity numbers have twelve digits.
  [/(?<![\w.-])\d{12}(?![\w.-])/g, "[citizen id]"],
  [/(?<![\w.-])(?:\+?84|0)(?:[ .]?\d){9}(?![\w.-])/g, "[phone]"],
  [/[\w.+-]+@[\w-]+\.[\w.]+/g, "[e-mail]"],
];

/** A copy of any value that is safe to log: secrets and personal data are replaced at every depth. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  if (depth > 8) return "[deeper]";
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactField(key, item, depth)]));
}

export function redactText(text: string): string {
  return patterns.reduce((redacted, [pattern, mask]) => redacted.replace(pattern, mask), text);
}

function redactField(key: string, value: unknown, depth: number): unknown {
  if (value === undefined || value === null) return value;
  if (secretKeys.test(key)) return "[secret]";
  if (personalKeys.test(key)) return "[personal]";
  return redact(value, depth + 1);
}

function redactError(error: Error, depth: number): unknown {
  const { name, message, stack, cause, ...rest } = error as Error & Record<string, unknown>;
  return {
    type: name,
    message: redactText(message),
    stack: stack && redactText(stack),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
    ...(redact(rest, depth + 1) as object),
  };
}
