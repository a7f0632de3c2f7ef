import type { ImportRun } from "../../../domain/imports/import-run.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import { showNumber } from "../../../wording/numbers.ts";
import { Facts } from "../facts.tsx";
import type { Flash } from "../flash.ts";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { sayKind } from "./import-kind-name.ts";
import { importsPath } from "./import-paths.ts";
import type { ImportableKind } from "./import-ports.ts";
import { PreviewForm } from "./preview-form.tsx";
import { RunOutcome } from "./run-outcome.tsx";

export interface RunPageProps {
  run: ImportRun;
  kind: ImportableKind;
  visit: StaffVisit;
  /** What a person said that the columns mean, when it cannot be so. */
  tried?: (string | null)[];
  fault?: string;
  status?: number;
  flash?: Flash;
}

/** One file that is brought in: looked at, under way, or over. */
export function runPage(props: RunPageProps): StaffPage {
  const { run, visit, status, flash } = props;
  const { say } = visit;
  return {
    title: say("staff-import-of", { file: run.fileName }),
    ...(status !== undefined && { status }),
    ...(flash && { flash }),
    scripts: ["import.js"],
    children: (
      <>
        <p class="row-head">
          <span class={run.status === "refused" || run.status === "failed" ? "mark late" : "mark"}>
            {say(`staff-import-status-${run.status}`)}
          </span>
          <span class="quiet">{sayKind(visit, run.kind)}</span>
        </p>
        <RunOutcome run={run} visit={visit} />
        <Now {...props} />
        <Facts
          facts={[
            [
              say("staff-import-uploaded"),
              `${showInstant(run.uploadedAt)} · ${run.uploadedByName ?? run.uploadedBy}`,
            ],
            [say("staff-import-settled"), run.settledAt && showInstant(run.settledAt)],
            [
              say("staff-import-undone-by"),
              run.undoneAt && `${showInstant(run.undoneAt)} · ${run.undoneByName ?? ""}`,
            ],
          ]}
        />
        <p>
          <a href={importsPath}>{say("staff-import-back")}</a>
        </p>
      </>
    ),
  };
}

/** What may be done about it now. */
function Now(props: RunPageProps) {
  const { run, visit } = props;
  const { say } = visit;
  const address = `${importsPath}/${run.id}`;
  switch (run.status) {
    case "waiting":
      return <PreviewForm {...props} />;
    case "queued":
    case "running":
      return <UnderWay run={run} visit={visit} />;
    case "done":
      return (
        <>
          {run.counts !== null && run.counts.rejected > 0 && (
            <p>
              <a class="button" href={`${address}/loi.csv`} download>
                {say("staff-import-rejects", { count: showNumber(run.counts.rejected, visit.language) })}
              </a>{" "}
              <span class="quiet">{say("staff-import-rejects-hint")}</span>
            </p>
          )}
          {run.isUndoable ? (
            <details class="disclosure">
              <summary>{say("staff-import-undo")}</summary>
              <PostForm visit={visit} action={`${address}/hoan-tac`} className="form">
                <p>{say("staff-import-undo-hint")}</p>
                <button class="button danger">{say("staff-import-undo-sure")}</button>
              </PostForm>
            </details>
          ) : (
            <p class="quiet">{say("staff-import-not-last")}</p>
          )}
        </>
      );
    case "undone":
      return run.undone && run.undone.kept > 0 ? (
        <>
          <p>{say("staff-import-kept")}</p>
          <p class="content">{run.undone.keptCodes.join(", ")}</p>
        </>
      ) : null;
    case "failed":
      return <p>{say("staff-import-failed-hint")}</p>;
    case "uploading":
    case "refused":
    case "discarded":
      return null;
  }
}

function UnderWay({ run, visit: { say, language } }: { run: ImportRun; visit: StaffVisit }) {
  return (
    <section data-under-way class="form">
      <p role="status">
        {run.status === "queued"
          ? say("staff-import-queued")
          : say("staff-import-read", {
              rows: showNumber(run.rowsRead, language),
              percent: Math.floor(run.fraction * 100),
            })}
      </p>
      <progress
        max={1}
        value={run.status === "queued" ? undefined : run.fraction}
        aria-label={say("staff-import-progress")}
      />
      <p class="quiet">{say("staff-import-leave")}</p>
      <p class="no-script">
        <a class="button" href={`${importsPath}/${run.id}`}>
          {say("staff-import-reload")}
        </a>
      </p>
    </section>
  );
}
