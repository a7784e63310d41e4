import { tmpdir } from "node:os";
import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Authority, startTestAuthority } from "../../test/authority.ts";
import { unique } from "../../test/command-world.ts";
import { adminToken, startHostileForgejo } from "../../test/hostile-forgejo.ts";
import { modelTarget } from "../../test/model-target.ts";
import { type Random, seeded } from "../../test/seeded.ts";
import { migrateJournal } from "../journal/open.ts";
import { forgejoTarget } from "./forgejo.ts";
import type { ObservedToken, Target } from "./target.ts";
import { TargetError } from "./target-error.ts";

// The simulations prove as much as their model of a server is true: it must answer every call as the servers do.

/** A target, and the tokens that it made, in this order. */
type Side = { readonly target: Target; readonly made: { readonly id: number; readonly plaintext: string }[] };
type Call = (side: Side) => Promise<unknown>;

const grants = [
  { scopes: ["write:issue", "read:user"] },
  { scopes: ["all"] },
  { scopes: ["read:repository"], repositories: ["root/example"] },
] as const;
const absent = { id: 900_000_000, plaintext: "0".repeat(40) };

/** What a server tells of a token, without what differs between any two of them. */
const told = ({ made }: Side, { id, lastEight, createdAt: _, lastUsedAt, ...token }: ObservedToken) => {
  const position = made.findIndex((one) => one.id === id);
  const isItsOwn = made[position]?.plaintext.endsWith(lastEight);
  return { ...token, position, isItsOwn, showsUse: lastUsedAt !== undefined };
};

function calls(random: Random, bots: readonly string[]): Record<string, Call> {
  const bot = random.pick(bots);
  const name = random.chance(0.3) ? bot.toUpperCase() : bot;
  const address = `${random.pick(bots)}${random.pick(["", "-old"])}@bots.example.org`;
  const email = random.chance(0.3) ? address.toUpperCase() : address;
  const position = random.whole(10);
  const token = ({ made }: Side) => made.at(-1 - position) ?? absent;
  const fullName = random.chance(0.5) && { fullName: "A bot" };
  const option = {
    name: `main.g${random.whole(4)}`,
    ...random.pick(grants),
    ...(random.chance(0.5) && { expiresAt: new Date("2100-01-01T00:00:00Z") }),
  };
  return {
    create: ({ target }) => target.createAccount({ name, email, ...fullName }),
    rename: ({ target }) => target.updateAccount(name, { fullName: `Bot ${position}` }),
    address: ({ target }) => target.updateAccount(name, { email }),
    lock: ({ target }) => target.updateAccount(name, { isLocked: position < 5 }),
    remove: ({ target }) => target.deleteAccount(name),
    issue: async (side) => {
      const { id, plaintext, lastEight } = await side.target.createToken(name, option);
      side.made.push({ id, plaintext });
      return plaintext.endsWith(lastEight);
    },
    end: (side) => side.target.deleteToken(name, token(side).id),
    probe: (side) => side.target.probeToken(token(side).plaintext),
    list: async (side) => (await side.target.listTokens(name))?.map((one) => told(side, one)),
    accounts: async ({ target }) => [...(await target.listAccounts([...bots, name]))].toSorted(),
  };
}

/** What a call answers, or how it is refused. */
async function answer(call: Call, side: Side): Promise<unknown> {
  try {
    return { answer: await call(side) };
  } catch (error) {
    if (error instanceof TargetError) return { refused: error.kind, status: error.status };
    throw error;
  }
}

async function expectSame(seed: number, target: Target, showsMore: boolean): Promise<void> {
  const random = seeded(seed);
  const bots = [unique("one"), unique("two"), unique("three")];
  const real: Side = { target, made: [] };
  const model: Side = { target: modelTarget({ showsMore }).target, made: [] };
  await target.probeServer();
  for (const name of bots) {
    for (const side of [real, model]) await side.target.createAccount({ name, email: `${name}@bots.example.org` });
  }
  const acts: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    const all = calls(random, bots);
    const act = random.pick([...Object.keys(all), "create", "issue", "issue", "issue"]);
    acts.push(act);
    const call = all[act];
    if (!call) throw new Error(act);
    expect({ acts, ...Object(await answer(call, model)) }).toEqual({ acts, ...Object(await answer(call, real)) });
  }
  expect(real.made.length).toBeGreaterThan(3);
}

const seeds = Array.from({ length: 6 }, (_, index) => index + 1);

describe("the simulations' server answers as", () => {
  let database: TestDatabase;
  let authority: Authority;
  beforeAll(async () => {
    database = await testDatabase({ name: "provisioner", migrate: migrateJournal });
    authority = await startTestAuthority(database.url, tmpdir());
  });
  afterAll(async () => {
    await authority.stop();
    await database.close();
  });

  test.each(seeds)("the authority does (seed %d)", async (seed) => {
    await expectSame(seed, forgejoTarget({ url: authority.url, token: authority.workerToken }), true);
  });

  test.each(seeds)("a Forgejo does, as recorded (seed %d)", async (seed) => {
    const forgejo = await startHostileForgejo();
    forgejo.addRepository("example");
    try {
      await expectSame(seed, forgejoTarget({ url: forgejo.url, token: adminToken }), false);
    } finally {
      await forgejo.stop();
    }
  });
});
