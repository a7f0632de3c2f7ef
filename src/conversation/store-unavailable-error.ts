/** The database is away: refused, shutting down, or too slow to connect. Nothing was stored; trying again may work. */
export class StoreUnavailableError extends Error {
  override name = "StoreUnavailableError";
}
