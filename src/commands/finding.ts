/** One thing the check-up looked at; `remedy` is there when it is not as it must be. */
export interface Finding {
  part: string;
  state: "ok" | "note" | "fault";
  found: string;
  remedy?: string;
}
