import { writeFileSync } from "node:fs";
import { judgeCase, type Mode, modes } from "./judge-case.ts";
import { pageFile, writeDifferences, writeHead, writeMode } from "./page.ts";
import { environmentOf } from "./profile.ts";
import type { Outcome } from "./report.ts";
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

const suite = readSuite();
const parts = [writeHead()];
for (const mode of modes) {
  const outcomes = await outcomesOf(suite, mode);
  parts.push(writeMode(mode, outcomes));
  for (const { one, verdict } of outcomes) {
    if (verdict.kind === "red") console.error(`${mode} ${one.id} ${one.title}\n    ${verdict.problems.join("\n    ")}`);
  }
}
parts.push(writeDifferences(suite));
writeFileSync(pageFile, `${parts.join("\n\n")}\n`);
