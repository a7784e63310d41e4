import { readFileSync } from "node:fs";
import { operationsOf } from "@mintmark/domain";
import type { Mode } from "./judge-case.ts";
import { formatDeviations, formatSummary, type Outcome, summarise } from "./report.ts";
import type { Suite } from "./suite.ts";

export const pageFile = new URL("../../../docs/conformance.md", import.meta.url);

/** The page above the results: what was played, and how much of Forgejo is offered. */
export function writeHead(): string {
  return [
    "<!-- Written by `npm run generate`, or `npm run conformance` alone. -->",
    "# Conformance",
    "Requests with the answers that a Forgejo gave to them (main of 2026-07-01, 17.0.0-dev, PostgreSQL), sent to this authority. A case is equal, or different on purpose with a reason that stands below, or it needs a route that is not offered yet.",
    countRoutes(),
  ].join("\n\n");
}

const titles: Readonly<Record<Mode, string>> = {
  strict: "## As it comes",
  forgejo: "## With MINTMARK_COMPATIBILITY=forgejo",
};

/** How the cases came out in one mode. */
export const writeMode = (mode: Mode, outcomes: readonly Outcome[]): string =>
  [titles[mode], formatSummary(summarise(outcomes))].join("\n\n");

export const writeDifferences = ({ cases }: Suite): string =>
  ["## Deliberate differences", formatDeviations(cases)].join("\n\n");

/** How many of the operations that Forgejo has are offered, by method and path. */
function countRoutes(): string {
  const words = readFileSync(new URL("../forgejo-paths.txt", import.meta.url), "utf8").matchAll(/^([A-Z]+) +(\/\S+)/gm);
  const shapeOf = (method: string, path: string) => `${method} ${path.replaceAll(/\{[^}]+\}/g, "{}")}`;
  const forgejos = new Set([...words].map(([, method = "", path = ""]) => shapeOf(method, path)));
  const ours = operationsOf().filter(({ isMintmark }) => !isMintmark);
  const offered = ours.filter(({ method, path }) => forgejos.has(shapeOf(method, path)));
  return `Offered are ${offered.length} of the ${forgejos.size} operations that Forgejo's document has; \`docs/api.md\` lists them, and says why the others are not.`;
}
