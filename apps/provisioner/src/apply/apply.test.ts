import { describe, expect, test } from "vitest";
import { aBot, aToken, dayMs } from "../../test/declared.ts";
import { aWorld, type Fault, faults, leaseMs } from "../../test/world.ts";
import type { DeclaredBot, DeclaredSink } from "../fleet/fleet.ts";

const sinks: DeclaredSink[] = [
  { kind: "file", path: "/secrets/main" },
  { kind: "dotenv", path: "/secrets/.env", key: "TOKEN" },
];
const before = aBot({ tokens: [aToken({ sinks })] });
const rescoped = aBot({ tokens: [aToken({ sinks, scopes: ["read:repository"] })] });
const overlap = { atLeastMs: 0, atMostMs: dayMs };
const overlapping = aBot({ tokens: [aToken({ sinks, scopes: ["read:repository"], overlap })] });

const anotherBot = aBot({
  account: "bot-two",
  email: "bot-two@bots.example.org",
  tokens: [aToken({ sinks: [{ kind: "file", path: "/secrets/two" }] })],
});

type World = ReturnType<typeof aWorld>;

/** A person's own token on the bot's account, whose name is none of the fleet's. */
function addForeignToken(world: World): void {
  world.edit((tokens) => [
    ...tokens,
    {
      id: 9000,
      account: "bot-one",
      name: "main.gx",
      lastEight: "foreign1",
      plaintext: "a-person's-own",
      scopes: ["all"],
      createdAt: world.now(),
    },
  ]);
}

const ofTheFleet = (world: World) => world.tokens().filter((token) => token.id !== 9000);

/** What must hold after every single effect: some millions of them, for which `expect` is too slow. */
function watchInvariants(world: World, isDelivered: boolean): void {
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(what);
  };
  world.watch(() => {
    if (isDelivered) for (const value of world.held.values()) must(world.isLive(value), "a sink holds a dead token");
    must(ofTheFleet(world).length <= 2, "more than two generations are alive");
    must(world.journal.sealedCopies() <= 1, "more than one sealed copy");
  });
}

/** One living generation in every sink, nothing sealed, nothing left to do. */
async function expectQuiet(world: World, bot: DeclaredBot): Promise<void> {
  const living = ofTheFleet(world);
  expect(living).toHaveLength(1);
  expect([...world.held.values()]).toEqual(sinks.map(() => living[0]?.plaintext));
  expect(world.journal.sealedCopies()).toBe(0);
  expect((await world.planNow([bot])).actions).toEqual([]);
}

const scenarios: [string, DeclaredBot | undefined, DeclaredBot][] = [
  ["the first generation", undefined, before],
  ["a rotation", before, rescoped],
  ["a rotation with overlap", before, overlapping],
];

const describeFault = ({ happens, survives }: Fault): string =>
  `${happens ? "done" : "not done"}, ${survives ? "answer lost" : "process killed"}`;

async function aWorldIn(first: DeclaredBot | undefined): Promise<World> {
  const world = aWorld();
  if (first) await world.run([first]);
  if (first) addForeignToken(world);
  watchInvariants(world, first !== undefined);
  return world;
}

/**
 * One more run, and the end of an overlap. A worker that was killed let nothing go: what it might still write is kept for
 * one lease after each takeover.
 */
async function settle(world: World, bot: DeclaredBot): Promise<void> {
  for (const waitMs of [leaseMs, dayMs, leaseMs]) {
    await world.run([bot]);
    const { actions, notices } = await world.planNow([bot]);
    if (actions.length + notices.length === 0) return;
    world.wait(waitMs + 1);
  }
  await world.run([bot]);
}

describe.each(scenarios)("%s, interrupted at any effect, is whole after one more run", (_name, first, second) => {
  test.each(faults.map((fault) => [describeFault(fault), fault] as const))("%s", async (_fault, fault) => {
    let reached = true;
    let at = 0;
    for (; reached; at += 1) {
      const world = await aWorldIn(first);

      ({ reached } = await world.run([second], { at, fault }));
      await settle(world, second);

      await expectQuiet(world, second);
      expect(world.tokens().some((token) => token.id === 9000)).toBe(first !== undefined);
    }
    expect(at).toBeGreaterThan(9);
  });

  test("and so is the repair, interrupted too", async () => {
    let schedules = 0;
    for (const fault of faults) {
      for (let at = 0, reached = true; reached; at += 1) {
        for (const secondFault of faults) {
          for (let again = 0, reachedAgain = true; reachedAgain; again += 1) {
            const world = await aWorldIn(first);

            ({ reached } = await world.run([second], { at, fault }));
            ({ reached: reachedAgain } = await world.run([second], { at: again, fault: secondFault }));
            await settle(world, second);

            await expectQuiet(world, second);
            schedules += 1;
          }
        }
      }
    }
    expect(schedules).toBeGreaterThan(784);
  });
});

