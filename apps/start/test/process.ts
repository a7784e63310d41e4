import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export const programs = {
  start: join(root, "apps/start/src/main.ts"),
  server: join(root, "apps/server/src/main.ts"),
  provisioner: join(root, "apps/provisioner/src/main.ts"),
  example: join(root, "examples/client.ts"),
} as const;

export type Run = {
  readonly child: ChildProcess;
  /** What it has printed so far on both streams. */
  readonly output: () => string;
  /** Resolves when the text was printed; rejects when the program ended without it. */
  readonly printed: (text: string) => Promise<void>;
  readonly exited: Promise<number>;
};

const running = new Set<ChildProcess>();

/** What a failed test left behind. */
export function killRunning(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** A program as an operator starts it, with nothing of this process's environment but what it needs. */
export function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>, input = ""): Run {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH, HOME, NODE_COMPILE_CACHE, MINTMARK_LOG_LEVEL: "error", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(input);
  running.add(child);
  child.once("close", () => running.delete(child));
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => (text += chunk));
  const exited = once(child, "close").then(([code]) => code ?? -1);
  return {
    child,
    output: () => text,
    exited,
    printed: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => text.includes(wanted) && resolve();
        for (const stream of [child.stdout, child.stderr]) stream.on("data", look);
        look();
        void exited.then(() => reject(new Error(`ended without "${wanted}":\n${text}`)));
      }),
  };
}

export async function stopped(one: Run): Promise<number> {
  one.child.kill("SIGTERM");
  return one.exited;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** A folder whose path has blanks, as people's have. */
export async function aFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "mintmark start "));
  // As root the database runs as somebody else, who must get through.
  await chmod(path, 0o711);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
