import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type NetworkFault, networkFaults, startFaultProxy } from "../../test/fault-proxy.ts";
import { aFleetOn } from "../../test/fleet-on.ts";
import { startHostileForgejo } from "../../test/hostile-forgejo.ts";
import { migrateJournal } from "../journal/open.ts";
import { exitCodeOf } from "./apply-fleet.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ name: "provisioner", migrate: migrateJournal });
});
afterAll(() => database.close());

const bot = "bot-one";

/** A fleet of one bot, delivered, on a Forgejo behind a network that fails. */
async function aFleetBehindProxy(fault: NetworkFault) {
  const forgejo = await startHostileForgejo();
  // Longer than the fleet's own time limit.
  const proxy = await startFaultProxy({ upstream: forgejo.url, stallMs: 1300 });
  const fleet = await aFleetOn({ url: proxy.url, databaseUrl: database.url, bots: [bot], timeout: "1s" });
  onTestFinished(async () => {
    await proxy.stop();
    await forgejo.stop();
    await fleet.remove();
  });
  await fleet.apply({ scopes: "read:issue" });
  const held = (): (string | undefined)[] => [
    readFileSync(join(fleet.folder, bot), "utf8"),
    parseEnv(readFileSync(join(fleet.folder, "all.env"), "utf8"))[bot],
  ];
  // Nobody knows of a creation that stood still until it lands, perhaps beside a later one; the next pass ends it.
  const aliveMax = fault === "stall" ? 3 : 2;
  forgejo.watch(() => {
    for (const value of held()) if (!value || !forgejo.isLive(value)) throw new Error("a sink holds a dead token");
    const names = forgejo.tokensOf(bot).map((token) => token.name);
    if (names.length > aliveMax) throw new Error(`${names} are alive`);
    if (new Set(names).size < names.length) throw new Error(`${names}: one name twice`);
  });
  return { forgejo, proxy, fleet, held };
}

describe("a network between provisioner and server", () => {
  test.each(networkFaults)(
    "with one %s at any request of a rotation leaves a living token in every sink, and one when all is over",
    async (fault) => {
      const { forgejo, proxy, fleet, held } = await aFleetBehindProxy(fault);
      let at = 0;
      for (let reached = true; reached; at += 1) {
        const scopes = at % 2 === 0 ? "read:repository" : "write:repository";
        proxy.breakAt({ fault, at });

        await fleet.apply({ scopes });
        reached = proxy.wasHit();
        proxy.breakAt(undefined);
        await fleet.apply({ scopes });
        // A request that stood still arrives when nobody expects it any more; the next pass finds what it made.
        await proxy.settle();
        const last = await fleet.apply({ scopes });

        expect(forgejo.violations).toEqual([]);
        expect(exitCodeOf(last)).toBe(0);
        expect(last.targets[0]?.plan.actions.filter(({ kind }) => kind !== "close")).toEqual([]);
        const living = forgejo.tokensOf(bot);
        expect(living).toHaveLength(1);
        expect(held()).toEqual([living[0]?.plaintext, living[0]?.plaintext]);
      }
      // What the server is, the users, the tokens, the creation, the probe, the deletion, and what is left.
      expect(at).toBeGreaterThan(7);
    },
  );
});
