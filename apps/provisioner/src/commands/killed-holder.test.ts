import { expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startInterruptingProxy } from "../../test/interrupting-proxy.ts";
import { startMintmark } from "../../test/mintmark.ts";
import { readConfig } from "../config.ts";
import { openJournal } from "../journal/open.ts";

const world = aCommandWorld();

/** A process that holds a bot for an hour, and waits for an answer that never comes. */
async function aHolder() {
  world.setEnv({ MINTMARK_LEASE_SECONDS: "3600" });
  const proxy = await startInterruptingProxy(world.authority().url);
  const name = unique("held");
  const manifest = await world.manifest([{ name }], name);
  const hangs = Promise.withResolvers<void>();
  proxy.hangAt((method, at) => method === "POST" && at.includes("/tokens/"), hangs.resolve);
  const holder = startMintmark(["apply", "-f", manifest, "--yes"], { ...world.env(), MINTMARK_ROOT_URL: proxy.url });
  const journal = await openJournal(readConfig(world.env()));
  onTestFinished(async () => {
    holder.child.kill("SIGKILL");
    await holder.ended;
    await journal.close();
    await proxy.stop();
  });
  await hangs.promise;
  return { name, manifest, holder, leases: journal.leases };
}

test("a bot of a process that was killed is taken at once, however long its lease", async () => {
  const { name, manifest, holder } = await aHolder();
  holder.child.kill("SIGKILL");
  await holder.ended;

  const next = await world.here("apply", "-f", manifest, "--yes");

  expect(next.code, next.err).toBe(0);
  expect(await world.whois(await world.held(name))).toBe(name);
  expect(await world.tokensOf(name)).toEqual(["main.g2"]);
});

test("a process that stands still keeps its bot for its time, and loses it when it dies", async () => {
  const { name, holder, leases } = await aHolder();
  holder.child.kill("SIGSTOP");

  const whileStopped = await leases.acquire(name, name);
  holder.child.kill("SIGKILL");
  await holder.ended;
  let afterDeath = await leases.acquire(name, name);
  while (!("lease" in afterDeath)) afterDeath = await leases.acquire(name, name);

  expect(whileStopped).toMatchObject({ heldBy: expect.stringMatching(`^mintmark ${holder.child.pid} on `) });
  expect("leftMs" in whileStopped && whileStopped.leftMs).toBeGreaterThan(3_000_000);
  expect(afterDeath.lease).toMatchObject({ isTakeover: true, fence: 2 });
});
