import type { DeclaredBot } from "../fleet/fleet.ts";
import type { BotRecord, GenerationRecord, RepositoryAccess, TokenKey } from "../journal/journal.ts";
import type { Takeover } from "../journal/lease.ts";
import { type SinkReading, sinkKey } from "../sinks/sink.ts";
import type { ObservedAccount, ObservedToken } from "../targets/target.ts";
import { planAccount } from "./account.ts";
import type { Action, Notice, Plan } from "./action.ts";
import { isUnaskedAdministrator, unaskedAdministrator } from "./administrator.ts";
import { afterSuccessors, endHeldLast, type HeldSink, type Holders, holdersOf, waitsForSink } from "./held-sinks.ts";
import { handedOver, planBotRemoval, planTokenRemoval } from "./removal.ts";
import { accessLost, lostOf } from "./repository-access.ts";
import { planToken } from "./token.ts";
import { type Demand, generationsOf } from "./token-view.ts";
import { unreadableSinks } from "./unreadable-sinks.ts";

/** What the target and the sinks say. Accounts by lower-case name, readings by `sinkKey`. */
export type Observed = {
  readonly accounts: ReadonlyMap<string, ObservedAccount>;
  readonly tokens: ReadonlyMap<string, readonly ObservedToken[]>;
  readonly readings: ReadonlyMap<string, SinkReading>;
  /** The same of sinks of bots on which this plan is not, as far as what is removed may lie there. */
  readonly elsewhere?: ReadonlyMap<string, SinkReading>;
};

/** What the journal says of one target. */
export type Remembered = {
  readonly bots: readonly BotRecord[];
  readonly generations: readonly GenerationRecord[];
  readonly revoked: readonly TokenKey[];
  readonly repositoryAccess: readonly RepositoryAccess[];
};

/** Names a token in `demands`. */
export const demandKey = ({ account, token }: Pick<TokenKey, "account" | "token">): string =>
  `${account.toLowerCase()}/${token}`;

export type PlanOptions = {
  readonly now: Date;
  /** Remove what the journal knows and the manifest does not. Only sensible when `declared` is all of the target. */
  readonly prune: boolean;
  /** What a person asked for, by `demandKey`. */
  readonly demands?: ReadonlyMap<string, Demand>;
  /** Bots, by lower-case name, that a worker took over from one that had not let go. */
  readonly takeovers?: ReadonlyMap<string, Takeover>;
};

type World = { readonly observed: Observed; readonly journal: Remembered; readonly options: PlanOptions };

/** What must be done, and why, for one target to match the declaration. Reads nothing, changes nothing. */
export function plan(
  declared: readonly DeclaredBot[],
  observed: Observed,
  journal: Remembered,
  options: PlanOptions,
): Plan {
  const revoked = journal.revoked.map((one) => [demandKey(one), "revoke"] as const);
  const demands = new Map([...(options.demands ?? []), ...revoked]);
  const indexed = byAccount(journal);
  const holders = holdersOf(declared, {
    readings: observed.readings,
    elsewhere: observed.elsewhere ?? new Map(),
    recordsOf: (account) => indexed.generations.get(account) ?? [],
    isRevoked: (of) => demands.get(demandKey(of)) === "revoke",
  });
  const world = { observed, journal: indexed, options: { ...options, demands }, holders };
  const declaredAccounts = new Set(declared.map((bot) => bot.account.toLowerCase()));
  const actions: Action[] = [];
  const notices: Notice[] = [];
  const problems: Notice[] = [];

  for (const bot of declared) {
    const part = planBot(bot, world);
    actions.push(...part.actions);
    notices.push(...part.notices);
    problems.push(...part.problems);
  }
  for (const bot of journal.bots.filter((one) => !declaredAccounts.has(one.account.toLowerCase()))) {
    if (options.prune) {
      const removal = planRemovedBot(bot, world);
      actions.push(...removal.actions);
      notices.push(...removal.notices);
      problems.push(...removal.problems);
    } else if (!bot.removedAt) notices.push(noLongerDeclared(bot));
  }
  return { actions, notices, problems };
}

type Indexed = {
  readonly bots: ReadonlyMap<string, BotRecord>;
  readonly generations: ReadonlyMap<string, readonly GenerationRecord[]>;
  readonly repositoryAccess: ReadonlyMap<string, RepositoryAccess>;
};

