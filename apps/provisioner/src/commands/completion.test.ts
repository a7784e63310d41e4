import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { completionWords } from "../command-line.ts";
import { completionFor } from "./completion.ts";

const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

/** What bash offers for the last of these words. */
function offeredByBash(...words: string[]): string[] {
  const script = `${completionFor("bash", completionWords())}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}
_mintmark; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync("bash", ["-c", script], { encoding: "utf8" }).stdout.trim().split("\n");
}

describe("completion", () => {
  test.skipIf(!has("bash"))("offers commands first, and then the flags of that command only", () => {
    expect(offeredByBash("mintmark", "do")).toEqual(["doctor"]);
    expect(offeredByBash("mintmark", "plan", "--de")).toEqual(["--detailed-exitcode"]);
    expect(offeredByBash("mintmark", "status", "--de")).toEqual([""]);
  });

  test.each(["bash", "zsh", "fish"])("is a script that %s can read, and names every flag of every command", (shell) => {
    const script = completionFor(shell, completionWords());

    for (const [command, flags] of Object.entries(completionWords())) {
      for (const word of [command, ...flags]) expect(script).toContain(word);
    }
    if (has(shell)) expect(spawnSync(shell, ["-n"], { input: script, encoding: "utf8" }).stderr).toBe("");
  });

  test("for another shell is refused", () => {
    expect(() => completionFor("fihs", completionWords())).toThrow('no completion for "fihs"; did you mean "fish"?');
    expect(() => completionFor(undefined, completionWords())).toThrow("which shell?; known here: bash, zsh, fish");
  });
});
