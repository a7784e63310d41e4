import { readFile, writeFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startInterruptingProxy } from "../../test/interrupting-proxy.ts";
import { startMintmark, startRun } from "../../test/mintmark.ts";

const world = aCommandWorld();
const scopes = ["write:admin", "read:user", "read:repository"];

/** An administrator's token of the test's own, old enough to be rotated. */
async function aStart(name: string, expiry: { expires_at?: Date } = {}): Promise<string> {
  const made = await world.authority().ask("POST", "/api/v1/users/root/tokens", { name, scopes, ...expiry });
  const { sha1 }: { sha1: string } = JSON.parse(await made.text());
  await world.sql()`update authority.access_tokens set created_at = created_at - interval '2 hours'
    where token_last_eight = ${sha1.slice(-8)}`;
  await writeFile(world.at("worker.token"), sha1);
  return sha1;
}

async function aFleet(credential: string, every: string): Promise<{ name: string; manifest: string }> {
  const name = unique("own");
  const manifest = await world.manifest([{ name }]);
  const rotated = `credential: { fromFile: worker.token, account: root, name: ${credential}, rotate: { every: ${every} } }`;
  const text = await readFile(manifest, "utf8");
  await writeFile(manifest, text.replace("credential: { fromFile: worker.token }", rotated));
  return { name, manifest };
}

const ownTokens = async (credential: string): Promise<string[]> =>
  (await world.tokensOf("root")).filter((token) => token.startsWith(credential));

test("the provisioner's own token rotates first, and the one in the file ends once everybody has the new one", async () => {
  world.setEnv({ MINTMARK_LEASE_SECONDS: "1" });
  const credential = unique("credential");
  const start = await aStart(credential);
  const { name, manifest } = await aFleet(credential, "1s");

  const said: string[] = [];
  for (let first = ""; first !== "401"; first = String(await world.whois(start))) {
    const ran = await world.mintmark("apply", "-f", manifest, "--yes");
    expect(ran.code, ran.err).toBe(0);
    said.push(ran.err);
  }

  expect(said.join()).toContain(`${credential}.g1 is in force`);
  expect(said.join()).toContain(`${credential} ended`);
  expect(await ownTokens(credential)).not.toContain(credential);
  expect((await world.mintmark("plan", "-f", manifest, "--detailed-exitcode")).code).toBe(0);
  expect(await world.whois(await world.held(name))).toBe(name);
  const sealed = await world.sql()`select encode(sealed, 'escape') as bytes, c::text from provisioner.credentials c`;
  expect(JSON.stringify(sealed)).not.toContain(start);
});

test("`run` goes on rotating, two leases after the rotation before at the earliest, however short the age", async () => {
  world.setEnv({ MINTMARK_LEASE_SECONDS: "1" });
  const credential = unique("credential");
  await aStart(credential);
  const { manifest } = await aFleet(credential, "1s");

  const run = startRun(["-f", manifest, "--every", "1s"], world.env());
  const inForceAt = async (generation: number): Promise<number> => {
    const line = await run.until(({ what }) => what === `${credential}.g${generation} is in force`);
    return Date.parse(String(line.time));
  };
  const times = [await inForceAt(1), await inForceAt(2), await inForceAt(3)] as const;
  const { code } = await run.stop();

  expect(code).toBe(0);
  expect(Math.min(times[1] - times[0], times[2] - times[1])).toBeGreaterThan(1900);
  expect(await ownTokens(credential)).toHaveLength(2);
});

test("a token that the target is about to end is rotated in time, however long it may live by its declaration", async () => {
  const credential = unique("credential");
  await aStart(credential, { expires_at: new Date(Date.now() + 5 * 60_000) });
  const { manifest } = await aFleet(credential, "14d");

  const ran = await world.here("apply", "-f", manifest, "--yes");

  expect(ran.code, ran.err).toBe(0);
  expect(ran.err).toContain(`${credential}.g1 is in force`);
});

