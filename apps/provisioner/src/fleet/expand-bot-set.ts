import { resolve } from "node:path";
import { normalizeScopes } from "@mintmark/scopes";
import { parseDuration } from "./duration.ts";
import { expand, type Values } from "./expand.ts";
import type { DeclaredBot, DeclaredSink, DeclaredToken } from "./fleet.ts";
import type { BotSetDocument, TokenClassDocument } from "./schemas.ts";

type TokenSpec = BotSetDocument["spec"]["tokens"][number];

/** One bot of a set, for one combination of the values of `each`. Relative paths start at `folder`. */
export function expandBot(
  { metadata, spec }: BotSetDocument,
  values: Values,
  classes: ReadonlyMap<string, TokenClassDocument>,
  folder: string,
): DeclaredBot {
  const { disable = false, deleteAfter } = spec.onRemove ?? {};
  return {
    target: spec.target,
    set: metadata.name,
    labels: metadata.labels ?? {},
    account: expand(spec.account.name, values),
    email: expand(spec.account.email, values),
    ...(spec.account.fullName !== undefined && { fullName: expand(spec.account.fullName, values) }),
    tokens: spec.tokens.flatMap((token) => {
      const tokenClass = classes.get(token.class);
      return tokenClass ? [expandToken(token, tokenClass.spec, values, folder)] : [];
    }),
    onRemove: { disable, ...(deleteAfter !== undefined && { deleteAfterMs: parseDuration(deleteAfter) }) },
  };
}

function expandToken(
  token: TokenSpec,
  { scopes, lifetime, rotation }: TokenClassDocument["spec"],
  values: Values,
  folder: string,
): DeclaredToken {
  const overlap = rotation?.overlap;
  return {
    name: expand(token.name, values),
    scopes: normalizeScopes(scopes),
    ...(token.repositories && { repositories: token.repositories.map((name) => expand(name, values)) }),
    ...(lifetime !== undefined && { lifetimeMs: parseDuration(lifetime) }),
    ...(rotation?.every !== undefined && {
      rotation: { everyMs: parseDuration(rotation.every), spread: Number.parseInt(rotation.spread, 10) / 100 },
    }),
    ...(overlap && {
      overlap: {
        atLeastMs: overlap.atLeast === undefined ? 0 : parseDuration(overlap.atLeast),
        atMostMs: parseDuration(overlap.atMost),
        ...(overlap.closeWhenOldIdleFor !== undefined && {
          closeWhenOldIdleForMs: parseDuration(overlap.closeWhenOldIdleFor),
        }),
      },
    }),
    sinks: token.sinks.map((sink) => expandSink(sink, values, folder)),
  };
}

function expandSink(sink: TokenSpec["sinks"][number], values: Values, folder: string): DeclaredSink {
  if (sink.file) return { kind: "file", path: resolve(folder, expand(sink.file.path, values)) };
  if (sink.dotenv) {
    const path = resolve(folder, expand(sink.dotenv.path, values));
    return { kind: "dotenv", path, key: expand(sink.dotenv.key, values) };
  }
  throw new Error("a sink without a kind passed the schema");
}
