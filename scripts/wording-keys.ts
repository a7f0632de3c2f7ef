// Writes src/wording/message-arguments.ts: the name of every sentence and the variables it takes.
// Fails when a language lacks a sentence or takes other variables. `--check` only compares.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { FluentParser, Visitor, type Message, type VariableReference } from "@fluent/syntax";

type Catalogue = Map<string, string[]>;

class Variables extends Visitor {
  names = new Set<string>();
  override visitVariableReference(node: VariableReference): void {
    this.names.add(node.id.name);
  }
}

function readCatalogue(language: string): Catalogue {
  const catalogue: Catalogue = new Map();
  for (const file of readdirSync(`locales/${language}`).toSorted()) {
    const resource = new FluentParser().parse(readFileSync(`locales/${language}/${file}`, "utf8"));
    for (const entry of resource.body) {
      if (entry.type === "Junk")
        throw new Error(`locales/${language}/${file}: not Fluent: ${entry.content.slice(0, 80)}`);
      if (entry.type !== "Message") continue;
      const message = entry as Message;
      if (catalogue.has(message.id.name))
        throw new Error(`locales/${language}: "${message.id.name}" stands twice`);
      const variables = new Variables();
      variables.visit(message);
      catalogue.set(message.id.name, [...variables.names].toSorted());
    }
  }
  return catalogue;
}

function differences(a: Catalogue, b: Catalogue): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((k) => a.get(k)?.join() !== b.get(k)?.join());
}

const vi = readCatalogue("vi");
const differing = differences(vi, readCatalogue("en"));
if (differing.length) throw new Error(`vi and en differ in: ${differing.join(", ")}`);

const lines = [...vi]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, variables]) => {
    const fields = variables.map((name) => `${name}: string | number`).join("; ");
    return `  "${key}": ${fields ? `{ ${fields} }` : "Record<never, never>"};`;
  });
const output = `// Made from locales/ by \`npm run wording\`.\nexport interface MessageArguments {\n${lines.join("\n")}\n}\n`;
const file = "src/wording/message-arguments.ts";
if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== output) throw new Error(`${file} is stale: run npm run wording`);
} else writeFileSync(file, output);
