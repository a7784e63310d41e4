import { describe, expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startInterruptingProxy } from "../../test/interrupting-proxy.ts";
import { startMintmark } from "../../test/mintmark.ts";

const world = aCommandWorld();

describe("kill -9 of apply", () => {
  const path = (pattern: RegExp) => (wanted: string) => (method: string, at: string) =>
    method === wanted && pattern.test(at);
  const [account, token, end, version] = [
    path(/accounts\/batch$/),
    path(/tokens\/batch$/),
    path(/tokens\/batch-delete$/),
    path(/version$/),
  ];

  test.each<[string, boolean, (method: string, at: string) => boolean]>([
    ["before the account is made", false, account("POST")],
    ["after the account is made", true, account("POST")],
    ["before the token is made", false, token("POST")],
    ["after the token is made", true, token("POST")],
    ["after the token is written", true, version("GET")],
    ["before the old one is deleted", false, end("POST")],
    ["after the old one is deleted", true, end("POST")],
  ])("%s is whole again after one more run, and one lease", async (_name, happens, matches) => {
    const proxy = await startInterruptingProxy(world.authority().url);
    onTestFinished(proxy.stop);
    world.setEnv({ MINTMARK_ROOT_URL: proxy.url, MINTMARK_LEASE_SECONDS: "4" });
    const name = unique("kill");
    // A rotation is killed where there is something to delete or to probe again, else the first generation.
    const isRotation = matches("POST", "/tokens/batch-delete") || matches("GET", "/version");
    if (isRotation) await world.here("apply", "-f", await world.manifest([{ name }], name), "--yes");
    const manifest = await world.manifest([{ name, scopes: "read:user, read:misc" }], name);
    const run = startMintmark(["apply", "-f", manifest, "--yes"], world.env());
    let isFirst = true;
    proxy.interruptAt({
      happens,
      matches: (method, at) => isFirst && matches(method, at),
      interrupt: () => {
        isFirst = false;
        run.child.kill("SIGKILL");
      },
    });
    const killed = await run.ended;
    if (isRotation) expect(await world.whois(await world.held(name))).toBe(name);

    const repaired = await world.here("apply", "-f", manifest, "--yes");

    expect(killed.code).toBeNull();
    // 5: what the killed one might still write is kept for one lease.
    expect([0, 5], repaired.err).toContain(repaired.code);
    expect(await world.whois(await world.held(name))).toBe(name);
    while ((await world.tokensOf(name)).length > 1) await world.here("apply", "-f", manifest, "--yes");
    expect(await world.whois(await world.held(name))).toBe(name);
    expect((await world.here("plan", "-f", manifest, "--detailed-exitcode")).code).toBe(0);
  });
});
