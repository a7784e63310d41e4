import { normalizeScopes } from "@mintmark/scopes";
import { parseDuration } from "./duration.ts";
import { expand, type Values } from "./expand.ts";
import { expandSink } from "./expand-sink.ts";
import type { DeclaredBot, DeclaredToken } from "./fleet.ts";
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
  const account = expand(spec.account.name, values);
  return {
    target: spec.target,
    set: metadata.name,
    labels: metadata.labels ?? {},
    account,
    email: expand(spec.account.email, values),
    ...(spec.account.fullName !== undefined && { fullName: expand(spec.account.fullName, values) }),
    tokens: spec.tokens.flatMap((token) => {
      const tokenClass = classes.get(token.class);
      return tokenClass ? [expandToken(token, tokenClass.spec, { target: spec.target, account }, values, folder)] : [];
    }),
    onRemove: { disable, ...(deleteAfter !== undefined && { deleteAfterMs: parseDuration(deleteAfter) }) },
  };
}

function expandToken(
  token: TokenSpec,
  { scopes, lifetime, rotation }: TokenClassDocument["spec"],
  bot: { readonly target: string; readonly account: string },
  values: Values,
  folder: string,
): DeclaredToken {
  const overlap = rotation?.overlap;
  const name = expand(token.name, values);
  return {
    name,
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
    sinks: token.sinks.map((sink) => expandSink(sink, { ...bot, token: name }, values, folder)),
  };
}
