import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { completionWords } from "../command-line.ts";
import { completionFor } from "./completion.ts";

const has = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

/** Where two files lie, one of them called like a format, and where the scripts do. */
const folder = mkdtempSync(join(tmpdir(), "mintmark completion "));
const scriptFolder = mkdtempSync(join(tmpdir(), "mintmark completion "));
writeFileSync(join(folder, "json"), "");
writeFileSync(join(folder, "a fleet.yaml"), "");
const scripts = { bash: script("bash"), zsh: script("zsh"), fish: script("fish") };
afterAll(() => {
  for (const one of [folder, scriptFolder]) rmSync(one, { recursive: true });
});

function script(shell: string): string {
  const path = join(scriptFolder, shell);
  writeFileSync(path, completionFor(shell));
  return path;
}

function ask(shell: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(shell, args, { cwd: folder, encoding: "utf8", timeout: 30_000 });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** What each shell offers for the last word of each of these lines. */
const offered: Readonly<Record<keyof typeof scripts, (lines: readonly string[]) => string[][]>> = {
  bash: (lines) => lines.map(offeredByBash),
  zsh: (lines) =>
    ask("zsh", ["-f", "-c", zshCapture, "zsh", scripts.zsh, ...lines])
      .split("---\n")
      .slice(0, -1)
      .map(inOrder),
  fish: (lines) =>
    lines.map((line) => {
      const told = ask("fish", ["--no-config", "-c", `source '${scripts.fish}'; complete -C '${line}'`]);
      return inOrder(told.replace(/\t.*$/gm, ""));
    }),
};

function offeredByBash(line: string): string[] {
  // As readline cuts it: an equals sign is a word of its own.
  const words = line.split(/ |(=)/).filter((word) => word !== undefined);
  const cut = words.filter((word, index) => word !== "" || index === words.length - 1);
  const capture = `
    source "$1"; shift
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _mintmark; printf "%s\\n" "\${COMPREPLY[@]}"`;
  return inOrder(ask("bash", ["-c", capture, "bash", scripts.bash, ...cut]));
}

/** A zsh on a terminal of its own, where Tab is pressed at the end of each line: what compadd would add is what is offered. */
const zshCapture = `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PROMPT=; stty -echo; autoload -U compinit; compinit -D -u; source \${(q)1}"
zpty -w z 'begin() { print -n -- "<<<" }; finish() { print -n -- ">>>" }; compprefuncs=(begin); comppostfuncs=(finish)'
zpty -w z 'compadd() { local -a hits; builtin compadd -A hits "$@"; print -rl -- $hits; builtin compadd "$@" }'
zpty -w z 'print rea"dy"'
zpty -r z told "*ready*"
shift
for line in "$@"; do
  zpty -w z "compprefuncs=(begin); comppostfuncs=(finish)"
  zpty -w -n z "$line"$'\\t'
  zpty -r z told "*>>>*"
  told=\${told##*<<<}
  print -r -- \${told%%>>>*}
  print -r -- "---"
  zpty -w -n z $'\\x15'
done`;

const inOrder = (told: string): string[] =>
  told
    .split(/\r?\n/)
    .filter((one) => one !== "")
    .toSorted();

const formats = ["json", "table", "yaml"];
const files = ["a fleet.yaml", "json"];

const expected: readonly [string, readonly string[]][] = [
  ["mintmark do", ["doctor"]],
  ["mintmark plan --de", ["--detailed-exitcode"]],
  ["mintmark status --de", []],
  ["mintmark completion ", ["bash", "fish", "zsh"]],
  ["mintmark completion f", ["fish"]],
  ["mintmark plan -o ", formats],
  ["mintmark plan --output y", ["yaml"]],
  ["mintmark plan --output=", formats],
  ["mintmark plan -f ", files],
  ["mintmark plan --file ", files],
  ["mintmark plan --out ", files],
  ["mintmark plan -o json --det", ["--detailed-exitcode"]],
  ["mintmark apply ", files],
  ["mintmark status ", []],
  ["mintmark plan --target ", []],
];

describe.each(["bash", "zsh", "fish"] as const)("completion in %s", (shell) => {
  test("is a script that names every flag of every command", () => {
    const text = completionFor(shell);

    for (const [command, flags] of Object.entries(completionWords())) {
      for (const word of [command, ...flags]) expect(text).toContain(word);
    }
  });

  test.skipIf(!has(shell))("offers commands, the flags of each, and the values of each flag", () => {
    const told = offered[shell](expected.map(([line]) => line));

    // A file's name may come quoted, and a flag before its value.
    const plain = told.map((words) => words.map((word) => word.replaceAll("\\", "").replace(/^--output=/, "")));
    expect(expected.map(([line], index) => [line, plain[index]])).toEqual(expected);
  });
});

test("completion for another shell is refused", () => {
  expect(() => completionFor("fihs")).toThrow('no completion for "fihs"; did you mean "fish"?');
  expect(() => completionFor(undefined)).toThrow("which shell?; known here: bash, zsh, fish");
});
