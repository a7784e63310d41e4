import { execPath } from "node:process";

/** A check of the house: one program, silent when content. */
export type Step = { readonly name: string; readonly command: string; readonly args: readonly string[] };

const node = (name: string, ...args: string[]): Step => ({ name, command: execPath, args });

/** All packages as one program: 5 s, where one program each takes 25 s, since most of them read the domain again. */
const types: Step = { name: "types", command: "tsc", args: ["-p", "."] };

/** Rooms, packages, names, and what documents mention: small tests without a database. */
export const house: Step = {
  name: "house",
  command: "vitest",
  args: ["run", "--root", "tooling", "--reporter=dot", "boundaries", "docs"],
};

/** `npm run check`, cheapest first. `npm test` leaves out `house`, whose tests run there with all the others. */
export const steps: readonly Step[] = [
  { name: "lint", command: "biome", args: ["check", "--error-on-warnings", "--max-diagnostics=50", "."] },
  { name: "boundaries", command: "turbo", args: ["boundaries"] },
  { name: "unused", command: "knip", args: ["--no-config-hints", "--no-progress"] },
  node("generated", "tooling/codegen/src/main.ts", "--check"),
  node("generated docs", "tooling/docs/src/main.ts", "--check"),
  types,
];

/** `npm run generate`: the contract first, since the client's types and the pages are made from it. */
export const generators: readonly Step[] = [
  node("contract and client", "tooling/codegen/src/main.ts"),
  node("docs", "tooling/docs/src/main.ts"),
];

/** Plays all recorded cases in both modes, each profile on a server and a database of its own: minutes. */
export const conformance: Step = node("conformance", "tooling/conformance/src/main.ts");

export const build: Step = { name: "build", command: "turbo", args: ["run", "build"] };
