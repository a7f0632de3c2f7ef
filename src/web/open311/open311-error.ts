/** A fault of the caller: HTTP status and a sentence that says what to do. */
export class Open311Error extends Error {
  override readonly name = "Open311Error";
  readonly status: 400 | 403 | 404;

  constructor(status: 400 | 403 | 404, description: string) {
    super(description);
    this.status = status;
  }
}
