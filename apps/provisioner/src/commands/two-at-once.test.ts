import { readFile, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { parseEnv } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startFaultProxy } from "../../test/fault-proxy.ts";
import { atStep } from "../../test/kill-points.ts";
import { startMintmark } from "../../test/mintmark.ts";

const world = aCommandWorld();
const isLong = process.env.MINTMARK_TEST_LONG !== undefined;
const tick = () => setTimeout(20);

/** Bots of one target whose tokens lie in files of their own, and all together in one that every bot shares. */
async function aManifest(bots: readonly string[], scopes: string, target: string): Promise<string> {
  const path = await world.manifest(
    bots.map((name) => ({ name, scopes })),
    target,
  );
  const text = await readFile(path, "utf8");
  const shared = text.replace(
    /sinks: \[\{ file: \{ path: (\S+) \} \}\]/g,
    "sinks: [{ file: { path: $1 } }, { dotenv: { path: all.env, key: $1 } }]",
  );
  const other = `${path}.${scopes.length}.${bots[0]}.yaml`;
  await writeFile(other, shared);
  return other;
}

async function expectWhole(bots: readonly string[], generation: number): Promise<void> {
  const shared = parseEnv(await world.held("all.env"));
  for (const name of bots) {
    expect(await world.tokensOf(name)).toEqual([`main.g${generation}`]);
    expect(await world.whois(await world.held(name))).toBe(name);
    expect(shared[name]).toBe(await world.held(name));
  }
}

const apply = (manifest: string) => world.mintmark("apply", "-f", manifest, "--yes");

test("two that apply the same fleet at once make each token once, and both say that it is done", async () => {
  const target = unique("both");
  const bots = Array.from({ length: 8 }, () => unique("both"));
  const first = await aManifest(bots, "read:user", target);

  const made = await Promise.all([apply(first), apply(first)]);
  await expectWhole(bots, 1);
  const second = await aManifest(bots, "read:user, read:misc", target);
  const rotated = await Promise.all([apply(second), apply(second)]);
  await expectWhole(bots, 2);

  expect(
    [...made, ...rotated].map(({ code }) => code),
    [...made, ...rotated].map(({ err, out }) => err + out).join(),
  ).toEqual([0, 0, 0, 0]);
});

test("two that apply different bots of one target at once lose nothing of a file that both write", async () => {
  const target = unique("apart");
  const [left, right] = [0, 1].map(() => Array.from({ length: 8 }, () => unique("apart")));
  const manifests = [
    await aManifest(left ?? [], "read:user", target),
    await aManifest(right ?? [], "read:user", target),
  ];

  const made = await Promise.all(manifests.map(apply));

  expect(made.map(({ code }) => code)).toEqual([0, 0]);
  await expectWhole([...(left ?? []), ...(right ?? [])], 1);
});

const rotation = "{ overlap: { atLeast: 1h, atMost: 1d } }";

/** One delivered bot, whose old token lives on for a day after a rotation. */
async function aBotWithOverlap() {
  const name = unique("rotated");
  const manifest = await world.manifest([{ name, rotation }], name);
  const made = await apply(manifest);
  expect(made.code, made.err).toBe(0);
  return { name, manifest, old: await world.held(name) };
}

test.each([
  { flags: [], left: ["main.g2", "main.g1"], done: [] },
  { flags: ["--immediate"], left: ["main.g2"], done: ["close"] },
])(
  "of two that rotate one token at once the second one ($flags) waits and makes none",
  async ({ flags, left, done }) => {
    const { name, manifest, old } = await aBotWithOverlap();
    const proxy = await startFaultProxy({ upstream: world.authority().url, stallMs: 0 });
    onTestFinished(proxy.stop);
    const point = await atStep(world.sql(), name, "intended");
    const args = ["rotate", name, "-f", manifest, "--yes", "-o", "json"];
    const first = startMintmark(args, world.env());
    await point.reached();

    const second = startMintmark([...args, ...flags], { ...world.env(), MINTMARK_ROOT_URL: proxy.url });
    // What it is going to do is decided by this answer.
    while (!proxy.answers.some((answer) => answer.startsWith("GET /api/mintmark/v1/admin/state"))) await tick();
    await point.settle(true);
    const [one, other] = await Promise.all([first.ended, second.ended]);
    await point.remove();

    expect([one.code, other.code], one.err + other.err).toEqual([0, 0]);
    const told = [one, other].map(({ out }) => JSON.parse(out).targets[0]);
    expect(told.map((target) => target.done.map(({ kind }: { kind: string }) => kind))).toEqual([["issue"], done]);
    expect(told[1]).toMatchObject({
      left: [],
      warnings: [{ message: expect.stringContaining("generation 2 meanwhile") }],
    });
    expect(await world.tokensOf(name)).toEqual(left);
    expect([await world.whois(await world.held(name)), await world.held(name)]).toEqual([
      name,
      expect.not.stringContaining(old),
    ]);
  },
);

test("a rotate that was said before another one delivered, and finds only its overlap, has what it asked for: 0", async () => {
  const { name, manifest } = await aBotWithOverlap();
  const late = `${manifest}.late.yaml`;
  await writeFile(late, (await readFile(manifest, "utf8")).replace("worker.token", "/dev/stdin"));
  const args = ["rotate", name, "--yes", "-o", "json"];

  // It looks at nothing before it has its credential.
  const second = startMintmark([...args, "-f", late], world.env());
  const one = await startMintmark([...args, "-f", manifest], world.env()).ended;
  second.child.stdin.end(world.authority().workerToken);
  const other = await second.ended;

  expect([one.code, other.code], one.err + other.err).toEqual([0, 0]);
  expect(JSON.parse(other.out).targets[0]).toMatchObject({
    done: [],
    unmet: [],
    warnings: [{ message: expect.stringContaining("generation 2 meanwhile") }],
  });
  expect(await world.tokensOf(name)).toEqual(["main.g2", "main.g1"]);
});

test.each(Array.from({ length: isLong ? 50 : 3 }, (_, round) => [round + 1]))(
  "two that rotate one token, started together, make no token that nobody has and lose none, round %i",
  async () => {
    const { name, manifest } = await aBotWithOverlap();

    const ran = await Promise.all(
      [1, 2].map(() => world.mintmark("rotate", name, "-f", manifest, "--yes", "-o", "json")),
    );

    expect(
      ran.map(({ code }) => code),
      ran.map(({ err }) => err).join(),
    ).toEqual([0, 0]);
    const issued = ran.flatMap(({ out }) => JSON.parse(out).targets[0].done).filter(({ kind }) => kind === "issue");
    // One that came when the other had ended asked for one more.
    const generations = issued.map(({ generation }) => generation).toSorted();
    expect([[2], [2, 3]]).toContainEqual(generations);
    const last = generations.at(-1);
    expect(await world.tokensOf(name)).toEqual([`main.g${last}`, `main.g${last - 1}`]);
    expect(await world.whois(await world.held(name))).toBe(name);
  },
);
