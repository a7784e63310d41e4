import { defineConfig } from "vitest/config";

// The command is tested as a process of its own, several times in one test.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } });
