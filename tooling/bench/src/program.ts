import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";

export type Program = {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
  readonly startMs: number;
};

const canPin = spawnSync("taskset", ["--version"]).status === 0;

/** Servers run on CPU 0, the load generator and the database on the rest, where the system can pin. */
export const pinning = canPin ? "servers pinned to CPU 0" : "no pinning (taskset is not here)";

/** Starts a server and waits for the line that tells its port. */
export async function startProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Program> {
  const begin = performance.now();
  const command = [process.execPath, file, ...args];
  const [first = "", ...rest] = canPin ? ["taskset", "-c", "0", ...command] : command;
  const child = spawn(first, rest, { env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    output += chunk;
    const [, port] = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(output) ?? [];
    if (port && child.pid) {
      return { child, pid: child.pid, port: Number(port), startMs: performance.now() - begin };
    }
  }
  throw new Error(`${file} ended before it listened:\n${output}`);
}

export async function stopProgram({ child }: Program): Promise<void> {
  child.kill("SIGTERM");
  await once(child, "exit");
}
