import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import type { Step } from "./steps.ts";

/** Tells in one line how it went, and all that the program said if it failed. */
export async function runStep(step: Step): Promise<boolean> {
  const startedAt = performance.now();
  const { code, told } = await run(step);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);

  if (code === 0) {
    console.log(`ok    ${step.name} (${seconds} s)`);
    return true;
  }
  console.log(`FAIL  ${step.name} (${seconds} s): ${[step.command, ...step.args].join(" ")}`);
  console.log(told.trimEnd().replace(/^/gm, "      "));
  return false;
}

function run(step: Step): Promise<{ code: number | null; told: string }> {
  return new Promise((resolve) => {
    const told: Buffer[] = [];
    const child = spawn(step.command, step.args, { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => told.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => told.push(chunk));
    child.once("error", (error) => told.push(Buffer.from(error.message)));
    child.once("close", (code) => resolve({ code, told: Buffer.concat(told).toString() }));
  });
}