const byAccount = ({ bots, generations, repositoryAccess }: Remembered): Indexed => ({
  bots: new Map(bots.map((bot) => [bot.account.toLowerCase(), bot])),
  generations: Map.groupBy(generations, (one) => one.account.toLowerCase()),
  repositoryAccess: new Map(repositoryAccess.map((one) => [one.account.toLowerCase(), one])),
});

type IndexedWorld = Omit<World, "journal"> & { readonly journal: Indexed; readonly holders: Holders };

const noLongerDeclared = ({ target, account }: { target: string; account: string }, token?: string): Notice => ({
  target,
  account,
  ...(token !== undefined && { token }),
  message: "declared no more; `--prune` removes it",
});

function planBot(bot: DeclaredBot, { observed, journal, options, holders }: IndexedWorld): Plan {
  const account = bot.account.toLowerCase();
  const { actions: first, problem } = planAccount(bot, observed.accounts.get(account), journal.bots.get(account));
  const key = { target: bot.target, account: bot.account };
  if (problem !== undefined) return { actions: [], notices: [], problems: [{ ...key, message: problem }] };

  const actions = [...first];
  const notices: Notice[] = [];
  if (isUnaskedAdministrator(bot, observed.accounts.get(account)))
    notices.push({ ...key, message: unaskedAdministrator });
  const records = journal.generations.get(account) ?? [];
  const remote = observed.tokens.get(account) ?? [];
  const takeover = options.takeovers?.get(account);
  const access = journal.repositoryAccess.get(account);
  for (const token of bot.tokens) {
    const demand = options.demands?.get(demandKey({ account, token: token.name }));
    const readings = token.sinks.map((sink) => observed.readings.get(sinkKey(sink)) ?? unread);
    const own = records.filter((record) => record.token === token.name);
    const part = planToken({
      key: { ...key, token: token.name },
      declared: token,
      records: own,
      remote: generationsOf(remote, token.name),
      readings,
      now: options.now,
      ...(takeover && { takeover }),
      ...(demand && { demand }),
    });
    if (part.problem !== undefined) return { actions: [], notices: [], problems: [{ ...key, message: part.problem }] };
    actions.push(...part.actions);
    notices.push(...part.notices.map((message) => ({ ...key, token: token.name, message })));
    const lost = lostOf(token.repositories, access);
    if (access && lost.length > 0) {
      notices.push({ ...key, token: token.name, message: accessLost(lost, access.checkedAt) });
    }
    const unreadable = unreadableSinks(token, readings, own, part.actions);
    notices.push(...unreadable.map((one) => ({ ...key, token: token.name, ...one })));
  }

  const delivering = new Set(
    actions.flatMap((one) => (one.kind === "issue" || one.kind === "deliver" ? [one.token] : [])),
  );
  const isOnItsWay = ({ of }: HeldSink): boolean => of?.account === bot.account && delivering.has(of.token);
  const declaredTokens = new Set(bot.tokens.map((token) => token.name));
  const dropped = records.filter((record) => !declaredTokens.has(record.token));
  const removal = planTokenRemoval(key, dropped, remote);
  if (options.prune) {
    const { actions: ends, waitsFor } = afterSuccessors(removal, dropped, remote, holders, isOnItsWay);
    actions.push(...ends);
    if (waitsFor !== undefined) notices.push(waitsForSink(key, waitsFor));
  } else for (const name of new Set(removal.map((close) => close.token))) notices.push(noLongerDeclared(bot, name));
  return { actions: endHeldLast(actions, records, holders, isOnItsWay), notices, problems: [] };
}

const unread: SinkReading = { state: "unreadable", reason: "it was not read" };

function planRemovedBot(bot: BotRecord, { observed, journal, options, holders }: IndexedWorld): Plan {
  const account = bot.account.toLowerCase();
  const records = journal.generations.get(account) ?? [];
  const found = observed.accounts.get(account);
  const remote = observed.tokens.get(account) ?? [];
  const actions = planBotRemoval(bot, records, found, remote, options.now);
  const key = { target: bot.target, account: bot.account };
  const stranger = handedOver(records, remote);
  const takesAccount = actions.some(({ kind }) => kind === "disableAccount" || kind === "deleteAccount");
  if (stranger !== undefined && takesAccount)
    return { actions: [], notices: [], problems: [{ ...key, message: stranger }] };
  // Of an account that is locked no token works.
  if (!found || found.isLocked) return { actions, notices: [], problems: [] };
  const { waitsFor } = afterSuccessors([], records, remote, holders, () => false);
  if (waitsFor === undefined) return { actions, notices: [], problems: [] };
  return { actions: [], notices: [waitsForSink(key, waitsFor)], problems: [] };
}
