import { defineConfig } from "vitest/config";

export default defineConfig({
  // The operator's commands are programs of their own, several in a test.
  test: { testTimeout: 60_000, hookTimeout: 60_000 },
});
