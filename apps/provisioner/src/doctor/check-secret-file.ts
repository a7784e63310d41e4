import { stat } from "node:fs/promises";
import { type Finding, ok, warn } from "./finding.ts";

/** Whether a file with a secret of ours is its owner's alone. One that is not there is for its reader to tell. */
export async function checkSecretFile(what: string, file: string): Promise<Finding> {
  const mode = (await stat(file).catch(() => undefined))?.mode ?? 0;
  if ((mode & 0o077) === 0) return ok(what, `${file} is readable by its owner alone`);
  return warn(what, `others may read ${file} (mode ${(mode & 0o777).toString(8)})`, `chmod 600 ${file}`);
}