test("a process whose journal key does not open the credential in force does not end it", async () => {
  const credential = unique("credential");
  await aStart(credential);
  const { name, manifest } = await aFleet(credential, "1h");
  const apply = () => world.here("apply", "-f", manifest, "--yes");
  await apply();
  const { MINTMARK_JOURNAL_KEY: key } = world.env();

  world.setEnv({ MINTMARK_JOURNAL_KEY: "ab".repeat(32) });
  const wrong = await apply();
  world.setEnv({ MINTMARK_JOURNAL_KEY: key });
  const right = await apply();

  expect([wrong.code, wrong.err]).toEqual([
    1,
    expect.stringContaining(`the journal key does not open ${credential}.g1`),
  ]);
  expect(right.code, right.err).toBe(0);
  expect(await ownTokens(credential)).toContain(`${credential}.g1`);
  expect(await world.whois(await world.held(name))).toBe(name);
});

test("another token in the file starts anew", async () => {
  const credential = unique("credential");
  await aStart(credential);
  const { manifest } = await aFleet(credential, "1s");
  await world.mintmark("apply", "-f", manifest, "--yes");
  await world.authority().ask("DELETE", `/api/v1/admin/users/root/tokens/${credential}.g1`);
  const broken = await world.mintmark("apply", "-f", manifest, "--yes");

  await aStart(`${credential}-again`);
  const healed = await world.mintmark("apply", "-f", manifest, "--yes");

  expect(broken.code).toBe(1);
  expect(healed.code, healed.err).toBe(0);
});

test("the last token under a former credential.name ends, too, and one of that name that is somebody else's does not", async () => {
  world.setEnv({ MINTMARK_LEASE_SECONDS: "1" });
  const [former, credential] = [unique("former"), unique("credential")];
  await aStart(unique("start"));
  const { manifest } = await aFleet(former, "1s");
  const apply = async (): Promise<string> => {
    const ran = await world.here("apply", "-f", manifest, "--yes");
    expect(ran.code, ran.err).toBe(0);
    return ran.err;
  };
  await apply();
  await world.authority().ask("POST", "/api/v1/users/root/tokens", { name: `${former}.g7`, scopes });
  await writeFile(manifest, (await readFile(manifest, "utf8")).replace(former, credential));

  let said = "";
  while (!said.includes(`${credential}.g3 is in force`)) said += await apply();

  expect(said).toContain(`${former}.g1 ended`);
  expect(await ownTokens(former)).toEqual([`${former}.g7`]);
});

test.each<[string, string, RegExp, number]>([
  ["after the new one was made", "POST", /users\/root\/tokens$/, 2],
  ["while the new one is tried", "GET", /api\/v1\/version$/, 1],
])("kill -9 %s leaves the provisioner at work, and in the end one credential", async (_name, wanted, path, number) => {
  const proxy = await startInterruptingProxy(world.authority().url);
  onTestFinished(proxy.stop);
  world.setEnv({ MINTMARK_ROOT_URL: proxy.url, MINTMARK_LEASE_SECONDS: "1" });
  const credential = unique("credential");
  const start = await aStart(credential);
  const { name, manifest } = await aFleet(credential, "1s");
  const run = startMintmark(["apply", "-f", manifest, "--yes"], world.env());
  proxy.interruptAt({
    happens: true,
    matches: (method, at) => method === wanted && path.test(at),
    interrupt: () => void run.child.kill("SIGKILL"),
  });
  const killed = await run.ended;
  expect(killed.code).toBeNull();
  expect(await ownTokens(credential)).toEqual(expect.arrayContaining([credential, `${credential}.g1`]));
  // From now on it is never old enough again, so that what is in force shows.
  await writeFile(manifest, (await readFile(manifest, "utf8")).replace("every: 1s", "every: 1h"));

  const said: string[] = [];
  for (let value: string | number = ""; value !== 401; value = await world.whois(start)) {
    const ran = await world.here("apply", "-f", manifest, "--yes");
    expect(ran.code, ran.err).toBe(0);
    said.push(ran.err);
  }

  expect(await ownTokens(credential)).toEqual([`${credential}.g${number}`]);
  expect(said.join()).toContain(`${credential}.g${number} is in force`);
  expect(await world.whois(await world.held(name))).toBe(name);
  expect((await world.here("plan", "-f", manifest, "--detailed-exitcode")).code).toBe(0);
});
