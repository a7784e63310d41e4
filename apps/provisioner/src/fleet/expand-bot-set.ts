import { normalizeScopes } from "@mintmark/scopes";
import { parseDuration } from "./duration.ts";
import { combinations, expand, type Values } from "./expand.ts";
import { expandSink } from "./expand-sink.ts";
import type { DeclaredBot, DeclaredToken, OnRemove } from "./fleet.ts";
import type { BotSetDocument, TokenClassDocument } from "./schemas.ts";
import { toWindow } from "./windows.ts";

type TokenSpec = BotSetDocument["spec"]["tokens"][number];

/** What a token has of its class, and shares with all others of it. */
type OfClass = Pick<DeclaredToken, "scopes" | "lifetimeMs" | "rotation" | "overlap">;

/** The bots of a set, one for each combination of the values of `each`. Relative paths start at `folder`. */
export function expandBotSet(
  { metadata, spec }: BotSetDocument,
  classes: ReadonlyMap<string, TokenClassDocument>,
  folder: string,
): DeclaredBot[] {
  const { labels = {} } = metadata;
  const onRemove = toOnRemove(spec.onRemove);
  const tokens = spec.tokens.flatMap((token) => {
    const tokenClass = classes.get(token.class);
    return tokenClass ? [{ token, ofClass: toOfClass(tokenClass.spec) }] : [];
  });
  return combinations(spec.each).map((values): DeclaredBot => {
    const account = expand(spec.account.name, values);
    const bot = { target: spec.target, account };
    return {
      target: spec.target,
      set: metadata.name,
      labels,
      ...(spec.each && { each: values }),
      account,
      email: expand(spec.account.email, values),
      ...(spec.account.fullName !== undefined && { fullName: expand(spec.account.fullName, values) }),
      tokens: tokens.map(({ token, ofClass }) => expandToken(token, ofClass, bot, values, folder)),
      onRemove,
    };
  });
}

function toOnRemove(spec: BotSetDocument["spec"]["onRemove"]): OnRemove {
  const { disable = false, deleteAfter } = spec ?? {};
  return { disable, ...(deleteAfter !== undefined && { deleteAfterMs: parseDuration(deleteAfter) }) };
}

function toOfClass({ scopes, lifetime, rotation }: TokenClassDocument["spec"]): OfClass {
  const overlap = rotation?.overlap;
  return {
    scopes: normalizeScopes(scopes),
    ...(lifetime !== undefined && { lifetimeMs: parseDuration(lifetime) }),
    ...(rotation?.every !== undefined && {
      rotation: {
        everyMs: parseDuration(rotation.every),
        spread: Number.parseInt(rotation.spread, 10) / 100,
        ...(rotation.windows && { windows: rotation.windows.map(toWindow) }),
      },
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
  };
}

function expandToken(
  token: TokenSpec,
  ofClass: OfClass,
  bot: { readonly target: string; readonly account: string },
  values: Values,
  folder: string,
): DeclaredToken {
  const name = expand(token.name, values);
  return {
    name,
    ...ofClass,
    ...(token.repositories && { repositories: token.repositories.map((one) => expand(one, values)) }),
    sinks: token.sinks.map((sink) => expandSink(sink, { ...bot, token: name }, values, folder)),
  };
}
