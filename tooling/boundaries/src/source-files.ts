import { type Dirent, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../../..");

/** The folders that hold packages. */
export const homes = ["packages", "apps", "tooling"] as const;

const notOurs = new Set(["node_modules", "dist", "coverage", ".turbo"]);

/** Paths from the root, with `/`, of all files below a folder that match, without what was installed or built. */
export function filesBelow(folder: string, pattern: string): string[] {
  return globSync(`${folder}/${pattern}`, { cwd: root, exclude: (name) => isForeign(name) }).sort();
}

/** Node hands over a path or a directory entry, depending on its version. */
function isForeign(name: string | Dirent): boolean {
  const path = typeof name === "string" ? name : name.name;
  return path.split("/").some((part) => notOurs.has(part));
}

/** What a file imports or re-exports, as written. */
export function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  const statements = text.matchAll(/(?:^|[\s;])(?:from|import)\s*\(?\s*["']([^"']+)["']/g);
  return [...statements].map(([, specifier = ""]) => specifier);
}
