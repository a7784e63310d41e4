import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["packages/*", "apps/*", "tooling/!(*.mjs)"],
    globalSetup: ["./packages/postgres/src/global-setup.ts"],
    // As it comes, one core is left idle; many tests wait for processes and leases, and share the cores well.
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
