import type { Environment, Variable } from "./environments.ts";
import { code, header, table } from "./operations.ts";

export function writeConfigurationPage(environments: readonly Environment[]): string {
  const sections = environments.map(({ program, variables }) => {
    const rows = variables.map((variable) => [code(variable.name), defaultOf(variable), describe(variable)]);
    return `## ${program}\n\n${table(["variable", "default", "meaning"], rows)}\n`;
  });
  return `${header("the config.ts of both programs")}
# Configuration

Both programs are configured by their environment, the provisioner also by a file that MINTMARK_CONFIG_FILE names. They refuse to start
with settings that are wrong: the message names every fault at once. An empty variable counts as unset.

${sections.join("\n")}`;
}

function defaultOf({ fallback }: Variable): string {
  if (fallback === undefined) return "unset";
  return fallback === "" ? "empty" : code(fallback);
}

function describe({ description, words }: Variable): string {
  return words.length > 0 && !isFlag(words) ? `${description} One of ${words.map(code).join(", ")}.` : description;
}

const isFlag = (words: readonly string[]): boolean => words.includes("true");
