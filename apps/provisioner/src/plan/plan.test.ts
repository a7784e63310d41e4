import { describe, expect, test } from "vitest";
import { aBot, dayMs } from "../../test/declared.ts";
import type { DeclaredBot } from "../fleet/fleet.ts";
import type { BotRecord } from "../journal/journal.ts";
import type { ObservedAccount } from "../targets/target.ts";
import { countRemovals, removalsAllowed } from "./guardrail.ts";
import { limitPlan } from "./limit.ts";
import { plan } from "./plan.ts";

const now = new Date("2026-01-01T00:00:00Z");
const record: BotRecord = { target: "forge", account: "bot-one", set: "bots", onRemove: { disable: false } };
const account: ObservedAccount = {
  name: "bot-one",
  email: "bot-one@bots.example.org",
  fullName: "Bot One",
  isLocked: false,
  isAdmin: false,
};
/** A bot without tokens, so that only its account is in question. */
const bot = (changes: Partial<DeclaredBot> = {}): DeclaredBot => aBot({ tokens: [], ...changes });

function planOf(
  declared: readonly DeclaredBot[],
  accounts: readonly ObservedAccount[],
  bots: readonly BotRecord[] = [],
  prune = false,
) {
  const observed = {
    accounts: new Map(accounts.map((one) => [one.name.toLowerCase(), one])),
    tokens: new Map(),
    readings: new Map(),
  };
  return plan(declared, observed, { bots, generations: [], revoked: [], repositoryAccess: [] }, { now, prune });
}

describe("an account", () => {
  test.each<[string, DeclaredBot, ObservedAccount[], BotRecord[], object[]]>([
    ["that does not exist is made", bot(), [], [], [{ kind: "createAccount", because: "account-missing" }]],
    ["that was deleted is made again", bot(), [], [record], [{ kind: "createAccount" }]],
    ["as declared is left alone", bot({ fullName: "Bot One" }), [account], [record], []],
    ["whose full name is not declared keeps any", bot(), [account], [record], []],
    [
      "that the journal lost is known by its address",
      bot(),
      [{ ...account, email: "BOT-one@bots.example.org" }],
      [],
      [],
    ],
    [
      "with another full name is changed",
      bot({ fullName: "Other" }),
      [account],
      [record],
      [{ kind: "updateAccount", changes: { fullName: "Other" } }],
    ],
    [
      "of ours with another address is changed",
      bot({ email: "new@bots.example.org" }),
      [account],
      [record],
      [{ kind: "updateAccount", changes: { email: "new@bots.example.org" } }],
    ],
    [
      "that we locked is unlocked when it is declared again",
      bot(),
      [{ ...account, isLocked: true }],
      [{ ...record, removedAt: now }],
      [{ kind: "updateAccount", changes: { isLocked: false }, because: "declared-again" }],
    ],
  ])("%s", (_name, declared, accounts, records, expected) => {
    const { actions, problems } = planOf([declared], accounts, records);

    expect(actions).toMatchObject(expected);
    expect(actions).toHaveLength(expected.length);
    expect(problems).toEqual([]);
  });

  test.each<[string, DeclaredBot, ObservedAccount[], BotRecord[], string]>([
    ["of somebody else is not touched", aBot({ email: "new@bots.example.org" }), [account], [], "somebody else's"],
    [
      "that a person locked stays locked",
      aBot(),
      [{ ...account, isLocked: true }],
      [record],
      "is locked on the target",
    ],
  ])("%s", (_name, declared, accounts, records, expected) => {
    const { actions, problems } = planOf([declared], accounts, records);

    expect(actions).toEqual([]);
    expect(problems).toEqual([{ target: "forge", account: "bot-one", message: expect.stringContaining(expected) }]);
  });
});

describe("a bot that is declared no more", () => {
  const removed = (changes: Partial<BotRecord>): BotRecord => ({ ...record, ...changes });
  const later = { disable: false, deleteAfterMs: dayMs };
  const longAgo = new Date(now.getTime() - dayMs);

  test.each<[string, BotRecord, ObservedAccount[], string[]]>([
    ["is forgotten when nothing else was declared", record, [account], ["forgetBot"]],
    ["is locked when that was declared", removed({ onRemove: { disable: true } }), [account], ["disableAccount"]],
    ["is locked until it is deleted", removed({ onRemove: later }), [account], ["disableAccount"]],
    ["waits for its deletion", removed({ onRemove: later, removedAt: now }), [account], []],
    ["is deleted in the end", removed({ onRemove: later, removedAt: longAgo }), [account], ["deleteAccount"]],
    ["is forgotten when it is gone already", removed({ onRemove: later }), [], ["forgetBot"]],
  ])("%s", (_name, one, accounts, expected) => {
    expect(planOf([], accounts, [one], true).actions.map((action) => action.kind)).toEqual(expected);
  });

  test("is only told of without prune, and no more once it was removed", () => {
    expect(planOf([], [], [record])).toMatchObject({
      actions: [],
      notices: [{ message: expect.stringContaining("--prune") }],
    });
    expect(planOf([], [], [removed({ removedAt: now })]).notices).toEqual([]);
  });
});

test("what happens to one bot bears one name, though the journal keeps it in small letters", () => {
  const declared = aBot({ account: "Bot-One" });
  const generation = { target: "forge", account: "bot-one", generation: 1, state: "delivered", scopes: [] } as const;
  const generations = ["main", "dropped"].map((token) => ({ ...generation, token, isOpenable: false }));
  const observed = { accounts: new Map([["bot-one", account]]), tokens: new Map(), readings: new Map() };
  const journal = { bots: [record], generations, revoked: [], repositoryAccess: [] };

  const { actions } = plan([declared], observed, journal, { now, prune: true });

  expect(actions.map(({ kind, because }) => [kind, because])).toContainEqual(["close", "removed"]);
  expect(new Set(actions.map((action) => action.account))).toEqual(new Set(["Bot-One"]));
});

describe("the guardrail", () => {
  test("counts bots, not actions, and removals alone", () => {
    const records = [record, { ...record, account: "bot-two" }];
    const planned = planOf([aBot({ account: "bot-new", email: "new@bots.example.org" })], [], records, true);

    expect(countRemovals([planned])).toBe(2);
  });

  test.each([
    [{ percent: 10 }, 3, 1],
    [{ percent: 10 }, 100, 10],
    [{ percent: 0 }, 100, 1],
    [{ bots: 0 }, 100, 0],
    [{ bots: 7 }, 3, 7],
  ])("%o of %i bots allows %i", (limit, bots, allowed) => {
    expect(removalsAllowed(limit, bots)).toBe(allowed);
  });
});

test("a limit keeps every action of the first accounts that have one", () => {
  const bots = ["one", "two", "three"].map((name) => aBot({ account: name, email: `${name}@bots.example.org` }));
  const planned = planOf(bots, []);

  expect(limitPlan(planned, 2).actions.map((action) => action.account)).toEqual(["one", "one", "two", "two"]);
  expect(limitPlan(planned, undefined)).toBe(planned);
});
