import { judgeCase, type Mode, modes } from "./judge-case.ts";
import { environmentOf } from "./profile.ts";
import { formatDeviations, formatSummary, type Outcome, summarise } from "./report.ts";
import { startAuthority } from "./start-authority.ts";
import { readSuite, type Suite } from "./suite.ts";

// Prints the conformance report; what is red goes to stderr with its problems.

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

const suite = readSuite();
for (const mode of modes) {
  const outcomes = await outcomesOf(suite, mode);
  console.log(`${titles[mode]}\n\n${formatSummary(summarise(outcomes))}\n`);
  for (const { one, verdict } of outcomes) {
    if (verdict.kind === "red") console.error(`${mode} ${one.id} ${one.title}\n    ${verdict.problems.join("\n    ")}`);
  }
}
console.log(`## Deliberate differences\n\n${formatDeviations(suite.cases)}`);
