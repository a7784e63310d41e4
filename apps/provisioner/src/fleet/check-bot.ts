import { checkRestriction, parseScopes } from "@mintmark/scopes";
import { z } from "zod";
import type { DeclaredBot, DeclaredSink, DeclaredToken } from "./fleet.ts";

/** A fault of one expanded bot: the path inside the BotSet's document, and the words. */
export type BotFault = { readonly path: readonly PropertyKey[]; readonly message: string };

const accountName = /^[A-Za-z0-9]+([-._][A-Za-z0-9]+)*$/;
const repositoryName = /^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/;

/** What the server would refuse, told before anything is sent. */
export function checkBot(bot: DeclaredBot): BotFault[] {
  const faults: BotFault[] = [];
  if (!accountName.test(bot.account) || bot.account.length > 40) {
    const message = `account.name: "${bot.account}" is not an account name: letters and digits, joined by single - _ or ., at most 40`;
    faults.push({ path: ["spec", "account", "name"], message });
  }
  if (!z.regexes.email.test(bot.email)) {
    faults.push({
      path: ["spec", "account", "email"],
      message: `account.email: "${bot.email}" is not an e-mail address`,
    });
  }
  const names = new Set<string>();
  for (const [index, token] of bot.tokens.entries()) {
    const path = ["spec", "tokens", index];
    faults.push(...checkToken(token).map((fault) => ({ ...fault, path: [...path, ...fault.path] })));
    if (names.has(token.name)) {
      faults.push({ path: [...path, "name"], message: `tokens: the name "${token.name}" is declared twice` });
    }
    names.add(token.name);
  }
  return faults;
}

function checkToken(token: DeclaredToken): BotFault[] {
  const faults: BotFault[] = [];
  if (/\.g\d+$/.test(token.name)) {
    const message = `tokens.name: "${token.name}" must not end in .g and a number; generations are named so`;
    faults.push({ path: ["name"], message });
  }
  for (const [index, repository] of (token.repositories ?? []).entries()) {
    if (!repositoryName.test(repository)) {
      faults.push({ path: ["repositories", index], message: `repositories: "${repository}" must be owner/name` });
    }
  }
  for (const [index, sink] of token.sinks.entries()) {
    const fault = checkSink(sink);
    if (fault !== undefined) faults.push({ path: ["sinks", index], message: `sinks.${sink.kind}: ${fault}` });
  }
  const refusal = token.repositories && checkRestriction(parseScopes(token.scopes), token.repositories.length);
  if (refusal) faults.push({ path: ["repositories"], message: `repositories: ${refusal}` });
  return faults;
}

/** What only shows once `{word}` is filled in. */
function checkSink(sink: DeclaredSink): string | undefined {
  switch (sink.kind) {
    case "actionsSecret":
      if (/^(FORGEJO|GITEA|GITHUB)_/.test(sink.name))
        return `name: "${sink.name}" begins with a word that is the server's`;
      if ("repository" in sink.of && !repositoryName.test(sink.of.repository)) return "repository: must be owner/name";
      return /^[A-Z_][A-Z0-9_]*$/.test(sink.name)
        ? undefined
        : `name: "${sink.name}" must be letters, digits and underscores`;
    case "kubernetesSecret":
      if (!isLabel(sink.namespace))
        return `namespace: "${sink.namespace}" must be lower-case letters, digits and dashes`;
      return isLabel(sink.name)
        ? undefined
        : `name: "${sink.name}" must be lower-case letters, digits, dashes and dots`;
    case "vaultKv2":
      return sink.path.split("/").some((part) => part === "." || part === "..")
        ? "path: must not hold . or .."
        : undefined;
    default:
      return undefined;
  }
}

const isLabel = (text: string): boolean => /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(text);
