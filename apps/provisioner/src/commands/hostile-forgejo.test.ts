import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { aFleetOn } from "../../test/fleet-on.ts";
import { type Hostility, startHostileForgejo } from "../../test/hostile-forgejo.ts";
import { seeded } from "../../test/seeded.ts";
import { migrateJournal } from "../journal/open.ts";
import { formatOutcome, messageOf } from "../output/outcome.ts";
import { TargetError } from "../targets/target-error.ts";
import { exitCodeOf, type FleetOutcome } from "./apply-fleet.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ name: "provisioner", migrate: migrateJournal });
});
afterAll(() => database.close());

const bots = ["bot-one", "bot-two", "bot-three"] as const;

async function aHostileWorld(hostility: Hostility) {
  const forgejo = await startHostileForgejo(hostility);
  const fleet = await aFleetOn({ url: forgejo.url, databaseUrl: database.url, bots });
  onTestFinished(async () => {
    await forgejo.stop();
    await fleet.remove();
  });
  const foreign = forgejo.addToken("root", "main.g1");
  /** Bots whose consumers are without a token because of what a person did. */
  const harmed = new Set<string>(bots);
  const heldBy = (bot: string): (string | undefined)[] => {
    const read = (name: string) => {
      try {
        return readFileSync(join(fleet.folder, name), "utf8");
      } catch {
        return undefined;
      }
    };
    return [read(bot), parseEnv(read("all.env") ?? "")[bot]];
  };
  const generationsMax = hostility.staleLists ? 3 : 2;
  forgejo.watch(() => {
    if (!forgejo.isLive(foreign)) throw new Error("a token outside the fleet's names was touched");
    for (const bot of bots) {
      if (forgejo.tokensOf(bot).length > generationsMax) throw new Error(`${bot}: too many generations are alive`);
      if (harmed.has(bot)) continue;
      for (const value of heldBy(bot))
        if (!value || !forgejo.isLive(value)) throw new Error(`${bot}: a sink holds a dead token`);
    }
  });

  async function apply(scopes: string, repositories?: readonly string[]) {
    const outcome = await fleet.apply({ scopes, ...(repositories && { repositories }) });
    if (forgejo.violations.length > 0) throw forgejo.violations[0];
    for (const bot of bots) if (heldBy(bot).every((value) => value && forgejo.isLive(value))) harmed.delete(bot);
    return outcome;
  }
  return {
    ...forgejo,
    folder: fleet.folder,
    doctor: fleet.doctor,
    harmed,
    heldBy,
    apply,
    /** As if a day had passed since each bot was asked about. */
    aDayPasses: () => database.sql`
      update provisioner.repository_access set checked_at = checked_at - interval '1 day' where target = ${fleet.target}`,
    /** From now on the server is itself again, and few runs are enough. */
    async expectQuiet(scopes: string): Promise<void> {
      forgejo.setMood({ errors: 0, staleLists: 0 });
      let runs = 1;
      while (exitCodeOf(await apply(scopes)) !== 0 && runs < 3) runs += 1;

      for (const bot of bots) {
        const living = forgejo.tokensOf(bot);
        expect(living).toHaveLength(1);
        expect(heldBy(bot)).toEqual([living[0]?.plaintext, living[0]?.plaintext]);
        expect(forgejo.accounts().get(bot)?.mustChangePassword).toBe(false);
      }
      const asked = forgejo.questions.length;
      const { targets } = await apply(scopes);
      expect(targets[0]?.plan.actions).toEqual([]);
      // Its name, its version, the page of users, and one list for each bot.
      expect(forgejo.questions.length - asked).toBe(3 + bots.length);
    },
  };
}