describe("a run", () => {
  test("makes the accounts and the tokens, and a second one does nothing", async () => {
    const world = aWorld();
    const bots = [before, anotherBot];

    const { outcome } = await world.run(bots);

    expect(outcome?.done.map((action) => action.kind)).toEqual(["createAccount", "issue", "createAccount", "issue"]);
    expect(outcome?.failed).toEqual([]);
    const requests = world.requests.length;
    const second = await world.run(bots);
    expect(second.planned).toEqual({ actions: [], notices: [], problems: [] });
    expect(second.journalWrites).toEqual([]);
    // One for the accounts, one token list per bot.
    expect(world.requests.length - requests).toBe(3);
  });

  test("takes a name in another case for the same account", async () => {
    const world = aWorld();
    await world.run([before]);

    const { planned, journalWrites } = await world.run([{ ...before, account: "Bot-ONE" }]);

    expect(planned.actions).toEqual([]);
    expect(journalWrites).toEqual([]);
  });

  test("warns of a repository that the bot cannot see, and delivers all the same", async () => {
    const world = aWorld({ unreachable: new Set(["bot-one acme/app"]) });
    const bot = aBot({ tokens: [aToken({ repositories: ["acme/app", "acme/lib"] })] });

    const { outcome } = await world.run([bot]);

    expect(outcome?.warnings.map((warning) => warning.message)).toEqual([
      expect.stringContaining("bot-one has no access to acme/app"),
    ]);
    expect(outcome?.failed).toEqual([]);
  });

  test("goes on with the other bots when one fails", async () => {
    const world = aWorld();
    const taken = aBot({ account: "bot-zero", email: before.email });

    const { outcome } = await world.run([taken, before]);

    expect(outcome?.failed.map(({ action }) => `${action.kind} ${action.account}`)).toEqual(["createAccount bot-one"]);
    expect(outcome?.left.map((action) => `${action.kind} ${action.account}`)).toEqual(["issue bot-one"]);
    expect(outcome?.done).toHaveLength(2);
  });

  test("calls nothing delivered that does not read back as it was written", async () => {
    const world = aWorld({ readsAs: (held) => held && "something else" });

    const { outcome } = await world.run([before]);

    expect(outcome?.failed).toMatchObject([{ error: { message: expect.stringContaining("does not read back") } }]);
    expect(await world.journal.listGenerations("forge")).toMatchObject([{ state: "created" }]);
  });

  test.each([
    ["is dead", "refuses the token", (world: World) => world.edit(() => [])],
    ["belongs to a locked account", "refuses the account", (world: World) => void world.lock("bot-one")],
  ])("calls nothing delivered that %s when it is tried", async (_name, message, harm) => {
    const world = aWorld();
    world.watch(() => {
      if (world.held.size > 0) harm(world);
    });

    const { outcome } = await world.run([before]);

    expect(outcome?.failed).toMatchObject([{ error: { message: expect.stringContaining(message) } }]);
    expect(await world.journal.listGenerations("forge")).toMatchObject([{ state: "created" }]);
  });

  test("proves that the value which a rotation overwrote is refused", async () => {
    const world = aWorld();
    await world.run([before]);
    const old = world.tokens()[0];
    // A server whose list is right and whose cache is not.
    world.watch(() => old && !world.isLive(old.plaintext) && world.edit((tokens) => [...tokens, { ...old, id: 77 }]));

    const { outcome } = await world.run([rescoped]);

    expect(outcome?.failed).toMatchObject([
      { action: { kind: "close" }, error: { message: expect.stringContaining("still knows it") } },
    ]);
  });

  test("does not call closed what the target still lists", async () => {
    const world = aWorld();
    await world.run([before]);
    await world.run([overlapping]);
    const old = world.tokens()[0];
    world.wait(dayMs);
    world.watch(() => old && !world.isLive(old.plaintext) && world.edit((tokens) => [...tokens, old]));

    const { outcome } = await world.run([overlapping]);

    expect(outcome?.failed).toMatchObject([{ error: { message: expect.stringContaining("still knows it") } }]);
  });

  test("knows a token whose value was lost with the answer", async () => {
    const world = aWorld();
    await world.run([before]);

    // The second effect of a rotation is the creation.
    await world.run([rescoped], { at: 1, fault: { happens: true, survives: true } });

    expect((await world.planNow([rescoped])).actions.map((action) => action.because)).toEqual([
      "answer-lost",
      "scopes",
      "superseded",
    ]);
  });

  test("keeps the sealed copy while a sink is down, and delivers that same one later", async () => {
    const world = aWorld();
    await world.run([before]);
    // The effects of a rotation up to the first write: intent, create, created, two reads, write.
    const { outcome } = await world.run([rescoped], { at: 5, fault: { happens: false, survives: true } });
    expect(outcome?.failed).toHaveLength(1);
    expect(world.journal.sealedCopies()).toBe(1);

    const made = world.tokens().length;
    await world.run([rescoped]);

    expect(world.requests.filter((name) => name === "createToken")).toHaveLength(made);
    await expectQuiet(world, rescoped);
  });

  test("makes a new generation when the sealing key is lost, and deletes the undeliverable one", async () => {
    const world = aWorld();
    await world.run([before]);
    await world.run([rescoped], { at: 6, fault: { happens: true, survives: false } });
    world.journal.loseKey();

    await settle(world, rescoped);

    await expectQuiet(world, rescoped);
  });

  test("takes an account over again when the journal is lost, and keeps what the sinks hold", async () => {
    const world = aWorld();
    await world.run([before]);
    const kept = world.tokens()[0]?.plaintext;
    world.journal.wipe();

    const { planned } = await world.run([before]);

    expect(planned.actions.map((action) => action.kind)).toEqual(["adopt"]);
    expect(world.held.get("file:/secrets/main")).toBe(kept);
    await expectQuiet(world, before);
  });

  test("finishes what it began when it is told to stop, and leaves the rest", async () => {
    const world = aWorld();
    const stop = new AbortController();
    world.watch(() => stop.abort());

    const { outcome } = await world.run([before], undefined, { signal: stop.signal });

    expect(outcome?.done.map((action) => action.kind)).toEqual(["createAccount"]);
    expect(outcome?.left.map((action) => action.kind)).toEqual(["issue"]);
  });
});

