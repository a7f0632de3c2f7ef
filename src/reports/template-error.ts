/** A template that cannot be filled in, with why; the words are for who made the template. */
export class TemplateError extends Error {
  override name = "TemplateError";
}
