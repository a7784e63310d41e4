export { default } from "../postgres/vitest.config.ts";
