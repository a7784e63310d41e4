import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { type Count, countTests, type Report } from "./count.ts";

/** Runs the tests of all packages, or those whose path contains one of `filters`, and shows them as they end. */
export async function runTests(filters: readonly string[]): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), "mintmark-test-"));
  const reportFile = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
    // As it comes, one core is left idle; many tests wait for processes and leases, and share the cores well.
    const workers = `--maxWorkers=${availableParallelism() + 1}`;
    // The tests start our programs hundreds of times; each start reads what an earlier one has compiled.
    env.NODE_COMPILE_CACHE = join(folder, "compiled");
    const exitCode = await run("vitest", ["run", workers, ...reporters, ...filters]);
    return countTests(await readReport(reportFile), exitCode);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Undefined when vitest ended before it could write one. */
async function readReport(path: string): Promise<Report | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

function run(command: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", reject);
    child.once("close", resolve);
  });
}
