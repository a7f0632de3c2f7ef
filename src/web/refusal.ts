import type { MessageArguments } from "../wording/message-arguments.ts";

type SentenceKey = Extract<keyof MessageArguments, `web-error-${string}`>;

/** A sentence still to be said in the reader's language. */
export type Sentence = {
  [K in SentenceKey]: keyof MessageArguments[K] extends never
    ? { key: K; values?: undefined }
    : { key: K; values: MessageArguments[K] };
}[SentenceKey];

/** Thrown by a route that will not do what was asked; the error answer says why, with the HTTP status. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly sentence: Sentence;

  constructor(status: number, sentence: Sentence) {
    super(sentence.key);
    this.status = status;
    this.sentence = sentence;
  }
}
