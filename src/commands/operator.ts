import { userInfo } from "node:os";
import type { Act } from "../domain/audit/act.ts";

/** Who types commands: the account of the machine, on the command line. */
export function operatorAt(at: Date): Pick<Act, "by" | "channel" | "at"> {
  return { by: { kind: "operator", name: accountName() }, channel: "command-line", at };
}

/** In a container whoever runs it may have a number and no name. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "unknown");
  }
}
