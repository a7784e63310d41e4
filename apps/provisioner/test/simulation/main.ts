import { parseArgs } from "node:util";
import { simulate } from "./simulate.ts";

// npm run simulate -- --seed 1 --runs 100000: tries so many seeds, and prints those that broke something.

const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, runs: { type: "string", default: "10000" } },
});
const [first, runs] = [Number(values.seed), Number(values.runs)];
if (!Number.isSafeInteger(first) || !Number.isSafeInteger(runs)) throw new Error("--seed and --runs are whole numbers");

const begun = performance.now();
let violations = 0;
for (let seed = first; seed < first + runs; seed += 1) {
  const { violation, acts } = await simulate(seed);
  if (violation === undefined) continue;
  violations += 1;
  if (violations <= 5) console.log(`seed ${seed}: ${violation}\n${acts.map((act) => `  ${act}`).join("\n")}`);
}
const seconds = (performance.now() - begun) / 1000;
console.log(`${runs} seeds from ${first}: ${violations} violations, ${Math.round(runs / seconds)} seeds a second`);
if (violations > 0) process.exitCode = 1;
