import type { DeclaredBot, DeclaredSink } from "../fleet/fleet.ts";
import { describeSink } from "./describe-action.ts";
import { inOneLine } from "./visible.ts";

/** A place where a secret lies. Never the secret. */
export type Secret = {
  readonly target: string;
  readonly account: string;
  readonly token: string;
  readonly scopes: readonly string[];
  readonly repositories?: readonly string[];
  readonly sink: DeclaredSink;
};

export const listSecrets = (bots: readonly DeclaredBot[]): Secret[] =>
  bots.flatMap((bot) =>
    bot.tokens.flatMap(({ name, scopes, repositories, sinks }) =>
      sinks.map((sink) => ({
        target: bot.target,
        account: bot.account,
        token: name,
        scopes,
        ...(repositories && { repositories }),
        sink,
      })),
    ),
  );

const shownMax = 20;

/** One line per place, and how many more there are. */
export function formatSecrets(secrets: readonly Secret[]): string[] {
  const shown = secrets.slice(0, shownMax);
  const names = shown.map(({ account, token }) => inOneLine(`${account}/${token}`));
  const width = Math.max(0, ...names.map((name) => name.length));
  const lines = shown.map(({ sink }, index) => `  ${names[index]?.padEnd(width)}  ${describeSink(sink)}`);
  const more = secrets.length - shown.length;
  return more > 0 ? [...lines, `  and ${more} more: mintmark status`] : lines;
}

/** In single quotes nothing is special to a shell but the single quote itself. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A line for the shell that tries one of the secrets, read from its file. Undefined: none lies in a file of its own.
 * SECURITY: everybody on the machine sees a program's arguments; what printf writes is the shell's own doing.
 */
export function proofLine(url: string, secrets: readonly Secret[]): string | undefined {
  const inFiles = secrets.flatMap(({ scopes, sink }) => (sink.kind === "file" ? [{ scopes, path: sink.path }] : []));
  const secret = inFiles.find(tellsWho) ?? inFiles[0];
  if (!secret) return undefined;
  const address = `${url}/api/v1/${tellsWho(secret) ? "user" : "version"}`;
  return `{ printf 'Authorization: token '; cat ${quote(secret.path)}; } | curl -H @- ${quote(address)}`;
}

/** Its owner's name is the better proof; any living token can ask for the version. */
const tellsWho = ({ scopes }: Pick<Secret, "scopes">): boolean =>
  scopes.some((scope) => scope === "all" || scope === "read:user" || scope === "write:user");
