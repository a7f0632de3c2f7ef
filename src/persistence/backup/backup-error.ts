/** A backup that cannot be taken back, with the reason and what to do. */
export class BackupError extends Error {
  override name = "BackupError";
}
