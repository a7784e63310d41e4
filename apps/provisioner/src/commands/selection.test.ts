import { appendFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";

const world = aCommandWorld();

/** A set of three bots with a label, one for each team. */
async function aSetOfTeams() {
  const word = unique("teams");
  const target = unique("target");
  const manifest = await world.manifest([], target);
  await appendFile(
    manifest,
    `---
apiVersion: mintmark.dev/v1
kind: TokenClass
metadata: { name: ${word} }
spec: { scopes: [read:user] }
---
apiVersion: mintmark.dev/v1
kind: BotSet
metadata: { name: ${word}, labels: { team: platform } }
spec:
  target: ${target}
  each: { team: [web, data, mobile] }
  account: { name: "${word}-{team}", email: "${word}-{team}@bots.example.org" }
  tokens: [{ name: main, class: ${word}, sinks: [file: { path: "${word}-{team}" }] }]
`,
  );
  const planned = async (...args: string[]) => {
    const { out, code, err } = await world.here("plan", "-f", manifest, "-o", "json", ...args);
    expect(code, err).toBe(0);
    const accounts: string[] = JSON.parse(out).targets[0].actions.map((one: { account: string }) => one.account);
    return [...new Set(accounts)];
  };
  return { word, manifest, planned };
}

test("a selector names bots by a label of their set, or by a value of each", async () => {
  const { word, planned } = await aSetOfTeams();

  const byLabel = await planned("--selector", "team=platform");
  const byValue = await planned("--selector", "team=web");

  expect(byLabel).toHaveLength(3);
  expect(byValue).toEqual([`${word}-web`]);
});

test.each(["plan", "apply", "status", "rotate", "revoke", "explain", "run"])(
  "%s refuses a selector that no bot fits, since nothing to do would look like all is well",
  async (command) => {
    const { manifest } = await aSetOfTeams();

    const ran = await world.here(command, "-f", manifest, "--selector", "team=wep");

    expect(ran.err).toContain('--selector: no bot is team=wep; did you mean "team=web"?');
    expect(ran.code).toBe(3);
  },
);
