import { describe, expect, test } from "vitest";
import { aBot, aToken } from "../../test/declared.ts";
import { modelJournal } from "../../test/model-journal.ts";
import { modelLeases } from "../../test/model-leases.ts";
import { aWorld, leaseMs } from "../../test/world.ts";
import type { DeclaredSink } from "../fleet/fleet.ts";
import type { Journal } from "../journal/journal.ts";
import type { Lease, Leases } from "../journal/lease.ts";
import { sinkKey } from "../sinks/sink.ts";
import { apply } from "./apply.ts";

const botNamed = (account: string) =>
  aBot({
    account,
    email: `${account}@bots.example.org`,
    tokens: [aToken({ sinks: [{ kind: "file", path: `/secrets/${account}` }] })],
  });
const two = [botNamed("bot-one"), botNamed("bot-two")];

const gone = async (): Promise<never> => {
  throw new Error("the connection was closed");
};

type Sick = { readonly acquire?: true | "for all"; readonly release?: true; readonly rememberBot?: true };

/** Bots one after the other, where the database fails for the first in one thing. */
async function applyTo(bots: typeof two, sick: Sick, again = false) {
  const { now, target, planNow } = aWorld();
  const all = modelLeases(now, leaseMs);
  const whole = all.of("worker");
  const leases: Leases = {
    ...whole,
    async acquire(where, account) {
      if (account !== "bot-one" && sick.acquire !== "for all") return whole.acquire(where, account);
      if (sick.acquire) return gone();
      const answer = await whole.acquire(where, account);
      return "lease" in answer && sick.release ? { lease: { ...answer.lease, release: gone } } : answer;
    },
  };
  const journalOf = (one: Journal): Journal => ({
    ...one,
    rememberBot: (bot) => (sick.rememberBot && bot.account === "bot-one" ? gone() : one.rememberBot(bot)),
    under: (lease: Lease) => journalOf(one.under(lease)),
  });
  const held = new Map<string, string>();
  const effects = {
    now,
    pause: async () => {},
    target,
    journal: journalOf(modelJournal(now, all.fenceOf)),
    leases,
    openSink: (sink: DeclaredSink) => ({
      write: async (plaintext: string) => {
        held.set(sinkKey(sink), plaintext);
        return "written";
      },
      read: async () => held.get(sinkKey(sink)),
    }),
  };
  const planned = await planNow(bots);
  const plan = again ? { ...planned, actions: [] } : planned;
  const basis = { plan, bots, remembered: [], leases: new Map(), prune: false };
  return apply(effects, basis, { concurrency: 1 });
}

const told = (actions: readonly { readonly account: string; readonly kind: string }[]) =>
  actions.map(({ account, kind }) => `${account} ${kind}`);

describe("a database that fails for one bot keeps no other from being worked on", () => {
  test("when it gives no lease, that bot's first action failed and the others are left", async () => {
    const { done, failed, left } = await applyTo(two, { acquire: true });

    expect(told(done)).toEqual(["bot-two createAccount", "bot-two issue"]);
    expect(failed).toMatchObject([{ action: { account: "bot-one", kind: "createAccount" } }]);
    expect(String(failed[0]?.error)).toContain("the connection was closed");
    expect(told(left)).toEqual(["bot-one issue"]);
  });

  test("when it takes no lease back, all is done: whoever comes next waits until its time is over", async () => {
    const { done, failed, left } = await applyTo(two, { release: true });

    expect(done).toHaveLength(4);
    expect([failed, left]).toEqual([[], []]);
  });

  test("when it does not write down whose the bot is, what was done is not told as failed", async () => {
    const { done, failed, left, warnings } = await applyTo(two, { rememberBot: true });

    expect(done).toHaveLength(4);
    expect([failed, left]).toEqual([[], []]);
    expect(warnings).toMatchObject([
      { account: "bot-one", message: expect.stringMatching(/written down.*connection was closed/), isUnmet: true },
    ]);
  });

  test("when a bot of which nothing else is due has no lease, that is told", async () => {
    const { warnings } = await applyTo(two, { acquire: true }, true);

    expect(warnings).toMatchObject([
      { account: "bot-one", message: expect.stringContaining("the connection was closed"), isUnmet: true },
    ]);
  });
});

test("a database that is gone is asked for a few leases, and not for one of each bot", async () => {
  const bots = Array.from({ length: 50 }, (_, index) => botNamed(`bot-${index}`));

  const { done, failed, left } = await applyTo(bots, { acquire: "for all" });

  expect(done).toEqual([]);
  expect(failed.length).toBeLessThan(9);
  expect(failed.length + left.length).toBe(100);
});
