/** What an officer's press or command asks for, as it stands behind `/viec`. */
export interface WorkCommand {
  deed: string;
  code: string | undefined;
  /** The version of the case the person saw; undefined when they typed none. */
  version: number | undefined;
  /** What follows: a number of days, a room, a ground. */
  rest: string[];
}

/** `/viec nhan PA-2026-000012 3` → its parts. A code may follow at once: `/viec PA-2026-000012`. */
export function readWorkCommand(text: string): WorkCommand {
  const [, ...words] = text.trim().split(/\s+/);
  const [first = "", ...others] = words;
  const isCode = /\d/.test(first);
  const deed = isCode ? "xem" : first.toLowerCase();
  const [code, version, ...rest] = isCode ? words : others;
  const isVersion = version !== undefined && /^\d{1,6}$/.test(version);
  return {
    deed,
    code: code?.toUpperCase(),
    version: isVersion ? Number(version) : undefined,
    rest: isVersion || version === undefined ? rest : [version, ...rest],
  };
}
