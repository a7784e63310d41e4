import { argv, env } from "node:process";

type Command =
  | { readonly name: "check" | "build" }
  /** With `isQuick`, only what needs no run of the recorded cases. */
  | { readonly name: "generate"; readonly isQuick: boolean }
  | { readonly name: "test"; readonly filters: readonly string[] };

/** What `tooling/run.mjs` asks for. `generate contract` leaves out what takes minutes. `test --long` also runs the tests that take minutes: they look for the variable. */
export function readCommand(): Command {
  const [name, ...rest] = argv.slice(2);
  if (name === "check" || name === "build") return { name };
  if (name === "generate") return { name, isQuick: rest.includes("contract") };
  if (name !== "test") throw new Error(`unknown command "${name}"; choose one of: check, test, generate, build`);

  if (rest.includes("--long")) env.MINTMARK_TEST_LONG = "1";
  return { name, filters: rest.filter((arg) => arg !== "--long") };
}
