/** The database is away: refusing, shutting down, or too slow to answer. The same may succeed a moment later. */
export class StoreUnavailableError extends Error {
  override name = "StoreUnavailableError";
}