describe("a fleet on a Forgejo", () => {
  test("is made and rotated with nothing of Mintmark's", async () => {
    const world = await aHostileWorld({});
    await world.apply("read:repository");
    const first = bots.map((bot) => world.heldBy(bot)[0]);

    await world.apply("write:repository");

    await world.expectQuiet("write:repository");
    for (const old of first) expect(world.isLive(old ?? "")).toBe(false);
    expect(world.tokensOf("bot-one").map((token) => token.name)).toEqual(["main.g2"]);
  });

  test.each([-600_000, 600_000])("whose clock is %d ms off is rotated by ours", async (skewMs) => {
    const world = await aHostileWorld({ skewMs });
    await world.apply("read:repository");

    await world.expectQuiet("read:repository");
    expect(world.tokensOf("bot-one").map((token) => token.name)).toEqual(["main.g1"]);
  });

  test("whose address is another account's is not made, and the refusal says what may have happened", async () => {
    const world = await aHostileWorld({});
    world.addAccount("bot-two-renamed", { email: "bot-two@bots.example.org" });

    const outcome = await world.apply("read:repository");

    expect(outcome.targets[0]?.failed.map(({ error }) => messageOf(error))).toEqual([
      expect.stringMatching(/e-mail already in use.*; if bot-two was renamed there, give it its name back, or declare/),
    ]);
  });

  test("gets a new token at once when one was regenerated by hand, and the foreign value ends after it", async () => {
    const world = await aHostileWorld({});
    await world.apply("read:repository");
    world.harmed.add("bot-one");
    const foreign = world.regenerate("bot-one", "main.g1");

    await world.apply("read:repository");

    expect(world.isLive(foreign)).toBe(false);
    await world.expectQuiet("read:repository");
    expect(world.tokensOf("bot-one").map((token) => token.name)).toEqual(["main.g2"]);
  });

  test("whose names are not unique keeps one of each, found by its id", async () => {
    const world = await aHostileWorld({ duplicateNames: true });
    await world.apply("read:repository");
    const stranger = world.addToken("bot-one", "main.g1");

    await world.expectQuiet("read:repository");
    expect(world.isLive(stranger)).toBe(false);
  });

  test("where a person made the account with a password to be changed: nothing is called delivered", async () => {
    const world = await aHostileWorld({});
    world.addAccount("bot-two", { email: "bot-two@bots.example.org", mustChangePassword: true });

    const outcome = await world.apply("read:repository");

    expect(outcome.targets[0]?.failed).toMatchObject([
      { action: { account: "bot-two" }, error: { message: expect.stringContaining("403") } },
    ]);
    const account = world.accounts().get("bot-two");
    if (account) account.mustChangePassword = false;
    await world.expectQuiet("read:repository");
  });
});

describe("doctor on a Forgejo", () => {
  test("says what it is, and that all is well", async () => {
    const world = await aHostileWorld({});
    await world.apply("read:repository");

    const { code, out } = await world.doctor();

    expect([code, out]).toEqual([0, expect.stringContaining(`server: forgejo 16.0.1+gitea-1.22.0 at ${world.url}`)]);
    for (const told of [
      "it shows no last use, so an overlap ends by atMost alone",
      "credential: is a token of root, a site administrator",
      "scopes: write:admin, read:repository, read:user",
      "bots: 3 of 3 exist, none is locked",
    ])
      expect(out).toContain(told);
  });

  test.each([
    [-18_300_000, "clock: the server's is 5h behind ours"],
    [630_000, "clock: the server's is 10m ahead of ours"],
    [30_000, undefined],
  ])("tells of a clock that is %d ms off only when that is much", async (skewMs, told) => {
    const { code, out } = await (await aHostileWorld({ skewMs })).doctor();

    expect([code, out]).toEqual([0, told ? expect.stringContaining(told) : expect.not.stringContaining("clock")]);
  });

  test.each<[string, { isLocked?: true; mustChangePassword?: true }, string]>([
    ["must change its password", { mustChangePassword: true }, "its account must change its password first"],
    ["is locked", { isLocked: true }, "its account is locked, until then all its tokens answer 403"],
  ])("tells that the credential's account %s", async (_state, changes, told) => {
    const world = await aHostileWorld({});
    Object.assign(world.accounts().get("root") ?? {}, changes);

    const { code, out } = await world.doctor();

    expect([code, out]).toEqual([1, expect.stringContaining(told)]);
  });
});

