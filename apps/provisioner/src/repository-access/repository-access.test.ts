import { describe, expect, test } from "vitest";
import { aBot, aToken, dayMs } from "../../test/declared.ts";
import { modelJournal } from "../../test/model-journal.ts";
import { modelTarget } from "../../test/model-target.ts";
import type { DeclaredBot } from "../fleet/fleet.ts";
import { remember } from "../remember.ts";
import { TargetError } from "../targets/target-error.ts";
import { type AccessQuestion, checkRepositoryAccess } from "./check.ts";
import { accessDueAt } from "./due.ts";

const start = Date.parse("2026-01-01T00:00:00Z");

function aLimitedBot(account: string, repositories: readonly string[] = ["acme/app"]): DeclaredBot {
  return aBot({ account, email: `${account}@bots.example.org`, tokens: [aToken({ repositories })] });
}

/** Delivered bots on a server whose answers can be counted. */
async function aFleet(bots: readonly DeclaredBot[], state: "created" | "delivered" = "delivered") {
  let time = start;
  const now = (): Date => new Date(time);
  const server = modelTarget({ now });
  const journal = modelJournal(now);
  for (const { account, email, target } of bots) {
    await server.target.createAccount({ name: account, email });
    const key = { target, account, token: "main", generation: 1 };
    await journal.recordIntent({ ...key, scopes: [] });
    await journal.recordCreated(key, { remoteId: 1, lastEight: "12345678", plaintext: "p" });
    if (state === "delivered") await journal.recordDelivered(key);
  }
  const asked: string[] = [];
  let isSick = (_account: string): boolean => false;
  const target = {
    async reachesRepository(account: string, repository: string): Promise<boolean> {
      asked.push(account);
      if (isSick(account)) throw new TargetError("unexpected", "GET: 500");
      return server.target.reachesRepository(account, repository);
    },
  };
  return {
    ...server,
    journal,
    asked,
    wait(ms: number): void {
      time += ms;
    },
    sicken(which: (account: string) => boolean): void {
      isSick = which;
    },
    async check(asks: AccessQuestion = "some") {
      asked.length = 0;
      const observed = { accounts: server.accounts };
      const known = await remember(journal, "forge");
      return checkRepositoryAccess({ target, journal, now: now() }, bots, observed, known, { concurrency: 4, asks });
    },
  };
}

describe("a bot's time of day", () => {
  test("comes once a day, at the same time, for whatever it was that was asked before", () => {
    const key = { target: "forge", account: "bot-one" };
    const first = accessDueAt(key, new Date(start));

    expect(first.getTime() - start).toBeGreaterThan(0);
    expect(first.getTime() - start).toBeLessThanOrEqual(dayMs);
    expect(accessDueAt(key, first)).toEqual(new Date(first.getTime() + dayMs));
    expect(accessDueAt(key, new Date(first.getTime() - 1))).toEqual(first);
    expect(accessDueAt({ ...key, account: "BOT-one" }, new Date(start))).toEqual(first);
  });

  test("is spread: no hour has more than twice its share of a thousand bots", () => {
    const hours = Array.from({ length: 1000 }, (_, index) =>
      accessDueAt({ target: "forge", account: `bot-${index}` }, new Date(start)).getUTCHours(),
    );

    const counts = Map.groupBy(hours, (hour) => hour);
    expect(counts.size).toBe(24);
    expect(Math.max(...[...counts.values()].map((one) => one.length))).toBeLessThan(2 * (1000 / 24));
  });
});

describe("access to repositories", () => {
  test("is asked once a day, found lost, and found back", async () => {
    const fleet = await aFleet([aLimitedBot("bot-one", ["acme/app", "acme/lib"])]);
    await fleet.check();
    expect(fleet.asked).toHaveLength(2);
    expect((await fleet.check()).changes).toEqual([]);
    expect(fleet.asked).toEqual([]);

    fleet.unreachable.add("bot-one acme/lib");
    fleet.wait(dayMs);
    const lost = await fleet.check();
    fleet.unreachable.clear();
    const meanwhile = await fleet.check();
    fleet.wait(dayMs);
    const back = await fleet.check();

    expect(lost.changes).toEqual([{ account: "bot-one", lost: ["acme/lib"], regained: [] }]);
    expect(lost.known).toMatchObject([{ account: "bot-one", lost: ["acme/lib"] }]);
    expect(meanwhile.known).toEqual(lost.known);
    expect(back.changes).toEqual([{ account: "bot-one", lost: [], regained: ["acme/lib"] }]);
    expect(back.known).toMatchObject([{ account: "bot-one", lost: [] }]);
  });

  test("is asked of all on the day by a command that comes once a day", async () => {
    const bots = Array.from({ length: 300 }, (_, index) => aLimitedBot(`bot-${index}`));
    const fleet = await aFleet(bots);
    await fleet.check("due");

    for (let day = 1; day < 4; day += 1) {
      fleet.wait(dayMs);
      await fleet.check("due");

      expect(new Set(fleet.asked).size).toBe(300);
    }
    await fleet.check("due");
    expect(fleet.asked).toEqual([]);
  });

  test("is asked of at most a hundred bots in one look, and of each of them in the end", async () => {
    const bots = Array.from({ length: 150 }, (_, index) => aLimitedBot(`bot-${index}`));
    const fleet = await aFleet(bots);

    await fleet.check();
    const first = [...fleet.asked];
    await fleet.check();

    expect(first).toHaveLength(100);
    expect(new Set([...first, ...fleet.asked]).size).toBe(150);
    expect(fleet.asked).toHaveLength(50);
  });

  test("is not asked of bots without a limit, without a delivery, without an account, or locked", async () => {
    const free = await aFleet([aBot()]);
    const early = await aFleet([aLimitedBot("bot-one")], "created");
    const locked = await aFleet([aLimitedBot("bot-one")]);
    locked.lock("bot-one");
    const gone = await aFleet([aLimitedBot("bot-one")]);
    gone.accounts.clear();

    for (const fleet of [free, early, locked, gone]) {
      await fleet.check("all");
      expect(fleet.asked).toEqual([]);
    }
  });

  test("that cannot be asked about is told, stays due, and keeps no other bot from being asked about", async () => {
    const fleet = await aFleet([aLimitedBot("bot-one"), aLimitedBot("bot-two")]);
    fleet.sicken((account) => account === "bot-one");

    const first = await fleet.check();
    fleet.sicken(() => false);
    await fleet.check();

    expect(first.failures).toEqual(["bot-one: GET: 500"]);
    expect(first.known.map(({ account }) => account)).toEqual(["bot-two"]);
    expect(fleet.asked).toEqual(["bot-one"]);
  });

  test("is asked at once when somebody wants to know, and when the clock was wrong", async () => {
    const fleet = await aFleet([aLimitedBot("bot-one")]);
    fleet.wait(3 * dayMs);
    await fleet.check();

    await fleet.check("all");
    expect(fleet.asked).toEqual(["bot-one"]);
    fleet.wait(-dayMs);
    await fleet.check();
    expect(fleet.asked).toEqual(["bot-one"]);
  });
});
