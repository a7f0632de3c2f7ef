import { useId } from "preact/hooks";

interface FieldProps {
  name: string;
  label: string;
  value?: string | undefined;
  /** What is wrong with what was entered. */
  fault?: string | undefined;
  kind?: "text" | "long" | "search" | "date";
  isRequired?: boolean;
  /** Values with what they are called; makes it a choice. */
  choices?: readonly (readonly [value: string, name: string])[];
}

/** One field of a form with its label and, if so, what is wrong with it. */
export function Field({ name, label, value = "", fault, kind = "text", isRequired, choices }: FieldProps) {
  const id = useId();
  const faultId = `${id}-fault`;
  const attributes = {
    id,
    name,
    required: isRequired,
    ...(fault !== undefined && { "aria-invalid": true, "aria-describedby": faultId }),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {choices ? (
        <select {...attributes}>
          {choices.map(([choice, called]) => (
            <option value={choice} selected={choice === value}>
              {called}
            </option>
          ))}
        </select>
      ) : kind === "long" ? (
        <textarea {...attributes} rows={5} maxLength={4000}>
          {value}
        </textarea>
      ) : (
        <input {...attributes} type={kind} value={value} list={undefined} />
      )}
      {fault !== undefined && (
        <p class="fault" id={faultId}>
          {fault}
        </p>
      )}
    </div>
  );
}
