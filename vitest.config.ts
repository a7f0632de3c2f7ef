import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/steady-properties.ts"],
    // A command is a process of its own, and two cores may be busy with others.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    passWithNoTests: false,
    // .ci/run reads the counts from there.
    reporters: process.env["CI"]
      ? ["default", ["json", { outputFile: "dist/test-results.json" }]]
      : ["default"],
  },
});
