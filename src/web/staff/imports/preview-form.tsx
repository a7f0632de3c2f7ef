import { PostForm } from "../post-form.tsx";
import { importsPath } from "./import-paths.ts";
import type { RunPageProps } from "./run-page.tsx";

/** The first rows under what each column was understood as; what was not understood, or wrongly, is chosen here. */
export function PreviewForm({ run, kind, visit, tried, fault }: RunPageProps) {
  const { say } = visit;
  const meanings = tried ?? run.meanings;
  const missing = kind.columns.filter(({ name, isExpected }) => isExpected && !meanings.includes(name));
  const address = `${importsPath}/${run.id}`;
  return (
    <>
      <PostForm visit={visit} action={`${address}/nhap`} className="form">
        <p>{say("staff-import-preview")}</p>
        {(fault !== undefined || missing.length > 0) && (
          <p class="fault" role="alert">
            {fault ?? say("staff-import-missing", { columns: missing.map(({ title }) => title).join(", ") })}
          </p>
        )}
        <div class="preview" role="region" aria-label={say("staff-import-first-rows")} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {run.header.map((title, at) => (
                  <th scope="col">
                    <span>{title || say("staff-import-unnamed")}</span>
                    <select
                      name={`cot-${at}`}
                      aria-label={say("staff-import-means", { column: title || String(at + 1) })}
                      class={meanings[at] === null ? "passed-over" : undefined}
                    >
                      <option value="" selected={meanings[at] === null}>
                        {say("staff-import-nothing")}
                      </option>
                      {kind.columns.map(({ name, title: called }) => (
                        <option value={name} selected={meanings[at] === name}>
                          {called}
                        </option>
                      ))}
                    </select>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {run.sample.map((cells) => (
                <tr>
                  {cells.map((cell, at) => (
                    <td class={meanings[at] === null ? "quiet" : undefined}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <button class="button primary">{say("staff-import-start")}</button>
      </PostForm>
      <PostForm visit={visit} action={`${address}/bo`}>
        <button class="button">{say("staff-import-discard")}</button>
      </PostForm>
    </>
  );
}
