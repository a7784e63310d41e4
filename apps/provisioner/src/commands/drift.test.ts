import { writeFile } from "node:fs/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { type LogLine, startRun } from "../../test/mintmark.ts";

const world = aCommandWorld();

/** A repository of root's that nobody else sees, but the bots that are let in. */
async function aPrivateRepository(): Promise<{ name: string; letIn: (bot: string, isIn: boolean) => Promise<void> }> {
  const name = unique("hidden");
  await world.authority().ask("POST", "/api/v1/user/repos", { name, private: true });
  return {
    name: `root/${name}`,
    async letIn(bot, isIn) {
      const path = `/api/v1/repos/root/${name}/collaborators/${bot}`;
      const { status } = await world
        .authority()
        .ask(isIn ? "PUT" : "DELETE", path, isIn ? { permission: "read" } : undefined);
      expect(status).toBe(204);
    },
  };
}

/** As if a day had passed since the bot was asked about. */
const aDayPasses = (bot: string) =>
  world.sql()`update provisioner.repository_access set checked_at = checked_at - interval '1 day' where account = ${bot}`;

const changeBehindOurBack = (bot: string, changes: { lastEight?: string; scopes?: string }) => world.sql()`
  update authority.access_tokens t set
    token_last_eight = coalesce(${changes.lastEight ?? null}, token_last_eight),
    token_hash = case when ${changes.lastEight ?? null}::text is null then token_hash else sha256(${bot}::bytea) end,
    scopes = coalesce(${changes.scopes ?? null}, scopes)
  from authority.users u where u.id = t.owner_id and u.name = ${bot}`;

type Drift = { name: string; harm: (bot: string) => Promise<unknown>; because: string; words: string };

const healed: readonly Drift[] = [
  {
    name: "a secret changed outside",
    harm: (bot) => writeFile(world.at(bot), "something-else"),
    because: "sink-lost",
    words: "a sink no longer holds the token",
  },
  {
    name: "a token deleted",
    harm: (bot) => world.authority().ask("DELETE", `/api/v1/admin/users/${bot}/tokens/main.g1`),
    because: "token-missing",
    words: "the target no longer holds the token",
  },
  {
    name: "a token regenerated",
    harm: (bot) => changeBehindOurBack(bot, { lastEight: "0badcafe" }),
    because: "regenerated",
    words: "the token was regenerated behind our back",
  },
  {
    name: "scopes that differ",
    harm: (bot) => changeBehindOurBack(bot, { scopes: "write:admin" }),
    because: "scopes",
    words: "its scopes changed",
  },
];

const lock = (bot: string, isLocked: boolean) =>
  world.authority().ask("PATCH", `/api/v1/admin/users/${bot}`, { prohibit_login: isLocked });

const promote = (bot: string, admin: boolean) =>
  world.authority().ask("PATCH", `/api/v1/admin/users/${bot}`, { source_id: 0, login_name: bot, admin });

function start(manifest: string) {
  const env = { ...world.env(), MINTMARK_PROVISIONER_METRICS_PORT: "0" };
  const run = startRun(["-f", manifest, "--every", "1s"], env);
  onTestFinished(async () => {
    run.child.kill("SIGKILL");
    await run.ended;
  });
  return run;
}

