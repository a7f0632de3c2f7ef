import type { FastifyHelmetOptions } from "@fastify/helmet";

const yearSeconds = 31_536_000;

/** Everything comes from this origin or not at all; over HTTPS browsers are told to stay there. */
export function securityHeaders(isHttps: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    // `no-referrer` would make browsers send `Origin: null` with our own forms, and the origin check refuse them.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: isHttps ? { maxAge: yearSeconds, includeSubDomains: false } : false,
  };
}

/** The same for answers that are given before any route is found, as to an address that cannot be read; and nobody keeps them. */
export function bareHeaders(isHttps: boolean): Record<string, string> {
  return {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    ...(isHttps && { "strict-transport-security": `max-age=${yearSeconds}` }),
  };
}
