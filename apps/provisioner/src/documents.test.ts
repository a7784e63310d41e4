import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands, completedFlags } from "./command-line.ts";
import { exitCodes } from "./exit-code.ts";
import { reasons } from "./plan/action.ts";

const page = readFileSync(new URL("../../../docs/provisioning.md", import.meta.url), "utf8");

test.each<[string, readonly string[]]>([
  ["command", commands.map((command) => `\`${command}\``)],
  ["flag", completedFlags.filter(({ name }) => name !== "help").map(({ name }) => `\`--${name}\``)],
  ["exit code", Object.values(exitCodes).map((code) => `| ${code} | `)],
  ["reason", Object.keys(reasons).map((reason) => `\`${reason}\``)],
])("docs/provisioning.md has every %s", (_what, words) => {
  expect(words.filter((word) => !page.includes(word))).toEqual([]);
});
