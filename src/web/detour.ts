import { Refusal, type Sentence } from "./refusal.ts";

/** A browser is led elsewhere before it gets what it asked for; a program is refused with the sentence. */
export class Detour extends Refusal {
  readonly to: string;
  constructor(to: string, sentence: Sentence) {
    super(403, sentence);
    this.to = to;
  }
}
