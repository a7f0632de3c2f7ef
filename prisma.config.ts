import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// `generate`, `validate` and `format` never run Prisma's native schema engine, yet the command line
// downloads it unless this names an existing file; so they work with no network but the npm registry.
const needsNoEngine = ["generate", "validate", "format"].some((c) => process.argv.includes(c));
if (needsNoEngine) process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= fileURLToPath(import.meta.url);

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "" },
});
