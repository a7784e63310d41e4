import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startInterruptingProxy } from "../../test/interrupting-proxy.ts";
import { atStep, deliverProgram, inProgram, type KillPoint } from "../../test/kill-points.ts";
import { startMintmark } from "../../test/mintmark.ts";

const world = aCommandWorld();
const isLong = process.env.MINTMARK_TEST_LONG !== undefined;

const steps: Readonly<Record<number, string>> = { 1: "intended", 3: "created", 6: "delivered" };
const requests: Readonly<Record<number, string>> = {
  2: "/tokens/batch",
  5: "/api/v1/version",
  7: "/tokens/batch-delete",
};

const commands = [
  ["apply", "--yes"],
  ["run", "--every", "1s"],
] as const;

const kills = commands.flatMap((command) =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((effect) =>
    [false, true].map((happens) => [command[0], effect, happens, command] as const),
  ),
);

/** One bot whose token goes to a file and through a program to another one. */
async function aManifest(name: string, scopes: string): Promise<string> {
  const path = await world.manifest([{ name, scopes }], name);
  const program = world.at("deliver.mjs");
  await writeFile(program, deliverProgram);
  const args = JSON.stringify([program, world.at("delivered"), world.at("gate")]);
  const exec = `{ exec: { program: ${process.execPath}, args: ${args}, read: true } }`;
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(/sinks: \[(\{ file: .*? \} \})\]/, `sinks: [$1, ${exec}]`));
  return path;
}

async function aPoint(name: string, effect: number, happens: boolean): Promise<KillPoint> {
  const step = steps[effect];
  if (step !== undefined) return atStep(world.sql(), name, step);
  if (effect === 4) return inProgram(world.at("gate"), happens);
  const proxy = await startInterruptingProxy(world.authority().url);
  onTestFinished(proxy.stop);
  world.setEnv({ MINTMARK_ROOT_URL: proxy.url });
  const reached = Promise.withResolvers<void>();
  proxy.interruptAt({
    happens,
    matches: (_method, at) => at.endsWith(requests[effect] ?? ""),
    interrupt: reached.resolve,
  });
  return {
    reached: () => reached.promise,
    settle: async () => {},
    remove: async () => world.setEnv({ MINTMARK_ROOT_URL: world.authority().url }),
  };
}

async function expectAlive(name: string): Promise<void> {
  for (const sink of [name, "delivered"]) expect(await world.whois(await world.held(sink)), sink).toBe(name);
}

describe("kill -9 in a rotation", () => {
  test.each(
    isLong ? kills : kills.filter(([command, effect]) => command === "apply" && (effect === 3 || effect === 4)),
  )(
    "of %s at effect %i (done: %s) leaves living tokens, and one more run ends it",
    async (_command, effect, happens, [command, ...flags]) => {
      const name = unique("effect");
      const made = await world.here("apply", "-f", await aManifest(name, "read:user"), "--yes");
      expect(made.code, made.err).toBe(0);
      const manifest = await aManifest(name, "read:user, read:misc");
      world.setEnv({ MINTMARK_LEASE_SECONDS: "4" });
      const point = await aPoint(name, effect, happens);
      const worker = startMintmark([command, "-f", manifest, ...flags], world.env());
      onTestFinished(() => void worker.child.kill("SIGKILL"));

      await point.reached();
      worker.child.kill("SIGKILL");
      const killed = await worker.ended;
      await point.settle(happens);
      await point.remove();
      await expectAlive(name);
      const repaired = await world.here("apply", "-f", manifest, "--yes");

      expect(killed.code, killed.err).toBeNull();
      expect(repaired.code, repaired.err + repaired.out).toBe(0);
      await expectAlive(name);
      while ((await world.tokensOf(name)).length > 1) await world.here("apply", "-f", manifest, "--yes");
      await expectAlive(name);
      expect(await world.held("delivered")).toBe(await world.held(name));
      expect((await world.journal()).filter(({ account, sealed }) => account === name && sealed !== null)).toEqual([]);
      expect((await world.here("plan", "-f", manifest, "--detailed-exitcode")).code).toBe(0);
    },
  );
});
