import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { cpuOf, cpuOfTree } from "./cpu.ts";
import { say } from "./measure.ts";
import { fileOf, type Workbench } from "./workbench.ts";

const provisioner = fileOf("../../../apps/provisioner/src/main.ts");
const sizeDefault = 100;
const POLL_MS = 50;

/** Fleets of generated bots with one token and one file each: from empty, with nothing to do, and all rotated. */
export async function measureFleet(bench: Workbench, sizes: readonly number[]): Promise<void> {
  for (const size of sizes.length > 0 ? sizes : [sizeDefault]) {
    const measure = aFleet(bench, `n${size}`, size);
    await measure("from empty", ["apply", "--yes"]);
    await measure("nothing to do", ["apply", "--yes"]);
    await measure("rotate all with overlap", ["rotate", "--selector", `size=n${size}`, "--yes"]);
    await measure("rotate all at once", ["rotate", "--selector", `size=n${size}`, "--immediate", "--yes"]);
    await measure("nothing to do", ["apply", "--yes"]);
  }
}

/** The same by `run`, from its start until it is told to stop: once each bot has its token, and once it has looked at all. */
export async function measureRun(bench: Workbench, sizes: readonly number[]): Promise<void> {
  for (const size of sizes.length > 0 ? sizes : [sizeDefault]) {
    const measure = aFleet(bench, `r${size}`, size);
    let left = size;
    await measure("run, from empty", ["run"], (event, what) => {
      if (event === "bot.action" && what?.startsWith("issue ")) left -= 1;
      return left === 0;
    });
    // The first one looked moments ago.
    await measure("run, nothing to do", ["run", "--every", "1s"], (event) => event === "target.looked");
  }
}

/** A manifest of so many bots that leaves all limits to the program, and what measures one command on it. */
function aFleet(bench: Workbench, name: string, size: number) {
  const folder = mkdtempSync(join(bench.folder, "fleet-"));
  writeFileSync(join(folder, "worker.token"), bench.token, { mode: 0o600 });
  const manifest = join(folder, "fleet.yaml");
  writeFileSync(manifest, manifestOf(name, size, folder, bench.authority.port));
  return async (what: string, args: readonly string[], isLast?: IsLast): Promise<void> => {
    const before = await snapshot(bench);
    const child = spawn(process.execPath, [provisioner, ...args, "-f", manifest], {
      // The journal lies in the authority's PostgreSQL, as it does when both run on one machine.
      env: bench.env,
      stdio: ["ignore", isLast ? "pipe" : "ignore", "pipe"],
    });
    if (isLast) stopAfter(child, isLast);
    const { cpuUs, peakKb, ownKb } = await watch(child);
    const after = await snapshot(bench);
    const seconds = (us: number): string => `${(us / 1e6).toFixed(1)} s`;
    const megabytes = (kb: number): string => `${(kb / 1024).toFixed(0)} MB`;
    say(
      `${size} bots, ${what}: ${seconds((after.at - before.at) * 1_000)}, ${after.requests - before.requests} requests; CPU: worker ${seconds(cpuUs)}, server ${seconds(after.server - before.server)}, database ${seconds(after.database - before.database)}; worker's peak ${megabytes(peakKb)}, ${megabytes(ownKb)} of it its own`,
    );
  };
}

/** Whether this line of the log of `run` is the last that is waited for. */
type IsLast = (event: string, what: string | undefined) => boolean;

function stopAfter(child: ChildProcess, isLast: IsLast): void {
  if (!child.stdout) throw new Error("the log of run is not read");
  let isStopped = false;
  createInterface(child.stdout).on("line", (line) => {
    const { event, what } = JSON.parse(line);
    // A second signal would not wait for what is being worked on.
    if (isStopped || !isLast(event, what)) return;
    isStopped = child.kill("SIGTERM");
  });
}

const snapshot = async ({ authority, postmaster }: Workbench) => ({
  requests: await countRequests(authority.port),
  at: performance.now(),
  server: cpuOf(authority.pid) ?? 0,
  database: cpuOfTree(postmaster) ?? 0,
});

/** As the server counts them, without those of this question. */
async function countRequests(port: number): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const counts = metrics.matchAll(/^mintmark_http_request_duration_seconds_count\{[^}]*route="\/api[^}]*\} (\d+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

/**
 * Until the process ends: what it used, to the last look, and the most memory that it held, with and without the pages of
 * Node's own file, which all its processes share. @throws Error when it does not end well.
 */
async function watch(child: ChildProcess): Promise<{ cpuUs: number; peakKb: number; ownKb: number }> {
  let talk = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk) => {
    talk = `${talk}${chunk}`.slice(-2_000);
  });
  const { pid = 0 } = child;
  const used = { cpuUs: 0, peakKb: 0, ownKb: 0 };
  const timer = setInterval(() => {
    used.cpuUs = cpuOf(pid) ?? used.cpuUs;
    used.peakKb = memoryOf(pid, "VmHWM") ?? used.peakKb;
    used.ownKb = Math.max(memoryOf(pid, "RssAnon") ?? 0, used.ownKb);
  }, POLL_MS);
  const [code] = await once(child, "close");
  clearInterval(timer);
  if (code !== 0) throw new Error(`the provisioner ended with ${code}: ${talk}`);
  return used;
}

/** As the process's status tells it, in kilobytes; undefined where there is no /proc. */
function memoryOf(pid: number, name: string): number | undefined {
  try {
    const [, size] = new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return size === undefined ? undefined : Number(size);
  } catch {
    return undefined;
  }
}

const manifestOf = (name: string, size: number, folder: string, port: number): string => `apiVersion: mintmark.dev/v1
kind: Target
metadata: { name: bench-${name} }
spec:
  url: http://127.0.0.1:${port}
  credential: { fromFile: "${folder}/worker.token" }
---
apiVersion: mintmark.dev/v1
kind: TokenClass
metadata: { name: class }
spec: { scopes: [read:user], rotation: { every: 30d, overlap: { atMost: 3d } } }
---
apiVersion: mintmark.dev/v1
kind: BotSet
metadata: { name: bots, labels: { size: ${name} } }
spec:
  target: bench-${name}
  each: { bot: [${Array.from({ length: size }, (_, index) => `${name}-${index}`).join(", ")}] }
  account: { name: "{bot}", email: "{bot}@bots.example.org" }
  tokens: [{ name: main, class: class, sinks: [{ file: { path: "${folder}/out/{bot}.token" } }] }]
`;
