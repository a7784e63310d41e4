import { glob, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { FleetError } from "./fleet-error.ts";

const isManifest = (path: string): boolean => /\.ya?ml$/.test(path);

/** The manifests that `-f` names: files as given, folders with every `.yaml` and `.yml` below, globs. In a stable order. */
export async function listManifests(patterns: readonly string[]): Promise<string[]> {
  const found = new Map<string, string>();
  const faults: { file: string; line: number; message: string }[] = [];
  for (const pattern of patterns) {
    const paths = await matches(pattern);
    if (paths.length === 0) faults.push({ file: pattern, line: 0, message: await nothingAt(pattern) });
    // One file may be named twice, in more than one way.
    for (const path of paths) if (!found.has(resolve(path))) found.set(resolve(path), path);
  }
  if (faults.length > 0) throw new FleetError(faults);
  return [...found.values()].sort();
}

const nothingAt = async (pattern: string): Promise<string> =>
  (await stat(pattern).catch(() => undefined))?.isDirectory()
    ? "this folder holds no .yaml or .yml file"
    : "no such manifest, folder or match";

async function matches(pattern: string): Promise<string[]> {
  const entry = await stat(pattern).catch(() => undefined);
  if (entry?.isDirectory()) return collect(glob("**/*.{yaml,yml}", { cwd: pattern }), pattern);
  if (entry) return [pattern];
  return (await collect(glob(pattern), "")).filter(isManifest);
}

async function collect(paths: AsyncIterable<string>, folder: string): Promise<string[]> {
  const collected: string[] = [];
  for await (const path of paths) collected.push(folder === "" ? path : join(folder, path));
  return collected;
}
