import { argv, env } from "node:process";

type Command =
  | { readonly name: "check" | "generate" | "build" }
  | { readonly name: "test"; readonly filters: readonly string[] };

/** What `tooling/run.mjs` asks for. `test --long` also runs the tests that take minutes: they look for the variable. */
export function readCommand(): Command {
  const [name, ...rest] = argv.slice(2);
  if (name === "check" || name === "generate" || name === "build") return { name };
  if (name !== "test") throw new Error(`unknown command "${name}"; choose one of: check, test, generate, build`);

  if (rest.includes("--long")) env.MINTMARK_TEST_LONG = "1";
  return { name, filters: rest.filter((arg) => arg !== "--long") };
}
