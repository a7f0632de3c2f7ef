import type { FastifyReply, FastifyRequest } from "fastify";
import { languages, type Language, type MessageKey, type Say, type Variables } from "../wording/wording.ts";

const cookieName = "motcua_language";
const yearSeconds = 365 * 24 * 3600;

/** Says a sentence in the language of one page. */
export type PageSay = <K extends MessageKey>(key: K, ...args: Variables<K>) => string;

export function sayIn(say: Say, language: Language): PageSay {
  return (key, ...args) => say(language, key, ...args);
}

/** The language the person chose on this site; undefined when they never did. */
export function chosenLanguage(request: FastifyRequest): Language | undefined {
  return readLanguage(request.cookies[cookieName]);
}

/** Vietnamese until the person chooses: many browsers in Vietnam are set to English by nobody's wish. */
export function pageLanguage(request: FastifyRequest): Language {
  return chosenLanguage(request) ?? "vi";
}

export function rememberLanguage(reply: FastifyReply, language: Language): void {
  reply.setCookie(cookieName, language, { path: "/", maxAge: yearSeconds, sameSite: "lax", httpOnly: true });
}

export function readLanguage(value: unknown): Language | undefined {
  return languages.find((language) => language === value);
}
