import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./src/journal/table.ts",
  out: "./src/journal/migrations",
  schemaFilter: ["provisioner"],
});
