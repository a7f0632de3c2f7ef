import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  name: string;
  label: string;
  value?: string | undefined;
  /** What is wrong with what was entered; the first such field of a page takes the focus. */
  fault?: string | undefined;
  /** What is expected, said before one errs. */
  hint?: ComponentChildren;
  kind?: "text" | "long" | "search" | "date" | "time" | "number" | "email" | "tel" | "file";
  isRequired?: boolean;
  /** Values with what they are called; makes it a choice. */
  choices?: readonly (readonly [value: string, name: string])[];
  /** Of numbers and days. */
  min?: string | number;
  max?: string | number;
  /** Of text in several lines. */
  rows?: number;
  /** Of files: what may be chosen. */
  accept?: string;
  /** Which keys a phone shows. */
  inputMode?: "numeric";
  /** What a browser may fill in. */
  autocomplete?: "one-time-code" | "off";
}

/** One field of a form with its label, what is expected and, if so, what is wrong with it. */
export function Field({ name, label, value = "", fault, hint, kind = "text", ...more }: FieldProps) {
  const { isRequired, choices, rows = 5, ...limits } = more;
  const id = useId();
  const [faultId, hintId] = [`${id}-fault`, `${id}-hint`];
  const described = [hint !== undefined && hintId, fault !== undefined && faultId].filter(Boolean).join(" ");
  const attributes = {
    id,
    name,
    required: isRequired,
    ...(described && { "aria-describedby": described }),
    ...(fault !== undefined && { "aria-invalid": true, autoFocus: true }),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      {choices ? (
        <select {...attributes}>
          {choices.map(([choice, called]) => (
            <option value={choice} selected={choice === value}>
              {called}
            </option>
          ))}
        </select>
      ) : kind === "long" ? (
        <textarea {...attributes} rows={rows} maxLength={4000}>
          {value}
        </textarea>
      ) : (
        // The types of JSX want one kind at a time.
        <input {...attributes} {...limits} type={kind as "text"} value={value} />
      )}
      {fault !== undefined && (
        <p class="fault" id={faultId}>
          {fault}
        </p>
      )}
    </div>
  );
}
