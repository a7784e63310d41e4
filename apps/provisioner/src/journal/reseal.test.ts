import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startRun } from "../../test/mintmark.ts";

const world = aCommandWorld();
const aKey = (): string => randomBytes(32).toString("hex");
const leaseSeconds = 1;

/** A bot whose first token lies sealed, since its sink is a folder, and an own token that lies sealed too. */
async function aSealedFleet(env: Record<string, string>) {
  world.setEnv({ MINTMARK_LEASE_SECONDS: String(leaseSeconds), ...env });
  const name = unique("resealed");
  const credential = unique("credential");
  const scopes = ["write:admin", "read:user", "read:repository"];
  const made = await world.authority().ask("POST", "/api/v1/users/root/tokens", { name: credential, scopes });
  await writeFile(world.at("worker.token"), JSON.parse(await made.text()).sha1);
  const manifest = await world.manifest([{ name }]);
  const text = await readFile(manifest, "utf8");
  const rotated = `credential: { fromFile: worker.token, account: root, name: ${credential}, rotate: { every: 1s } }`;
  await writeFile(manifest, text.replace("credential: { fromFile: worker.token }", rotated));
  await mkdir(world.at(name));
  return { name, manifest };
}

const keyIds = async (table: "generations" | "credentials", target: string): Promise<string[]> => {
  const rows = await world.sql()<{ id: string }[]>`
    select distinct sealed_key_id as id from ${world.sql()(`provisioner.${table}`)}
    where target = ${target} and sealed is not null`;
  return rows.map(({ id }) => id);
};

test("the key that seals is changed process by process, and nobody loses what lies sealed", async () => {
  const [former, next] = [aKey(), aKey()];
  const { name, manifest } = await aSealedFleet({ MINTMARK_JOURNAL_KEY: former });
  const target = /name: (target-\S+) \}/.exec(await readFile(manifest, "utf8"))?.[1] ?? "";
  const start = (key: string, other?: string) => {
    world.setEnv({ MINTMARK_JOURNAL_KEY: key, MINTMARK_OTHER_JOURNAL_KEY: other });
    const run = startRun(["-f", manifest, "--every", "1s"], world.env());
    onTestFinished(async () => {
      run.child.kill("SIGKILL");
      await run.ended;
    });
    return run;
  };
  const looks = async (run: ReturnType<typeof start>): Promise<void> => {
    for (let count = 0; count < 2; count += 1) {
      await run.until(({ event }) => event === "target.looked", run.lines.length);
    }
  };

  const first = start(former, next);
  await first.until(({ event }) => event === "bot.action_failed");
  const [before] = await keyIds("generations", target);
  const second = start(next, former);
  await looks(second);
  await first.stop();
  await looks(second);
  const after = [await keyIds("generations", target), await keyIds("credentials", target)];
  await second.stop();
  const last = start(next);
  await rm(world.at(name), { recursive: true });
  await last.until(({ what }) => what === `deliver token ${name}/main.g1`);

  expect(new Set(after.flat()).size).toBe(1);
  expect(after.flat()).not.toContain(before);
  expect(await world.tokensOf(name)).toEqual(["main.g1"]);
  expect(await world.whois(await world.held(name))).toBe(name);
  const lines = [first, second, last].flatMap((run) => run.lines);
  expect(lines.filter(({ event }) => event === "target.look_failed")).toEqual([]);
});
