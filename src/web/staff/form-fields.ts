/** What a form sent, with blanks at the ends taken off; what was not sent is empty. */
export interface FormFields {
  text: (name: string) => string;
  /** Of fields that may be there several times, as ticked boxes are. */
  all: (name: string) => string[];
}

const longestText = 10_000;

/** Reads a form's body or a query, whatever came. */
export function readFields(sent: unknown): FormFields {
  const fields = new Map(Object.entries(typeof sent === "object" && sent !== null ? sent : {}));
  const all = (name: string) =>
    [fields.get(name)]
      .flat()
      .filter((value) => typeof value === "string")
      .map((value) => value.slice(0, longestText).replaceAll("\0", "").trim());
  return { all, text: (name) => all(name)[0] ?? "" };
}
