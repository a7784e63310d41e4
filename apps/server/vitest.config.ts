export { default } from "../../packages/postgres/vitest.config.ts";
