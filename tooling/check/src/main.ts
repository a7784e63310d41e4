import { exit } from "node:process";
import { readCommand } from "./config.ts";
import { add, type Count, format } from "./count.ts";
import { runStep } from "./run-step.ts";
import { runTests } from "./run-tests.ts";
import { build, conformance, generators, house, type Step, steps } from "./steps.ts";

const command = readCommand();

if (command.name === "test") {
  // Who names files is at work on them, and wants their result only.
  const checks = command.filters.length > 0 ? { passed: 0, failed: 0, skipped: 0 } : await runAll(steps);
  const count = add(checks, await runTests(command.filters));
  console.log(format(count));
  exit(count.failed > 0 ? 1 : 0);
}

const generated = command.name === "generate" && command.isQuick ? generators : [...generators, conformance];
const chosen = { check: [...steps, house], generate: generated, build: [build] }[command.name];
exit((await runAll(chosen)).failed > 0 ? 1 : 0);

/** One after the other: most of them use every core by themselves. */
async function runAll(chosen: readonly Step[]): Promise<Count> {
  let passed = 0;
  for (const step of chosen) if (await runStep(step)) passed++;
  return { passed, failed: chosen.length - passed, skipped: 0 };
}
