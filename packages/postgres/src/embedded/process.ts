import { readFile } from "node:fs/promises";

/**
 * When a process started, as its system counts it: numbers are used again, and this tells two holders of one apart.
 * Undefined: nobody has the number, or only a dead one whom nobody has buried yet.
 */
export async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform !== "linux") return isAlive(pid) ? "unknown" : undefined;
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  // The name of the program comes before, in parentheses, and may hold anything.
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  return state === undefined || state === "Z" || state === "X" ? undefined : fields[18];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
