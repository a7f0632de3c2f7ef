import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { createGenerator } from "ts-json-schema-generator";

// The judge of every call to Telegram: a JSON Schema made from @grammyjs/types, which follow the Bot API's documentation.

const require = createRequire(import.meta.url);
const typesFolder = dirname(require.resolve("@grammyjs/types/package.json"));
const { version } = JSON.parse(readFileSync(join(typesFolder, "package.json"), "utf8")) as {
  version: string;
};
const cacheFolder = join(typesFolder, "../../.cache/motcua");

/** What is wrong with a call's parameters by the Bot API's types; undefined when nothing is. */
export type JudgeCall = (method: string, payload: unknown) => string | undefined;

/** Making the schema takes seconds, so it is kept in node_modules/.cache until the types change. */
export function createCallJudge(): JudgeCall {
  const schema = readSchema();
  const methods = Object.keys(schema.definitions.Calls.properties);
  if (methods.length < 150) throw new Error(`Only ${methods.length} methods were found in @grammyjs/types`);
  const ajv = new Ajv({ strict: false, allowUnionTypes: true }).addSchema(schema, "telegram");
  return (method, payload) => {
    if (!methods.includes(method)) return `unknown method ${method}`;
    const isValid = ajv.getSchema(`telegram#/definitions/Calls/properties/${method}`)!;
    return isValid(payload) ? undefined : ajv.errorsText(isValid.errors, { dataVar: method });
  };
}

interface Schema {
  definitions: { Calls: { properties: Record<string, object> } };
}

function readSchema(): Schema {
  const file = join(cacheFolder, `telegram-${version}.schema.json`);
  if (!existsSync(file)) {
    mkdirSync(cacheFolder, { recursive: true });
    writeWhole(file, JSON.stringify(makeSchema()));
  }
  return JSON.parse(readFileSync(file, "utf8")) as Schema;
}

function makeSchema(): object {
  const source = join(cacheFolder, `telegram-${version}-${process.pid}.ts`);
  writeFileSync(source, callsInterface(readFileSync(join(typesFolder, "methods.d.ts"), "utf8")));
  const schema = createGenerator({ path: source, type: "Calls", skipTypeCheck: true }).createSchema("Calls");
  rmSync(source);
  return schema;
}

/**
 * The generator cannot read the parameters of a method's type, so each `name(args: {…}): Result` becomes a property
 * `name: {…}`. Deprecated
 * names are left out; a file (`F`) is named by its id or address.
 */
function callsInterface(declarations: string): string {
  const [, imports = "", methods = "", inputTypes = ""] =
    /^(.*?)\/\*\* Extracts.*?export type ApiMethods<F> = \{(.*?)\n\};(.*)$/s.exec(declarations) ?? [];
  const located = imports.replaceAll(' from "./', ` from "${typesFolder}/`);
  const properties = methods
    .replace(/^ {4}\w+: ApiMethods<F>.*$/gm, "")
    .replace(/^ {4}(\w+)\(\): [^;]+;/gm, "    $1: {};")
    .replace(/^ {4}(\w+)\(args\??: \{/gm, "    $1: {")
    .replace(/^ {4}\}\): [^;]+;/gm, "    };")
    .replace(/\bF\b/g, "string");
  const inputNames = Array.from(
    inputTypes.matchAll(/^export (?:interface|type) (\w+)/gm),
    ([, name]) => name,
  );
  const inputs = `import type { ${inputNames.join(", ")} } from "${typesFolder}/methods.js";`;
  return `${located}\n${inputs}\nexport interface Calls {${properties}\n}\n`;
}

/** Test files run side by side: each must find either no file or a whole one. */
function writeWhole(file: string, content: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}
