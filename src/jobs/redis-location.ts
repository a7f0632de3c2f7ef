interface Address {
  host: string;
  port: number;
}

interface Access {
  username?: string;
  password?: string;
  /** Speak TLS. */
  isEncrypted: boolean;
}

/** Where Redis is, and how it is kept available. */
export type RedisLocation =
  | ({ kind: "single"; address: Address; db: number } & Access)
  /** Sentinels know which server of the group `name` leads now. */
  | ({ kind: "sentinel"; sentinels: Address[]; name: string; db: number } & Access)
  | ({ kind: "cluster"; nodes: Address[] } & Access);

const pattern =
  /^redis(?<tls>s?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/@]+)(?:\/(?<path>.*))?$/;

/**
 * Reads `redis://user:password@host:6379/0`, `redis+sentinel://host:26379,host:26379/name/0` and
 * `redis+cluster://host:6379,host:6379`; `rediss` speaks TLS. What stands in a user or password is URL-encoded; a
 * password of sentinels is that of the servers. Throws a TypeError.
 */
export function readRedisUrl(url: string): RedisLocation {
  const { tls, kind, user, password, hosts = "", path = "" } = pattern.exec(url)?.groups ?? {};
  const access: Access = {
    ...(user && { username: decodeURIComponent(user) }),
    ...(password && { password: decodeURIComponent(password) }),
    isEncrypted: tls === "s",
  };
  const addresses = hosts.split(",").map((host) => readAddress(host, kind === "sentinel" ? 26_379 : 6379));
  const [first] = addresses;
  if (!first || addresses.includes(undefined))
    throw new TypeError("A Redis URL needs hosts, each with its port");
  const known = addresses.filter((address) => address !== undefined);
  if (kind === "cluster") return { kind, nodes: known, ...access };
  if (kind === "sentinel") {
    const [name, db] = path.split("/");
    if (!name) throw new TypeError("A Redis URL with sentinels needs the name of the group: …/name");
    return { kind, sentinels: known, name, db: Number(db ?? 0), ...access };
  }
  if (known.length > 1) throw new TypeError("Several hosts need redis+sentinel:// or redis+cluster://");
  return { kind: "single", address: first, db: Number(path || 0), ...access };
}

function readAddress(text: string, usualPort: number): Address | undefined {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  return host === undefined ? undefined : { host, port: Number(port ?? usualPort) };
}
