import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type Said = { readonly event: string } & Readonly<Record<string, string | null>>;

export type UserProcess = {
  readonly child: ChildProcess;
  /** The next thing that it says; undefined when it has ended. */
  readonly next: () => Promise<Said | undefined>;
  /** Lets it close, and waits until it has ended; what it said since. */
  readonly leave: () => Promise<Said[]>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
};

type Options = {
  readonly uid?: number;
  readonly gid?: number;
  /** What runs Node, instead of this process. */
  readonly through?: readonly string[];
  readonly detached?: boolean;
};

const program = fileURLToPath(new URL("./use-database.ts", import.meta.url));

/** Opens a database in a process of its own. */
export function useDatabase(settings: object, { through = [], ...options }: Options = {}): UserProcess {
  const [command = process.execPath, ...words] = [
    ...through,
    process.execPath,
    program,
    JSON.stringify({ durable: false, ...settings }),
  ];
  const child = spawn(command, words, {
    ...options,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Said | undefined> => {
    const { value, done } = await lines.next();
    return done ? undefined : JSON.parse(value);
  };
  return {
    child,
    next,
    leave: async () => {
      child.stdin.end();
      const said: Said[] = [];
      for (let line = await next(); line; line = await next()) said.push(line);
      await ended;
      return said;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The number that the server of this folder has in its lock file; undefined when it stopped in good order. */
export async function serverPidIn(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, "postgres/data/postmaster.pid"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : Number(text.split("\n")[0]);
}

/** Gone, or dead and only not yet reaped by its parent. */
export async function isGone(pid: number): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  return text === undefined || text.slice(text.lastIndexOf(")") + 2).startsWith("Z");
}

/** Whether anyone may read this checkout, so that a process of another user can run what is in it. */
export async function isOpenToOthers(): Promise<boolean> {
  for (let at = dirname(program); ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o005) !== 0o005) return false;
    if (at === dirname(at)) return true;
  }
}
