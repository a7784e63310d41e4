import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { testTimeout: process.env.MINTMARK_TEST_LONG ? 600_000 : 60_000, hookTimeout: 60_000 },
});
