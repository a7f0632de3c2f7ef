import type { Act } from "../../src/domain/audit/act.ts";

/** Who acts where a test needs somebody to. */
export const byTest: Pick<Act, "by" | "channel" | "at"> = {
  by: { kind: "system", name: "test" },
  channel: "test",
  at: new Date("2026-11-23T01:00:00Z"),
};
