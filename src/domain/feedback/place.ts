/** Degrees (WGS 84): the mainland with Hoàng Sa, Trường Sa and the waters between. */
const vietnam = { south: 6.5, north: 23.4, west: 102.1, east: 117.9 };

/** Whether a position may lie in Vietnam. A rectangle: near the border it is generous. */
export function mayLieInVietnam({ latitude, longitude }: { latitude: number; longitude: number }): boolean {
  return (
    latitude >= vietnam.south &&
    latitude <= vietnam.north &&
    longitude >= vietnam.west &&
    longitude <= vietnam.east
  );
}

const earthRadiusMetres = 6_371_000;
const radians = Math.PI / 180;

type Position = { latitude?: number; longitude?: number };

/** Metres between two positions on the ground; undefined when one of them is not known. */
export function metresBetween(a: Position, b: Position): number | undefined {
  if (a.latitude === undefined || a.longitude === undefined) return undefined;
  if (b.latitude === undefined || b.longitude === undefined) return undefined;
  const half = (from: number, to: number) => Math.sin(((to - from) * radians) / 2) ** 2;
  const squared =
    half(a.latitude, b.latitude) +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * half(a.longitude, b.longitude);
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(squared)));
}