describe("a fleet on a Forgejo whose tokens are limited to repositories", () => {
  const scopes = "read:repository";
  const noticesOf = ({ targets }: FleetOutcome) =>
    targets.flatMap(({ plan }) => plan.notices.map(({ account, message }) => `${account}: ${message.split(";")[0]}`));
  const asked = (world: Awaited<ReturnType<typeof aHostileWorld>>) =>
    world.questions
      .filter(({ path }) => path.startsWith("/api/v1/repos/"))
      .map(({ path, headers }) => `${headers.sudo ?? "with its own token"} ${path.slice("/api/v1/repos/".length)}`);

  test("is told who was shut out of one on the day after, and that he is back", async () => {
    const world = await aHostileWorld({});
    const [app, lib] = [world.addRepository("app"), world.addRepository("lib")];
    for (const { readers } of [app, lib]) for (const bot of bots) readers.add(bot);
    const limit = [app.name, lib.name];
    const made = await world.apply(scopes, limit);
    const atDelivery = asked(world);

    lib.readers.delete("bot-two");
    const sameDay = await world.apply(scopes, limit);
    await world.aDayPasses();
    const dayAfter = await world.apply(scopes, limit);
    lib.readers.add("bot-two");
    await world.aDayPasses();
    const back = await world.apply(scopes, limit);

    expect([made, sameDay, back].flatMap(noticesOf)).toEqual([]);
    expect(noticesOf(dayAfter)).toEqual(["bot-two: repository access lost: root/lib"]);
    expect([made, sameDay, dayAfter, back].map(exitCodeOf)).toEqual([0, 0, 0, 0]);
    expect(world.tokensOf("bot-two").map(({ name }) => name)).toEqual(["main.g1"]);
    expect(atDelivery.filter((one) => !/^bot-(one|three) /.test(one)).toSorted()).toEqual([
      "bot-two root/app",
      "bot-two root/lib",
      ...bots.map(() => "with its own token root/app"),
    ]);
  });

  test("calls no token delivered that does not show, with its own value, what it is limited to", async () => {
    const world = await aHostileWorld({ losesLimits: true });
    const app = world.addRepository("app");
    for (const bot of bots) app.readers.add(bot);

    const outcome = await world.apply(scopes, [app.name]);

    expect(outcome.targets[0]?.failed.map(({ error }) => error)).toEqual(
      bots.map(() => {
        const message = "the new token does not show root/app, which its account may see";
        return new TargetError("refused", message, { mayHaveHappened: true });
      }),
    );
    expect(exitCodeOf(outcome)).toBe(5);
  });

  test("says 5 of a token that was made and then refused, and not that nothing was done", async () => {
    const world = await aHostileWorld({ losesLimits: true });
    const app = world.addRepository("app");
    for (const bot of bots) app.readers.add(bot);
    await world.apply(scopes);

    const outcome = await world.apply(scopes, [app.name]);

    expect(outcome.targets[0]?.done).toEqual([]);
    expect(exitCodeOf(outcome)).toBe(5);
    expect(formatOutcome(outcome)).toContain("Nothing was finished; the next run goes on with what was begun.");
  });

  test("delivers to one that is shut out from the start, and says so; one that is deleted is lost to all", async () => {
    const world = await aHostileWorld({});
    const app = world.addRepository("app");
    for (const bot of ["bot-one", "bot-three"]) app.readers.add(bot);

    const made = await world.apply(scopes, [app.name]);
    app.remove();
    await world.aDayPasses();
    const gone = await world.apply(scopes, [app.name]);

    expect(exitCodeOf(made)).toBe(0);
    expect(made.targets[0]?.warnings.map(({ message }) => message.split(";")[0])).toEqual([
      "bot-two has no access to root/app",
    ]);
    expect(
      noticesOf(gone)
        .filter((one) => one.includes("repository access lost"))
        .toSorted(),
    ).toEqual(bots.map((bot) => `${bot}: repository access lost: root/app`).toSorted());
    expect(bots.map((bot) => world.heldBy(bot).every((value) => value && world.isLive(value)))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("a fleet on a Forgejo in a bad mood", () => {
  const scopes = ["read:repository", "write:repository", "read:issue"] as const;
  const moods: [string, Hostility][] = [
    ["answers 500 now and then", { errors: 0.15 }],
    ["shows stale lists", { staleLists: 0.3 }],
    ["does everything wrong", { errors: 0.1, staleLists: 0.2, duplicateNames: true, skewMs: 600_000 }],
  ];
  const seeds = Array.from({ length: 4 }, (_, index) => index + 1);

  test.each(moods.flatMap(([name, mood]) => seeds.map((seed) => [name, seed, mood] as const)))(
    "that %s (seed %d) has a living token in every sink at every moment, and ends with one",
    async (_name, seed, mood) => {
      const random = seeded(seed * 7919);
      const world = await aHostileWorld({ ...mood, seed });
      let wanted: (typeof scopes)[number] = scopes[0];

      for (let round = 0; round < 12; round += 1) {
        const bot = random.pick(bots);
        const names = world.tokensOf(bot).map((token) => token.name);
        const act = random.whole(8);
        if (act < 3) wanted = random.pick(scopes);
        else if (act === 3 && names[0]) {
          world.harmed.add(bot);
          world.regenerate(bot, names[0]);
        } else if (act === 4 && names[0]) {
          world.harmed.add(bot);
          world.deleteByHand(bot, names[0]);
        } else if (act === 5) {
          world.harmed.add(bot);
          rmSync(join(world.folder, bot), { force: true });
        }
        await world.apply(wanted);
      }

      await world.expectQuiet(wanted);
    },
  );
});
