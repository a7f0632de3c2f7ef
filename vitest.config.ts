import { configDefaults, defineConfig } from "vitest/config";

/** Each page of the staff in both themes and all widths takes many minutes: `npm run test:pages`. */
const wholePages = [
  "test/web/staff/whole-pages.test.ts",
  "test/web/staff/whole-setting-pages.test.ts",
  "test/web/staff/dossier-pages.test.ts",
];

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: [...configDefaults.exclude, ...(process.env["WHOLE_PAGES"] ? [] : wholePages)],
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
