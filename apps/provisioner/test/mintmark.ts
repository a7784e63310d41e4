import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** The command in a process of its own, with no terminal and no settings but `env`. */
export function startMintmark(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ran>((resolve) => child.on("close", (code) => resolve({ code, out, err })));
  return { child, ended };
}

export const runMintmark = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> =>
  startMintmark(args, env).ended;
