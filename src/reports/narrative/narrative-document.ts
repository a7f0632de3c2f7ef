import { readFileSync } from "node:fs";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import type { ReportMaterial, Speech } from "../report-material.ts";
import { TemplateError } from "../template-error.ts";
import { narrativeTags } from "./narrative-tags.ts";

const builtInTemplate = new URL(
  import.meta.url.includes("/dist/")
    ? "../../../../src/reports/templates/bao-cao.docx"
    : "../templates/bao-cao.docx",
  import.meta.url,
);

/**
 * The narrative report as the bytes of a DOCX file, by the department's template or the one that comes along. Throws
 * TemplateError when the template is no Word document, has a tag out of place, or names what a report does not have.
 */
export function narrativeDocument(
  material: ReportMaterial,
  speech: Speech,
  template?: Uint8Array,
): Uint8Array {
  const unknown = new Set<string>();
  const document = openTemplate(template ?? readFileSync(builtInTemplate), (tag) => unknown.add(tag));
  document.render(narrativeTags(material, speech));
  if (unknown.size)
    throw new TemplateError(`A report has nothing for ${[...unknown].map((tag) => `{${tag}}`).join(", ")}.`);
  return document.toBuffer();
}

function openTemplate(bytes: Uint8Array, onUnknown: (tag: string) => void): Docxtemplater {
  try {
    return new Docxtemplater(new PizZip(bytes), {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter(part: { value: string }) {
        onUnknown(part.value);
        return "";
      },
    });
  } catch (error) {
    throw new TemplateError(faultOf(error), { cause: error });
  }
}

/** Docxtemplater collects the faults of a template, each with its tag, in `properties`. */
function faultOf(error: unknown): string {
  const { properties } = error as { properties?: { errors?: { properties: { explanation: string } }[] } };
  const faults = properties?.errors?.map(({ properties: { explanation } }) => explanation) ?? [];
  return faults.length ? `${faults.join(". ")}.` : "It is no Word document (.docx).";
}
