import { readFileSync, writeFileSync } from "node:fs";
import { operationsOf } from "@mintmark/domain";
import { judgeCase, type Mode, modes } from "./judge-case.ts";
import { environmentOf } from "./profile.ts";
import { formatDeviations, formatSummary, type Outcome, summarise } from "./report.ts";
import { startAuthority } from "./start-authority.ts";
import { readSuite, type Suite } from "./suite.ts";

// Runs every case in both modes and writes docs/conformance.md; what is red goes to stderr with its problems.

async function outcomesOf(suite: Suite, mode: Mode): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [profile, cases] of Map.groupBy(suite.cases, (one) => one.profile)) {
    const authority = await startAuthority(environmentOf(profile, mode));
    try {
      for (const one of cases) outcomes.push({ one, verdict: await judgeCase(one, suite, authority.target, mode) });
    } finally {
      await authority.stop();
    }
  }
  return outcomes;
}

const titles: Readonly<Record<Mode, string>> = {
  strict: "## As it comes",
  forgejo: "## With MINTMARK_COMPATIBILITY=forgejo",
};

/** How many of the operations that Forgejo has are offered, by method and path. */
function countRoutes(): string {
  const words = readFileSync(new URL("../forgejo-paths.txt", import.meta.url), "utf8").matchAll(/^([A-Z]+) +(\/\S+)/gm);
  const shapeOf = (method: string, path: string) => `${method} ${path.replaceAll(/\{[^}]+\}/g, "{}")}`;
  const forgejos = new Set([...words].map(([, method = "", path = ""]) => shapeOf(method, path)));
  const ours = operationsOf().filter(({ isMintmark }) => !isMintmark);
  const offered = ours.filter(({ method, path }) => forgejos.has(shapeOf(method, path)));
  return `Offered are ${offered.length} of the ${forgejos.size} operations that Forgejo's document has; \`docs/api.md\` lists them.`;
}

const suite = readSuite();
const parts = [
  "<!-- Written by `npm run conformance`. -->",
  "# Conformance",
  "Requests with the answers that a Forgejo gave to them (main of 2026-07-01, 17.0.0-dev, PostgreSQL), sent to this authority. A case is equal, or different on purpose with a reason that stands below, or it needs a route that is not offered yet.",
  countRoutes(),
];
for (const mode of modes) {
  const outcomes = await outcomesOf(suite, mode);
  parts.push(titles[mode], formatSummary(summarise(outcomes)));
  for (const { one, verdict } of outcomes) {
    if (verdict.kind === "red") console.error(`${mode} ${one.id} ${one.title}\n    ${verdict.problems.join("\n    ")}`);
  }
}
parts.push("## Deliberate differences", formatDeviations(suite.cases));
writeFileSync(new URL("../../../docs/conformance.md", import.meta.url), `${parts.join("\n\n")}\n`);
