import { defineConfig } from "vitest/config";

export default defineConfig({
  // Each test starts whole programs, some of them several times.
  test: { testTimeout: 120_000 },
});
