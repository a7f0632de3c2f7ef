import { readdirSync, readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { MessageArguments } from "./message-arguments.ts";

// Every sentence the program says to a person stands in locales/<language>/*.ftl and is reached only through here.

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

export type MessageKey = keyof MessageArguments;

/** Says a sentence: `say("vi", "dossier-due", { day: "14/03/2021" })`. */
export type Say = <K extends MessageKey>(language: Language, key: K, ...args: Variables<K>) => string;

/** For a union of keys, the variables of any of them. */
export type Variables<K extends MessageKey> = K extends MessageKey
  ? keyof MessageArguments[K] extends never
    ? []
    : [MessageArguments[K]]
  : never;

const localesFolder = new URL(
  import.meta.url.includes("/dist/") ? "../../../locales/" : "../../locales/",
  import.meta.url,
);

/** Reads the sentences of every language once. Throws when a file is not valid Fluent. */
export function createWording(): Say {
  const bundles = new Map(languages.map((language) => [language, readBundle(language)]));
  return (language, key, ...args) => {
    const bundle = bundles.get(language)!;
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`No sentence "${key}" in locales/${language}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, args[0] ?? {}, errors);
    if (errors[0])
      throw new Error(`Sentence "${key}" (${language}): ${errors[0].message}`, { cause: errors[0] });
    return text;
  };
}

function readBundle(language: Language): FluentBundle {
  // Isolation marks would be counted and shown by messengers.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const folder = new URL(`${language}/`, localesFolder);
  for (const file of readdirSync(folder)) {
    const problems = bundle.addResource(new FluentResource(readFileSync(new URL(file, folder), "utf8")));
    if (problems[0]) throw new Error(`locales/${language}/${file}: ${problems[0].message}`);
  }
  return bundle;
}
