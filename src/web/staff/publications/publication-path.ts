/** Where a case is let out to be read by everybody. */
export function publicationPath(code: string): string {
  return `/lamviec/congkhai/${code}`;
}
