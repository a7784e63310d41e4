import { readdirSync, readFileSync } from "node:fs";

// Linux counts CPU time in ticks of 10 ms; a slot of some seconds makes that precise enough.
const TICK_US = 10_000;

/** CPU time that the process has used so far, in microseconds; undefined where there is no /proc. */
export function cpuOf(pid: number): number | undefined {
  const fields = statOf(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) * TICK_US;
}

/** The same for the process and its children, those that have ended too, as PostgreSQL has one for each connection. */
export function cpuOfTree(pid: number): number | undefined {
  const fields = statOf(pid);
  if (!fields) return undefined;
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * TICK_US, 0);
  const children = readdirSync("/proc").filter(
    (name) => /^\d+$/.test(name) && statOf(Number(name))?.[1] === String(pid),
  );
  return children.reduce((sum, child) => sum + (cpuOf(Number(child)) ?? 0), own);
}

/** The fields after the command's name, which may hold blanks. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
