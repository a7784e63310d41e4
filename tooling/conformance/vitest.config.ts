import { defineConfig } from "vitest/config";

export default defineConfig({
  // A case is up to a hundred requests, some of which hash passwords; a profile starts a server and a database.
  test: { testTimeout: 120_000, hookTimeout: 120_000 },
});
