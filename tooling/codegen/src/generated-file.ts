import { readFile, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { cwd } from "node:process";

export type GeneratedFile = { readonly path: string; readonly text: string };

/** Writes the files that changed. */
export async function writeFiles(files: readonly GeneratedFile[]): Promise<void> {
  for (const file of await staleFiles(files)) {
    await writeFile(file.path, file.text);
    console.log(`wrote ${relative(cwd(), file.path)}`);
  }
}

/** Writes nothing; false after naming what a fresh run would write differently. */
export async function checkFiles(files: readonly GeneratedFile[]): Promise<boolean> {
  const stale = await staleFiles(files);
  for (const file of stale) console.error(`${relative(cwd(), file.path)} is not current: run \`npm run generate\``);
  return stale.length === 0;
}

async function staleFiles(files: readonly GeneratedFile[]): Promise<GeneratedFile[]> {
  const stale: GeneratedFile[] = [];
  for (const file of files) {
    const present = await readFile(file.path, "utf8").catch(() => undefined);
    if (present !== file.text) stale.push(file);
  }
  return stale;
}
