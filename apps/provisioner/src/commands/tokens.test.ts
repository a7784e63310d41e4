import { mkdir, rm, rmdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";

const world = aCommandWorld();
const rotation = "{ every: 30d, overlap: { atLeast: 1s, atMost: 1h, closeWhenOldIdleFor: 1s } }";

/** A delivered bot with an overlap, and its manifest. */
async function aBotWithOverlap() {
  const name = unique("tokens");
  const manifest = await world.manifest([{ name, rotation }]);
  await world.here("apply", "-f", manifest, "--yes");
  return { name, manifest };
}

/** As if so many minutes had passed since what the journal tells. */
const wait = (account: string, minutes: number) => world.sql()`
  update provisioner.generations set last_probed_at = last_probed_at - ${`${minutes} minutes`}::interval,
    delivered_at = delivered_at - ${`${minutes} minutes`}::interval where account = ${account}`;

async function untilUseIsShown(account: string, token: string): Promise<void> {
  for (;;) {
    const answer = await world.authority().ask("GET", `/api/v1/admin/users/${account}/tokens`);
    const tokens: { name: string; last_used_at: string | null }[] = JSON.parse(await answer.text());
    if (tokens.find((one) => one.name === token)?.last_used_at) return;
  }
}

describe("rotate", () => {
  test("leaves the old one until its successor is seen in use, and explain proves each step", async () => {
    const { name, manifest } = await aBotWithOverlap();
    const old = await world.held(name);

    const rotated = await world.mintmark("rotate", `${name}/main`, "-f", manifest, "--yes");
    expect(rotated.code, rotated.err).toBe(0);
    const fresh = await world.held(name);
    expect([await world.whois(old), await world.whois(fresh)]).toEqual([name, name]);

    await untilUseIsShown(name, "main.g2");
    await wait(name, 10);
    const during = JSON.parse((await world.here("status", "-f", manifest, "-o", "json")).out);
    expect(during).toMatchObject([{ generation: 2, overlapping: [1], stragglers: [{ generation: 1 }] }]);
    const closed = await world.here("apply", "-f", manifest, "--yes", "-o", "json");
    const explained = await world.mintmark("explain", name, "-f", manifest, "-o", "json");

    expect(JSON.parse(closed.out).targets[0].done).toMatchObject([{ kind: "close", because: "seen-in-use" }]);
    expect([await world.whois(old), await world.whois(fresh)]).toEqual([401, name]);
    const [{ proofs, dueAt }] = JSON.parse(explained.out);
    expect(proofs.map((one: { generation: number; step: string }) => `g${one.generation} ${one.step}`)).toEqual([
      ...["g1 intended", "g1 created", "g1 delivered", "g2 intended", "g2 created", "g2 delivered", "g1 closed"],
    ]);
    expect(proofs.every((one: { isIntact: boolean }) => one.isIntact)).toBe(true);
    expect(proofs[5].detail).toMatchObject({ written: [{}], readBack: [{}], probed: { answer: "live" } });
    expect(proofs[6].detail).toMatchObject({
      because: "seen-in-use",
      newLastUsedAt: expect.any(String),
      listedAfter: false,
    });
    expect(dueAt).toEqual(expect.any(String));
    const people = await world.here("explain", name, "-f", manifest);
    expect(people.out).toContain("g1 closed");
    for (const plaintext of [old, fresh]) expect(people.out + explained.out + rotated.out).not.toContain(plaintext);
  });

  test("--immediate leaves no overlap", async () => {
    const { name, manifest } = await aBotWithOverlap();
    const old = await world.held(name);

    const rotated = await world.here("rotate", name, "-f", manifest, "--yes", "--immediate");

    expect(rotated.code, rotated.err).toBe(0);
    expect([await world.whois(old), await world.whois(await world.held(name))]).toEqual([401, name]);
    expect(await world.tokensOf(name)).toEqual(["main.g2"]);
  });

  test.each([
    [["rotate"], "rotate what? name BOT, BOT/TOKEN or a --selector"],
    [["adopt"], "adopt what? name BOT"],
    [["rotate", "nobody"], '"nobody" is not declared'],
    [["revoke", "nobody/main"], '"nobody/main" is not declared'],
  ])("%j is refused", async (args, message) => {
    const ran = await world.here(...args, "-f", await world.manifest([{ name: unique("named") }]), "--yes");

    expect(ran.err).toContain(message);
    expect(ran.code).toBe(3);
  });
});

test("revoke ends a token for good: no apply makes another until it is lifted", async () => {
  const { name, manifest } = await aBotWithOverlap();
  const value = await world.held(name);

  const revoked = await world.here("revoke", name, "-f", manifest, "--yes");
  const applied = await world.here("apply", "-f", manifest, "--yes");
  const left = await world.tokensOf(name);
  const status = JSON.parse((await world.here("status", "-f", manifest, "-o", "json")).out);
  const lifted = await world.here("revoke", name, "--lift", "-f", manifest);
  const liftedAgain = await world.here("revoke", name, "--lift", "-f", manifest);
  const again = await world.here("apply", "-f", manifest, "--yes");

  expect(revoked.code, revoked.err).toBe(0);
  expect(revoked.err).toBe(`- delete token ${name}/main.g1 (it was revoked)\n`);
  expect(await world.whois(value)).toBe(401);
  expect(applied.out).toContain("revoked; `mintmark revoke --lift`");
  expect(left).toEqual([]);
  expect(status).toMatchObject([{ state: "revoked", generation: null, sinks: [{ state: "ended" }] }]);
  expect(lifted.out).toContain(`${name}/main: may be issued again; the next apply does`);
  expect(liftedAgain.out).toContain(`${name}/main: was not revoked`);
  expect(again.code, again.err).toBe(0);
  expect(await world.whois(await world.held(name))).toBe(name);
  const explained = JSON.parse((await world.here("explain", name, "-f", manifest, "-o", "json")).out);
  expect(explained[0].proofs[3].detail).toMatchObject({ because: "revoked", probed: 401 });
});

test("rotate of a revoked token says that it was not rotated: 1", async () => {
  const { name, manifest } = await aBotWithOverlap();
  await world.here("revoke", name, "-f", manifest, "--yes");

  const rotated = await world.here("rotate", name, "-f", manifest, "--yes", "-o", "json");

  const why = "revoked; `mintmark revoke --lift` makes it be issued again";
  expect(rotated.code).toBe(1);
  expect(rotated.err).toBe(`${name}/main was not rotated: ${why}\n`);
  expect(JSON.parse(rotated.out).targets[0].unmet).toMatchObject([{ account: name, token: "main", message: why }]);
});

test("the file of a revoked token is no secret to try", async () => {
  const [ended, living] = [unique("ended"), unique("living")];
  const manifest = await world.manifest([{ name: ended }, { name: living }]);
  await world.here("apply", "-f", manifest, "--yes");
  await world.here("revoke", ended, "-f", manifest, "--yes");

  const rotated = await world.here("rotate", ended, "-f", manifest, "--yes");
  const applied = await world.here("apply", "-f", manifest, "--yes");
  const json = await world.here("apply", "-f", manifest, "--yes", "-o", "json");

  expect(rotated.out).not.toContain("Try one");
  expect(applied.out).toContain(world.at(living));
  expect(applied.out).not.toContain(world.at(ended));
  expect(JSON.parse(json.out).targets[0].secrets).toMatchObject([{ account: living }]);
});

test("rotate that must wait for the overlap of an earlier one says so: 1; --immediate does not wait", async () => {
  const { name, manifest } = await aBotWithOverlap();
  const first = await world.here("rotate", name, "-f", manifest, "--yes");

  const second = await world.here("rotate", name, "-f", manifest, "--yes");
  const atOnce = await world.here("rotate", name, "-f", manifest, "--yes", "--immediate");

  expect([first.code, second.code, atOnce.code]).toEqual([0, 1, 0]);
  expect(second.err).toBe(
    `${name}/main was not rotated: a new generation waits for the overlap to close; \`rotate --immediate\` ends it now\n`,
  );
  expect(second.out).toContain(`${name}/main: generation 1 overlaps until`);
  expect(await world.tokensOf(name)).toEqual(["main.g3"]);
});

test("rotate that only delivers what an earlier run has made says so: 5", async () => {
  const { name, manifest } = await aBotWithOverlap();
  await rm(world.at(name));
  await mkdir(world.at(name));
  await world.here("rotate", name, "-f", manifest, "--yes");
  await rmdir(world.at(name));

  const rotated = await world.here("rotate", name, "-f", manifest, "--yes");

  expect(rotated.code).toBe(5);
  expect(rotated.err).toContain(`${name}/main was not rotated: generation 2, made before, had to be delivered first`);
  expect(await world.whois(await world.held(name))).toBe(name);
});

test("rotate of a bot that apply has not made yet says so, and tries nothing: 1", async () => {
  const name = unique("unmade");
  const manifest = await world.manifest([{ name }]);

  const rotated = await world.here("rotate", name, "-f", manifest, "--yes");
  await world.here("apply", "-f", manifest, "--yes");

  expect(rotated.code).toBe(1);
  expect(rotated.err).toBe(`${name}/main was not rotated: the account does not exist; \`mintmark apply\` makes it\n`);
  expect(await world.tokensOf(name)).toEqual(["main.g1"]);
});

test("rotate of several tells which of them were not rotated, and that the rest was: 5", async () => {
  const [ended, living] = [unique("ended"), unique("living")];
  const manifest = await world.manifest([{ name: ended }, { name: living }]);
  await world.here("apply", "-f", manifest, "--yes");
  await world.here("revoke", ended, "-f", manifest, "--yes");

  const rotated = await world.here("rotate", ended, living, "-f", manifest, "--yes");

  expect(rotated.code).toBe(5);
  expect(rotated.err).toContain(`${ended}/main was not rotated: revoked`);
  expect(rotated.err).not.toContain(`${living}/main was not rotated`);
  expect(await world.tokensOf(living)).toEqual(["main.g2"]);
});

test("adopt takes an account over that no plan would touch", async () => {
  const name = unique("adopted");
  const body = { username: name, email: `${name}@example.org`, kind: "bot" };
  await world.authority().ask("POST", "/api/v1/admin/users", body);
  const manifest = await world.manifest([{ name }]);
  const before = await world.here("apply", "-f", manifest, "--yes");

  const adopted = await world.here("adopt", name, "-f", manifest, "--yes");
  const after = await world.here("apply", "-f", manifest, "--yes");

  expect(before.code).not.toBe(0);
  expect(before.out).toContain("or take it over with `mintmark adopt`");
  expect(adopted.out).toBe(`${name}: adopted\n`);
  expect(after.code, after.err).toBe(0);
  expect(await world.whois(await world.held(name))).toBe(name);
});

test("calendar shows each day's rotations, and every format says the same", async () => {
  const { name, manifest } = await aBotWithOverlap();

  const people = await world.here("calendar", "-f", manifest);
  const json = await world.here("calendar", "-f", manifest, "-o", "json");
  const yaml = await world.here("calendar", "-f", manifest, "-o", "yaml");

  const [entry] = JSON.parse(json.out);
  expect(entry).toMatchObject({ account: name, token: "main" });
  expect(people.out).toMatch(new RegExp(`^${entry.dueAt.slice(0, 10)} +1  #  ${name}/main\n$`));
  expect(yaml.out).toContain(`account: ${name}`);
  expect(yaml.out).toContain(`dueAt: ${entry.dueAt}`);
});
