import { parseEnv } from "node:util";
import type { Alone } from "../journal/alone.ts";
import { checkPath, readIfExists, receiptOfFile } from "./file.ts";
import { inTurn } from "./in-turn.ts";
import type { ReadableSink } from "./sink.ts";
import { replaceFile } from "./write-file.ts";

/** Where no other process writes. */
const undisturbed: Alone = (_place, change) => change();

/** A character for each byte, so that what others wrote in any encoding stays as it is. Names and tokens are ASCII. */
const bytewise = "latin1";

/** One variable of a dotenv file. Every other line, comments and order stay. */
export const dotenvSink = (path: string, key: string, alone: Alone = undisturbed): ReadableSink => ({
  write: (plaintext, refuseLate) =>
    // Within a process without asking the database.
    inTurn(path, () =>
      alone(path, async () => {
        const text = setVariable((await readIfExists(path, bytewise)) ?? "", key, plaintext);
        await replaceFile(path, Buffer.from(text, bytewise), refuseLate);
        return receiptOfFile;
      }),
    ),
  check: () => checkPath(path),
  async read() {
    const value = parseEnv((await readIfExists(path, bytewise)) ?? "")[key];
    return value === undefined || value === "" ? undefined : value;
  },
});

/** `[export] KEY=`, then a quoted value that may span lines, or the rest of the line up to a comment. */
const assignment =
  /^([ \t]*(?:export[ \t]+)?)([\w.-]+)([ \t]*=[ \t]*)("(?:\\[\s\S]|[^"\\])*"|'[^']*'|`[^`]*`|[^\r\n#]*?)(?=[ \t]*(?:#[^\r\n]*)?\r?$)/gm;

/** The text with `key` set to `value`; added at the end when it was not there. */
export function setVariable(text: string, key: string, value: string): string {
  let found = false;
  const replaced = text.replace(assignment, (whole, indent: string, name: string, equals: string) => {
    if (name !== key) return whole;
    found = true;
    return `${indent}${name}${equals}${value}`;
  });
  if (found) return replaced;
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = text === "" || text.endsWith("\n") ? "" : lineEnd;
  return `${text}${gap}${key}=${value}${lineEnd}`;
}
