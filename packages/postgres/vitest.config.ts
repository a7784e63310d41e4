import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** For every package whose tests need PostgreSQL. */
export default defineConfig({
  test: {
    globalSetup: [fileURLToPath(new URL("./src/global-setup.ts", import.meta.url))],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
