import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startFakeForgejo } from "../../test/fake-forgejo.ts";

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

describe("a command about some bots asks the targets of those bots alone", () => {
  /** A delivered bot, and in the same manifest one of another team on a target that answers nobody. */
  async function withAnotherTarget() {
    const [name, other] = [unique("near"), unique("far")];
    const manifest = await world.manifest([{ name }]);
    await world.here("apply", "-f", manifest, "--yes");
    const far = await startFakeForgejo(() => ({ status: 503 }));
    onTestFinished(far.stop);
    const second = await readFile(await world.manifest([{ name: other }]), "utf8");
    await appendFile(manifest, `---\n${second.replace("{ fromEnvironment: MINTMARK_ROOT_URL }", far.url)}`);
    const text = await readFile(manifest, "utf8");
    await writeFile(
      manifest,
      text.replaceAll(
        /kind: BotSet\nmetadata: \{ name: (\S+) \}/g,
        "kind: BotSet\nmetadata: { name: $1, labels: { team: $1 } }",
      ),
    );
    return { name, manifest, received: far.received };
  }

  test.each([["rotate", "--yes"], ["explain"], ["status"], ["revoke", "--yes"], ["adopt", "--yes"]])(
    "%s BOT",
    async (command, ...flags) => {
      const { name, manifest, received } = await withAnotherTarget();

      const ran = await world.here(command, name, "-f", manifest, ...flags);

      expect(ran.code, ran.err).toBe(0);
      expect(received).toEqual([]);
    },
  );

  test.each([["status"], ["plan"], ["calendar"], ["apply", "--yes"]])("%s --selector", async (command, ...flags) => {
    const { name, manifest, received } = await withAnotherTarget();

    const ran = await world.here(command, "-f", manifest, "--selector", `team=${name}`, ...flags);

    expect(ran.code, ran.err).toBe(0);
    expect(received).toEqual([]);
  });

  test("a saved plan for a target of which no bot is selected any more is stale: 7", async () => {
    const { name, manifest } = await withAnotherTarget();
    const saved = world.at("plan.json");
    await rm(world.at(name));
    await world.here("plan", "-f", manifest, "--selector", `team=${name}`, "--out", saved);
    const text = await readFile(manifest, "utf8");
    await writeFile(manifest, text.replace(`team: ${name}`, "team: x").replace(/team: far-\S+/, `team: ${name}`));

    const ran = await world.here("apply", saved, "-f", manifest);

    expect(ran.err).toContain("the saved plan is stale, no bot of target");
    expect(ran.code).toBe(7);
  });

  test("a selector that fits no bot of the named target is refused", async () => {
    const { name, manifest } = await withAnotherTarget();
    const far = /name: (target-\S+) \}\nspec: \{ url: http/.exec(await readFile(manifest, "utf8"))?.[1] ?? "";

    const ran = await world.here("plan", "-f", manifest, "--target", far, "--selector", `team=${name}`);

    expect(ran.err).toContain(`--selector: no bot of ${far} is team=${name}`);
    expect(ran.code).toBe(3);
  });
});
