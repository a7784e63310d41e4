import { readFileSync, statSync } from "node:fs";
import { parseEnv } from "node:util";
import { suggest } from "./fleet/suggest.ts";

const othersMayWrite = 0o002;
const assignment = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/;

/** The settings that stand in a file, as `NAME=value` lines, and what is wrong with it. */
export function readConfigFile(path: string, known: readonly string[]) {
  const refuse = (fault: string) => ({ settings: {}, faults: [`MINTMARK_CONFIG_FILE: ${fault}`] });
  let text: string;
  try {
    // SECURITY: whoever may write to it may send tokens and keys to a database of his own.
    if (statSync(path).mode & othersMayWrite) return refuse(`everybody may write to ${path}; chmod o-w it`);
    text = readFileSync(path, "utf8");
  } catch {
    return refuse(`${path} cannot be read`);
  }
  const faults = text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*(#|$)/.test(line)) return [];
    const name = assignment.exec(line)?.[1];
    if (name !== undefined && known.includes(name)) return [];
    const fault = name === undefined ? "must be NAME=value" : `${name}: unknown setting${suggest(name, known)}`;
    return [`${path}:${index + 1}: ${fault}`];
  });
  return { settings: parseEnv(text), faults };
}
