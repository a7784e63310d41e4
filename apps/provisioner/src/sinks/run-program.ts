import { spawn } from "node:child_process";
import { access, constants, mkdir } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { SinkError } from "./sink-error.ts";

export type ProgramOptions = {
  readonly program: string;
  readonly args: readonly string[];
  readonly timeoutMs: number;
  /** All that the program finds in its environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
};

const outBytesMax = 64 * 1024;

/**
 * Runs a program without a shell and hands it `input`. It and all that it started are gone when this returns.
 * @throws SinkError when it cannot be run, does not end in time, or says too much.
 */
export async function runProgram(
  { program, args, timeoutMs, env, cwd }: ProgramOptions,
  input: string,
): Promise<{ code: number; out: string }> {
  // Nothing else needs it where the database is elsewhere and all paths are absolute.
  await mkdir(cwd, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new SinkError(`${program} cannot be run in ${cwd} (${error.code}): set MINTMARK_FOLDER to another folder`);
  });
  return new Promise((resolve, reject) => {
    // A group of its own, so that its children can be ended with it.
    const child = spawn(program, [...args], { cwd, env, detached: true, stdio: ["pipe", "pipe", "ignore"] });
    child.on("error", (error) => {
      clearTimeout(timer);
      const code = "code" in error ? ` (${String(error.code)})` : "";
      reject(new SinkError(`${program} cannot be run${code}`));
    });
    const chunks: Buffer[] = [];
    let length = 0;
    let failure: SinkError | undefined;
    const stop = (error: SinkError): void => {
      failure ??= error;
      killGroup(child.pid);
      // A grandchild that left the group may still hold the pipe.
      child.stdout.destroy();
    };
    const timer = setTimeout(() => {
      stop(new SinkError(`${program} did not end within ${timeoutMs} ms`, { isTransient: true }));
    }, timeoutMs);
    // Whoever may open no more files gets no pipes either.
    if (child.pid === undefined) return;

    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > outBytesMax) stop(new SinkError(`${program} answered more than ${outBytesMax} bytes`));
      else chunks.push(chunk);
    });
    // A program may end without reading its input; its exit code tells more.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("exit", () => killGroup(child.pid));
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (failure) reject(failure);
      else if (code === null) reject(new SinkError(`${program} was ended by ${signal}`, { isTransient: true }));
      else resolve({ code, out: Buffer.concat(chunks).toString("utf8") });
    });
  });
}

/** @throws SinkError when there is no such program that may be run. */
export async function checkProgram({ program, env, cwd }: ProgramOptions): Promise<void> {
  const folders = program.includes("/") ? [""] : (env.PATH ?? "").split(delimiter);
  for (const folder of folders) {
    const path = folder === "" ? resolve(cwd, program) : join(folder, program);
    const isRunnable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isRunnable) return;
  }
  throw new SinkError(`${program} is not there or may not be run`);
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody is left.
  }
}

const passedAlways = ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR"];

/** The environment of a program: a short list of names, so that no secret of ours is among them. */
export const environmentOf = (
  names: readonly string[],
  lookUp: (name: string) => string | undefined,
): Record<string, string> =>
  Object.fromEntries(
    [...passedAlways, ...names].flatMap((name) => {
      const value = lookUp(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