describe("a bot that is declared no more", () => {
  const removable = aBot({ tokens: [aToken({ sinks })], onRemove: { disable: true, deleteAfterMs: dayMs } });

  test("stays, and is told of, without prune", async () => {
    const world = aWorld();
    await world.run([removable, anotherBot]);

    const { planned } = await world.run([anotherBot]);

    expect(planned.actions).toEqual([]);
    expect(planned.notices.map((notice) => notice.account)).toEqual(["bot-one"]);
  });

  test("loses its tokens, then its account, as its last declaration said", async () => {
    const world = aWorld();
    await world.run([removable, anotherBot]);

    const first = await world.run([anotherBot], undefined, { prune: true });
    expect(first.planned.actions.map((action) => action.kind)).toEqual(["close", "disableAccount"]);
    expect(world.accounts.get("bot-one")?.isLocked).toBe(true);
    expect((await world.run([anotherBot], undefined, { prune: true })).planned.actions).toEqual([]);
    world.wait(dayMs);
    await world.run([anotherBot], undefined, { prune: true });

    expect(world.accounts.has("bot-one")).toBe(false);
    expect((await world.planNow([anotherBot], true)).actions).toEqual([]);
  });

  test("is unlocked and served again when it is declared again, with a number never used", async () => {
    const world = aWorld();
    await world.run([removable]);
    await world.run([], undefined, { prune: true });

    const { planned, outcome } = await world.run([removable]);

    expect(planned.actions.map((action) => action.kind)).toEqual(["updateAccount", "issue"]);
    expect(outcome?.failed).toEqual([]);
    expect(world.tokens().map((token) => token.name)).toEqual(["main.g2"]);
  });
});