describe("drift", () => {
  test.each(healed)("$name is named by plan and status, and healed by apply", async ({ harm, because, words }) => {
    const name = unique("drift");
    const manifest = await world.manifest([{ name }]);
    await world.here("apply", "-f", manifest, "--yes");

    await harm(name);
    const planned = await world.here("plan", "-f", manifest, "--detailed-exitcode");
    const status = await world.here("status", "-f", manifest, "-o", "json");
    const applied = await world.here("apply", "-f", manifest, "--yes", "-o", "json");

    expect(planned.code).toBe(2);
    expect(planned.out).toMatch(new RegExp(`issue token ${name}/main.g2 +${words}`));
    expect(JSON.parse(status.out)).toMatchObject([{ account: name, state: "changes due", because }]);
    expect(applied.code, applied.err).toBe(0);
    expect(JSON.parse(applied.out).targets[0].done[0]).toMatchObject({ kind: "issue", generation: 2, because });
    expect(await world.whois(await world.held(name))).toBe(name);
    expect(await world.tokensOf(name)).toEqual(["main.g2"]);
    expect((await world.here("plan", "-f", manifest)).out).toContain("No changes");
  });

  test("an account that was renamed is not made a second time, and the refusal says what it is called now", async () => {
    const name = unique("drift");
    const manifest = await world.manifest([{ name }]);
    await world.here("apply", "-f", manifest, "--yes");
    const renamed = `${name}-new`;
    await world.authority().ask("POST", `/api/v1/admin/users/${name}/rename`, { new_username: renamed });

    const applied = await world.here("apply", "-f", manifest, "--yes");
    await world.authority().ask("POST", `/api/v1/admin/users/${renamed}/rename`, { new_username: name });

    expect(applied.code).toBe(1);
    expect(applied.out).toContain(`${name} is called ${renamed} there now; give it its name back, or declare`);
    expect((await world.here("plan", "-f", manifest)).out).toContain("No changes");
  });

  test("an account that was disabled is named, left alone, and well again once it is enabled", async () => {
    const name = unique("drift");
    const manifest = await world.manifest([{ name }]);
    await world.here("apply", "-f", manifest, "--yes");

    await lock(name, true);
    const planned = await world.here("plan", "-f", manifest);
    const status = await world.here("status", "-f", manifest, "-o", "json");
    const applied = await world.here("apply", "-f", manifest, "--yes");
    await lock(name, false);

    const words = "the account is locked on the target";
    expect(planned.out).toContain(`! ${name}: ${words}`);
    const because = expect.stringContaining(words);
    expect(JSON.parse(status.out)).toMatchObject([{ account: name, state: "blocked", because }]);
    expect(applied.out).toContain(words);
    expect(applied.code).not.toBe(0);
    expect((await world.here("plan", "-f", manifest)).out).toContain("No changes");
    expect(await world.tokensOf(name)).toEqual(["main.g1"]);
  });

  test("a bot that was made an administrator is named by each command, and works on", async () => {
    const name = unique("drift");
    const manifest = await world.manifest([{ name }]);
    await world.here("apply", "-f", manifest, "--yes");
    const well = await world.here("doctor", "-f", manifest);

    await promote(name, true);
    const ran = [];
    for (const command of ["plan", "apply", "status", "doctor"]) ran.push(await world.here(command, "-f", manifest));
    const explained = await world.here("explain", name, "-f", manifest);
    const json = await world.here("status", "-f", manifest, "-o", "json");
    await promote(name, false);

    const words = "a site administrator";
    for (const { code, out } of [...ran, explained]) expect([code, out]).toEqual([0, expect.stringContaining(words)]);
    expect(ran[0]?.out).toContain(`i ${name}: the account is ${words}, which no token of it asks for`);
    expect(JSON.parse(json.out)).toMatchObject([{ state: "delivered", isUnaskedAdministrator: true }]);
    expect(well.out).not.toContain(name);
    expect((await world.here("plan", "-f", manifest)).out).toContain("No changes");
  });

  test("a bot whose token asks for write:admin is an administrator by intent", async () => {
    const name = unique("drift");
    const manifest = await world.manifest([{ name, scopes: "write:admin" }]);
    await world.here("apply", "-f", manifest, "--yes");

    await promote(name, true);

    expect((await world.here("plan", "-f", manifest)).out).toContain("No changes");
  });

  test("repository access lost is found within a day, named by each command, and gone when access is back", async () => {
    const name = unique("drift");
    const [kept, hidden] = [await aPrivateRepository(), await aPrivateRepository()];
    const account = { username: name, email: `${name}@bots.example.org`, kind: "bot" };
    await world.authority().ask("POST", "/api/v1/admin/users", account);
    for (const one of [kept, hidden]) await one.letIn(name, true);
    const repositories = [kept.name, hidden.name];
    const manifest = await world.manifest([{ name, scopes: "read:repository", repositories }]);
    const first = await world.here("apply", "-f", manifest, "--yes");
    expect(first.code, first.err).toBe(0);

    await hidden.letIn(name, false);
    const before = await world.here("plan", "-f", manifest);
    await aDayPasses(name);
    const planned = await world.here("plan", "-f", manifest);
    const json = await world.here("plan", "-f", manifest, "-o", "json");
    const status = await world.here("status", "-f", manifest, "-o", "json");
    const yaml = await world.here("status", "-f", manifest, "-o", "yaml");
    const table = await world.here("status", "-f", manifest);
    const applied = await world.here("apply", "-f", manifest, "--yes");
    const explained = await world.here("explain", name, "-f", manifest);

    const words = `repository access lost: ${hidden.name}`;
    expect(before.out).toContain("No changes");
    for (const told of [planned, applied, explained]) expect(told.out).toContain(words);
    expect(planned.out).toContain(`i ${name}/main: ${words};`);
    expect(JSON.parse(json.out).targets[0].notices).toMatchObject([{ message: expect.stringContaining(words) }]);
    expect(JSON.parse(status.out)).toMatchObject([
      { state: "delivered", repositoryAccess: { lost: [hidden.name], checkedAt: expect.any(String) } },
    ]);
    expect(yaml.out).toMatch(new RegExp(`repositoryAccess:\\s+lost:\\s+- ${hidden.name}\\s+checkedAt: 2`));
    expect(table.out).toContain(`delivered, ${words}`);
    expect(table.out).not.toContain(kept.name);

    await hidden.letIn(name, true);
    const meanwhile = await world.here("plan", "-f", manifest);
    await aDayPasses(name);
    const after = await world.here("plan", "-f", manifest);

    expect(meanwhile.out).toContain(words);
    expect(after.out).toContain("No changes");
    expect((await world.here("status", "-f", manifest)).out).not.toContain("lost");
  });

  test("explain asks at once whether access is back", async () => {
    const name = unique("drift");
    const hidden = await aPrivateRepository();
    const manifest = await world.manifest([{ name, scopes: "read:repository", repositories: [hidden.name] }]);
    const applied = await world.here("apply", "-f", manifest, "--yes");
    const before = await world.here("plan", "-f", manifest);

    await hidden.letIn(name, true);
    const explained = await world.here("explain", name, "-f", manifest);

    expect(applied.out).toContain(`${name} has no access to ${hidden.name}`);
    expect(before.out).toContain(`repository access lost: ${hidden.name}`);
    expect(explained.out).not.toContain("lost");
    expect((await world.here("plan", "-f", manifest)).out).toContain("No changes");
  });

  test("of each kind is told and, where it can be, healed by run", { timeout: 120_000 }, async () => {
    const hidden = await aPrivateRepository();
    const [locked, shutOut, promoted] = [unique("drift-locked"), unique("drift-out"), unique("drift-admin")];
    const bots = healed.map((drift) => ({ ...drift, bot: unique("drift") }));
    const manifest = await world.manifest([
      ...bots.map(({ bot }) => ({ name: bot })),
      { name: locked },
      { name: promoted },
      { name: shutOut, scopes: "read:repository", repositories: [hidden.name] },
    ]);
    await world.here("apply", "-f", manifest, "--yes");
    await hidden.letIn(shutOut, true);
    await aDayPasses(shutOut);
    await world.here("status", "-f", manifest);
    for (const { harm, bot } of bots) await harm(bot);
    await lock(locked, true);
    await promote(promoted, true);
    await hidden.letIn(shutOut, false);
    await aDayPasses(shutOut);

    const run = start(manifest);
    const { url } = await run.until((line) => line.event === "metrics.listening");
    const read = async (): Promise<string> => (await fetch(String(url))).text();
    const isOf =
      (event: string, account: string, because?: string) =>
      (line: LogLine): boolean =>
        line.event === event && line.account === account && (because === undefined || line.because === because);
    for (const { bot, because } of bots) await run.until(isOf("bot.action", bot, because));
    const blocked = await run.until(isOf("bot.blocked", locked));
    const lost = await run.until(isOf("bot.repository_access_lost", shutOut));
    await run.until(isOf("bot.unasked_administrator", promoted));
    const during = await read();
    await promote(promoted, false);
    await hidden.letIn(shutOut, true);
    await aDayPasses(shutOut);
    await run.until(isOf("bot.repository_access_regained", shutOut));
    const after = await read();

    expect(blocked.message).toContain("the account is locked on the target");
    expect(lost).toMatchObject({ repositories: hidden.name });
    for (const gauge of ["mintmark_repository_access_lost_bots", "mintmark_unasked_administrator_bots"]) {
      expect(during).toMatch(new RegExp(`^${gauge}\\{target="[^"]+"\\} 1$`, "m"));
      expect(after).toMatch(new RegExp(`^${gauge}\\{target="[^"]+"\\} 0$`, "m"));
    }
    expect((await run.stop()).code).toBe(0);
  });
});
