import type { StaffVisit } from "../staff-visit.ts";
import type { CaseFileShown } from "./case-desk.ts";
import { queuePath } from "./queue-asked.ts";

interface CaseFilesProps {
  code: string;
  files: readonly CaseFileShown[];
  visit: StaffVisit;
}

/** The files that came along with a case: pictures as such, the rest to be saved. */
export function CaseFiles({ code, files, visit: { say } }: CaseFilesProps) {
  return (
    <section>
      <h2>{say("work-fact-attachments")}</h2>
      <ul class="files">
        {files.map(({ id, name, mediaType, state }, index) => {
          const called = name ?? say("staff-file", { number: index + 1 });
          const address = `${queuePath}/${code}/tep/${id}`;
          if (state !== null)
            return (
              <li>
                <span>{called}</span> <span class="quiet">{say(`staff-file-${state}`)}</span>
              </li>
            );
          return (
            <li>
              <a href={address}>
                {mediaType?.startsWith("image/") && <img src={address} alt="" loading="lazy" />}
                <span>{called}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
