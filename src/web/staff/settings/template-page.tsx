import type { ReplyTemplate, TemplateFault } from "../../../domain/feedback/reply-template.ts";
import type { SettingChange } from "../../../domain/settings/setting-change.ts";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { SettingHistory } from "./setting-history.tsx";
import { TemplateForm, type WrittenTemplate } from "./template-form.tsx";
import { templatesPath } from "./template-list.tsx";

/** What trying a text came to: the text as the case would have it, or no such case for them. */
export type TriedTemplate = { kind: "filled"; code: string; text: string } | { kind: "no-case" };

export interface TemplatePageParts {
  written: WrittenTemplate;
  /** The latest version; none: a new text. */
  latest: ReplyTemplate | undefined;
  changes: readonly SettingChange[];
  fieldNames: readonly string[];
  mayChange: boolean;
  faults?: readonly TemplateFault[];
  /** Somebody else was faster: `latest` is theirs. */
  isChangedMeanwhile?: boolean;
  tried?: TriedTemplate | undefined;
}

/** One text with its form, what it looks like in a case, and its history. */
export function templatePage(parts: TemplatePageParts, visit: StaffVisit): StaffPage {
  const { written, latest, changes, fieldNames, mayChange, faults = [], isChangedMeanwhile, tried } = parts;
  const { say } = visit;
  const isOffered = latest !== undefined && latest.endedAt === null;
  return {
    title: latest ? latest.name : say("template-new"),
    ...(faults.length > 0 && {
      status: 422,
      flash: { tone: "warning" as const, text: say("settings-faulty") },
    }),
    ...(isChangedMeanwhile && {
      status: 409,
      flash: { tone: "warning" as const, text: say("template-changed-meanwhile") },
    }),
    children: (
      <>
        <p>
          <a href={templatesPath}>← {say("settings-mau")}</a>
        </p>
        {latest && !isOffered && <p class="mark late">{say("template-is-ended")}</p>}
        {tried && <Tried tried={tried} visit={visit} />}
        {mayChange && (isOffered || !latest) ? (
          <TemplateForm
            written={written}
            seen={latest?.id ?? ""}
            fieldNames={fieldNames}
            faults={faults}
            theirs={isChangedMeanwhile ? latest : undefined}
            action={latest ? `${templatesPath}/muc/${latest.line}` : `${templatesPath}/moi`}
            visit={visit}
          />
        ) : (
          <blockquote class="panel">
            {written.text.split(/\n{2,}/).map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </blockquote>
        )}
        {latest && mayChange && <Ending latest={latest} isOffered={isOffered} visit={visit} />}
        {latest && (
          <>
            <h2>{say("settings-history")}</h2>
            <SettingHistory changes={changes} visit={visit} />
          </>
        )}
      </>
    ),
  };
}

function Ending({
  latest,
  isOffered,
  visit,
}: {
  latest: ReplyTemplate;
  isOffered: boolean;
  visit: StaffVisit;
}) {
  const { say } = visit;
  return isOffered ? (
    <PostForm visit={visit} action={`${templatesPath}/muc/${latest.line}/thoi`}>
      <p class="quiet">{say("template-end-how")}</p>
      <button class="button">{say("template-end")}</button>
    </PostForm>
  ) : (
    <p class="buttons">
      <a class="button" href={`${templatesPath}/moi?tu=${latest.line}`}>
        {say("template-again")}
      </a>
    </p>
  );
}

function Tried({ tried, visit: { say } }: { tried: TriedTemplate; visit: StaffVisit }) {
  return (
    <section class="panel try" role="status">
      {tried.kind === "no-case" ? (
        <p>{say("template-try-no-case")}</p>
      ) : (
        <>
          <h2>{say("template-tried", { code: tried.code })}</h2>
          {tried.text.split(/\n+/).map((line) => (
            <p>{line}</p>
          ))}
          <p class="quiet">{say("template-tried-note")}</p>
        </>
      )}
    </section>
  );
}
