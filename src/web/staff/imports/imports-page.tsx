import type { ImportRun } from "../../../domain/imports/import-run.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import { Empty } from "../empty.tsx";
import { Field } from "../field.tsx";
import type { Flash } from "../flash.ts";
import { Pager } from "../pager.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { sayKind } from "./import-kind-name.ts";
import { importsPath, largestFileMegabytes } from "./import-paths.ts";
import { importableNames, type ImportableKind, type ImportableName } from "./import-ports.ts";
import { RunOutcome } from "./run-outcome.tsx";

interface ImportsPageProps {
  /** One more than fits when there is a next page. */
  runs: readonly ImportRun[];
  rowsAtOnce: number;
  isFirst: boolean;
  kinds: readonly ImportableKind[];
  visit: StaffVisit;
  tried?: { kind: ImportableName | undefined; fault: string } | undefined;
  status?: number;
  flash?: Flash;
}

/** Bringing files in: the place to drop one, what their columns are, and what was brought in before. */
export function importsPage({
  runs,
  rowsAtOnce,
  isFirst,
  kinds,
  visit,
  tried,
  status,
  flash,
}: ImportsPageProps): StaffPage {
  const { say } = visit;
  const shown = runs.slice(0, rowsAtOnce);
  return {
    title: say("staff-imports"),
    ...(status !== undefined && { status }),
    ...(flash && { flash }),
    scripts: ["import.js"],
    children: (
      <>
        {isFirst && <UploadForm visit={visit} tried={tried} />}
        {isFirst && <KindColumns kinds={kinds} visit={visit} />}
        <section>
          <h2>{say("staff-import-history")}</h2>
          {shown.length === 0 ? (
            <Empty text={say("staff-import-none")} />
          ) : (
            <ul class="rows">
              {shown.map((run) => (
                <RunRow run={run} visit={visit} />
              ))}
            </ul>
          )}
        </section>
        <Pager
          visit={visit}
          first={isFirst ? undefined : importsPath}
          next={runs.length > shown.length ? `${importsPath}?sau=${shown.at(-1)!.id}` : undefined}
        />
      </>
    ),
  };
}

function UploadForm({ visit, tried }: Pick<ImportsPageProps, "visit" | "tried">) {
  const { say } = visit;
  return (
    <form
      method="post"
      action={importsPath}
      enctype="multipart/form-data"
      class="form import-form"
      data-upload
      data-largest={largestFileMegabytes * 1024 * 1024}
      data-too-large={say("staff-import-too-large", { limit: String(largestFileMegabytes) })}
      data-failed={say("staff-import-broken-off")}
    >
      <input type="hidden" name="token" value={visit.formToken} />
      <Field
        name="loai"
        label={say("staff-import-kind")}
        value={tried?.kind ?? "ho-so"}
        choices={importableNames.map((name) => [name, sayKind(visit, name)] as const)}
      />
      <div class="field">
        <label for="tep">{say("staff-import-file")}</label>
        <p class="quiet" id="tep-hint">
          {say("staff-import-hint", { limit: String(largestFileMegabytes) })}
        </p>
        <input
          class="drop"
          id="tep"
          type="file"
          name="tep"
          required
          accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby={tried ? "tep-fault tep-hint" : "tep-hint"}
          aria-invalid={tried ? true : undefined}
        />
        <p class="fault" id="tep-fault" role="alert">
          {tried?.fault}
        </p>
      </div>
      <progress hidden max={1} aria-label={say("staff-import-uploading")} />
      <button class="button primary">{say("staff-import-upload")}</button>
    </form>
  );
}

/** Which columns each kind of file has, with a file to begin from. */
function KindColumns({ kinds, visit }: Pick<ImportsPageProps, "kinds" | "visit">) {
  const { say } = visit;
  return (
    <details class="disclosure">
      <summary>{say("staff-import-columns")}</summary>
      <p class="quiet">{say("staff-import-columns-hint")}</p>
      {kinds.map(({ name, columns }) => (
        <section>
          <h2>{sayKind(visit, name)}</h2>
          <p>
            {columns.map(({ title, isExpected }, at) => (
              <>
                {at > 0 && ", "}
                {isExpected ? <strong>{title}</strong> : title}
              </>
            ))}
          </p>
          <p>
            <a
              href={`${importsPath}/mau/${name}.csv`}
              download
              aria-label={say("staff-import-template-of", { kind: sayKind(visit, name) })}
            >
              {say("staff-import-template")}
            </a>
          </p>
        </section>
      ))}
    </details>
  );
}

function RunRow({ run, visit }: { run: ImportRun; visit: StaffVisit }) {
  const { say } = visit;
  return (
    <li class="row">
      <div class="row-head">
        <a href={`${importsPath}/${run.id}`}>{run.fileName}</a>
        <span class="mark">{say(`staff-import-status-${run.status}`)}</span>
        <span class="quiet">{sayKind(visit, run.kind)}</span>
      </div>
      <RunOutcome run={run} visit={visit} />
      <p class="quiet">
        {showInstant(run.uploadedAt)} · {run.uploadedByName ?? run.uploadedBy}
      </p>
    </li>
  );
}
