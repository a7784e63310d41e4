import { tmpdir } from "node:os";
import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type Authority, startTestAuthority } from "../../test/authority.ts";
import { unique } from "../../test/command-world.ts";
import { startFaultProxy } from "../../test/fault-proxy.ts";
import { aFleetOn } from "../../test/fleet-on.ts";
import { startHostileForgejo } from "../../test/hostile-forgejo.ts";
import { migrateJournal } from "../journal/open.ts";
import { accessDueAt } from "../repository-access/due.ts";
import { exitCodeOf } from "./apply-fleet.ts";

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

async function aFleetOf(count: number) {
  const proxy = await startFaultProxy({ upstream: authority.url, stallMs: 0 });
  const word = unique("bot");
  const bots = Array.from({ length: count }, (_, index) => `${word}-${index}`);
  const fleet = await aFleetOn({ url: proxy.url, databaseUrl: database.url, bots, token: authority.workerToken });
  onTestFinished(async () => {
    await proxy.stop();
    await fleet.remove();
  });
  return { fleet, proxy };
}

test("a second run over 200 bots changes nothing, with one request per 100 bots", { timeout: 120_000 }, async () => {
  const { fleet, proxy } = await aFleetOf(200);
  const first = await fleet.apply();
  const made = proxy.requests.length;

  const second = await fleet.apply();

  expect([exitCodeOf(first), exitCodeOf(second)]).toEqual([0, 0]);
  expect(first.targets[0]?.done).toHaveLength(400);
  expect(second.targets[0]?.done).toEqual([]);
  expect(proxy.requests.slice(made)).toEqual([
    "GET /api/mintmark/v1/capabilities",
    expect.stringMatching(/^GET \/api\/mintmark\/v1\/admin\/state\?names=/),
  ]);
});

test("on a Forgejo a second run asks for each bot's tokens once, for the pages of accounts, and for no repository", async () => {
  const forgejo = await startHostileForgejo();
  const proxy = await startFaultProxy({ upstream: forgejo.url, stallMs: 0 });
  // Those whose own time of day for a question after their repository comes in the next minutes are left out.
  const target = unique("forge");
  const now = new Date();
  const bots = Array.from({ length: 90 }, (_, index) => `bot-${index}`)
    .filter((account) => accessDueAt({ target, account }, now).getTime() > now.getTime() + 600_000)
    .slice(0, 60);
  const fleet = await aFleetOn({ url: proxy.url, databaseUrl: database.url, bots, target });
  onTestFinished(async () => {
    await proxy.stop();
    await forgejo.stop();
    await fleet.remove();
  });
  const app = forgejo.addRepository("app");
  for (const bot of bots) app.readers.add(bot);
  const wanted = { repositories: [app.name] };
  await fleet.apply(wanted);
  const made = proxy.requests.length;

  const second = await fleet.apply(wanted);

  expect(second.targets[0]?.plan.actions).toEqual([]);
  expect(proxy.requests.slice(made).toSorted()).toEqual(
    [
      "GET /api/mintmark/v1/capabilities",
      "GET /api/v1/admin/users?page=1&limit=50",
      "GET /api/v1/admin/users?page=2&limit=50",
      ...bots.map((bot) => `GET /api/v1/admin/users/${bot}/tokens`),
      "GET /api/v1/version",
    ].toSorted(),
  );
});
