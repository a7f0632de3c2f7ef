import type { PublicWords } from "../../../domain/feedback/publication.ts";
import { mayDecideOn } from "../../../domain/feedback/case-access.ts";
import { Refusal } from "../../refusal.ts";
import type { FormFields } from "../form-fields.ts";
import type { StaffPorts } from "../staff-ports.ts";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import { actOf, type StaffVisit } from "../staff-visit.ts";
import { publicationForm } from "./publication-form.tsx";
import { publicationPath } from "./publication-path.ts";

interface ByCode {
  Params: { code: string };
}

/** A leader lets a case that was answered be read by everybody, in words of its own, and takes it back. */
export function addPublicationRoutes(site: StaffSite, { findCase, publications }: StaffPorts): void {
  site.page<ByCode>(
    publicationPath(":code"),
    async (visit, { params }) => {
      const matter = await reach(visit, params.code);
      const published = await publications.find(matter.code);
      return publicationForm({ matter, published, words: published ?? publications.propose(matter) }, visit);
    },
    "leader",
    "admin",
  );

  site.form<ByCode>(
    publicationPath(":code"),
    async (visit, fields, { params }): Promise<FormOutcome> => {
      const matter = await reach(visit, params.code);
      const words = readWords(fields);
      const { staff, now, say } = visit;
      const outcome = await publications.publish({
        code: matter.code,
        words,
        staff,
        channel: "web",
        now,
      });
      if (outcome.kind === "not-found") throw new Refusal(404, { key: "web-error-not-found" });
      if (outcome.kind === "published")
        return { to: publicationPath(matter.code), flash: { tone: "done", text: say("publication-done") } };
      const published = await publications.find(matter.code);
      const faults = outcome.kind === "unfit" ? outcome.faults : {};
      return { ...publicationForm({ matter, published, words, faults }, visit), status: 422 };
    },
    "leader",
    "admin",
  );

  site.form<ByCode>(
    `${publicationPath(":code")}/rut`,
    async (visit, _fields, { params }) => {
      const matter = await reach(visit, params.code);
      const isDone = await publications.withdraw(matter, actOf(visit));
      const text = visit.say(isDone ? "publication-withdrawn" : "publication-not-out");
      return { to: publicationPath(matter.code), flash: { tone: isDone ? "done" : "warning", text } };
    },
    "leader",
    "admin",
  );

  /** The same answer for what does not exist and for what is not theirs to decide on. */
  async function reach({ staff }: StaffVisit, code: string) {
    const file = await findCase(code.toUpperCase(), staff);
    if (!file || !mayDecideOn(staff, file.matter)) throw new Refusal(404, { key: "web-error-not-found" });
    return file.matter;
  }
}

function readWords(fields: FormFields): PublicWords {
  const read = (name: string) => fields.text(name).replaceAll("\r\n", "\n");
  return { question: read("question"), answer: read("answer") };
}
