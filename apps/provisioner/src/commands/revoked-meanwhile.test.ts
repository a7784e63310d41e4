import { access, readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { parseCommandLine } from "../command-line.ts";
import { runCommand } from "../run-command.ts";

const world = aCommandWorld();
const isLong = process.env.MINTMARK_TEST_LONG !== undefined;

/** The command at a terminal, where something happens before its question is answered with yes. */
function answered(
  args: readonly string[],
  meanwhile: () => Promise<unknown>,
  signal: AbortSignal = new AbortController().signal,
) {
  const terminal = {
    out: { write: () => {} },
    err: { write: () => {} },
    ask: () => meanwhile().then(() => "yes"),
    signal,
    since: performance.now(),
  };
  return runCommand(parseCommandLine(args), terminal, world.env());
}

test.each([
  ["of a new bot", false],
  ["of a bot that was made", true],
])("a token %s that is revoked before it was made is not made by who planned that before", async (_bot, isMade) => {
  const name = unique("never");
  const manifest = await world.manifest([{ name }]);
  if (isMade) {
    await world.here("apply", "-f", manifest, "--yes");
    const other = `tokens: [{ name: other, class: ${name}, sinks: [{ file: { path: ${name}-other } }] }, `;
    await writeFile(manifest, (await readFile(manifest, "utf8")).replace("tokens: [", other));
  }
  const [token, path] = isMade ? ["other", `${name}-other`] : ["main", name];

  await answered(["apply", "-f", manifest], async () => {
    expect((await world.here("revoke", `${name}/${token}`, "-f", manifest, "--yes")).code).toBe(0);
  });

  expect(await world.tokensOf(name)).toEqual(isMade ? ["main.g1"] : []);
  await expect(access(world.at(path))).rejects.toThrow("ENOENT");
});

test.each(["revoke", "rotate"])(
  "CC-09 a token that is revoked while %s of it waits for an answer stays so",
  async (command) => {
    const name = unique("meanwhile");
    const manifest = await world.manifest([{ name }]);
    await world.here("apply", "-f", manifest, "--yes");
    const value = await world.held(name);

    await answered([command, name, "-f", manifest], async () => {
      expect((await world.here("revoke", name, "-f", manifest, "--yes")).code).toBe(0);
    });

    expect(await world.tokensOf(name)).toEqual([]);
    expect(await world.whois(value)).toBe(401);
  },
);

test.each(Array.from({ length: isLong ? 50 : 3 }, (_, round) => [round + 1]))(
  "CC-09 of a rotate and a revoke that are started together nothing lives on, round %i",
  async () => {
    const name = unique("race");
    const manifest = await world.manifest([{ name, rotation: "{ overlap: { atMost: 1d } }" }]);
    await world.here("apply", "-f", manifest, "--yes");

    const [rotated, revoked] = await Promise.all(
      ["rotate", "revoke"].map((command) => world.mintmark(command, name, "-f", manifest, "--yes")),
    );

    expect(revoked?.code, revoked?.err).toBe(0);
    expect(rotated?.code, rotated?.err).toBeOneOf([0, 1, 5]);
    expect(await world.tokensOf(name)).toEqual([]);
  },
);

test("a revocation that is stopped before it could see what others make of the bot does not end as done", async () => {
  const name = unique("stopped");
  const manifest = await world.manifest([{ name }]);
  await world.here("apply", "-f", manifest, "--yes");
  await world.here("revoke", name, "-f", manifest, "--yes");
  const stop = new AbortController();

  const code = await answered(["revoke", name, "-f", manifest], async () => stop.abort(), stop.signal);

  expect(code).not.toBe(0);
});
