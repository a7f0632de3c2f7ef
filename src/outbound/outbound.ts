import { lookup, type LookupOptions } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import type { Dispatcher } from "undici";

/** Thrown by a request to where nobody allowed one. */
class NotAllowedError extends Error {
  override readonly name = "NotAllowedError";
}

/** The one way out for requests whose address does not stand fast in a configured root. */
export interface Outbound extends AsyncDisposable {
  /** Refuses whatever is not allowed, before anything is connected, and follows nothing. Opened when first asked for. */
  readonly dispatcher: () => Promise<Dispatcher>;
  /** The same as `fetch`; a redirect is an error. */
  readonly fetch: typeof globalThis.fetch;
  /** Allows the hosts that a server which is allowed names as its own. */
  trust(urls: readonly string[]): void;
}

const largestAnswerBytes = 20 * 1024 * 1024;

/**
 * `configured`: addresses an operator wrote down, which may be of the agency's own network. `named`: hosts that a platform
 * names in what it sends us, and those below them: HTTPS alone, and never an address of a network that is not public.
 */
export function createOutbound(allowed: {
  configured: readonly string[];
  named: readonly string[];
}): Outbound {
  const origins = new Set(allowed.configured.map(originOf));
  const hosts = new Set(allowed.configured.map((url) => new URL(url).hostname));
  let opened: ReturnType<typeof open> | undefined;

  async function open() {
    const { Agent, fetch } = await import("undici");
    const agent = new Agent({
      connect: { timeout: 5_000, lookup: lookUpPublic(hosts) },
      headersTimeout: 15_000,
      bodyTimeout: 15_000,
      maxResponseSize: largestAnswerBytes,
    });
    const dispatcher = agent.compose((dispatch) => (options, handler) => {
      requireAllowed(options.origin);
      return dispatch(options, handler);
    });
    return { agent, dispatcher, fetch };
  }

  function requireAllowed(origin: string | URL | undefined): void {
    const url = new URL(String(origin));
    if (origins.has(url.origin)) return;
    const host = url.hostname;
    const isNamed = allowed.named.some((name) => host === name || host.endsWith(`.${name}`));
    if (!isNamed || url.protocol !== "https:" || url.port !== "" || isIP(host.replaceAll(/[[\]]/g, "")) !== 0)
      throw new NotAllowedError(`${url.origin} is not among the hosts that requests may go to`);
  }

  async function send(input: string, init?: RequestInit): Promise<unknown> {
    const { dispatcher, fetch } = await (opened ??= open());
    return fetch(input, { ...(init as object), redirect: "error", dispatcher });
  }

  return {
    dispatcher: async () => (await (opened ??= open())).dispatcher,
    fetch: send as unknown as typeof globalThis.fetch,
    trust(urls) {
      for (const url of urls) {
        origins.add(originOf(url));
        hosts.add(new URL(url).hostname);
      }
    },
    async [Symbol.asyncDispose]() {
      await (await opened)?.agent.close();
    },
  };
}

function originOf(url: string): string {
  return new URL(url).origin;
}

/** Looks a host up as Node does, and finds nothing where it leads into a network that is not public. */
function lookUpPublic(configured: ReadonlySet<string>): LookupFunction {
  return (hostname, options: LookupOptions, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 4);
      const isOpen = configured.has(hostname);
      const usable = addresses.filter(({ address }) => isOpen || isPublic(address));
      const [first] = usable;
      if (!first)
        return callback(new NotAllowedError(`${hostname} is in a network that is not public`), "", 4);
      return options.all === true ? callback(null, usable) : callback(null, first.address, first.family);
    });
  };
}

const notPublic = new BlockList();
const ranges4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
  192.168.0.0/16 198.18.0.0/15 224.0.0.0/4 240.0.0.0/4`;
const ranges6 = "::/128 ::1/128 64:ff9b::/96 100::/64 2002::/16 fc00::/7 fe80::/10 ff00::/8";
for (const [ranges, family] of [
  [ranges4, "ipv4"],
  [ranges6, "ipv6"],
] as const)
  for (const range of ranges.split(/\s+/)) {
    const [network, bits] = range.split("/");
    notPublic.addSubnet(network!, Number(bits), family);
  }

/** Whether an address is of the internet, not of this machine, its network, or a test. */
export function isPublic(address: string): boolean {
  return !notPublic.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}
