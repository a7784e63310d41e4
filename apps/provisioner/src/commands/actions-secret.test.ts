import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";

const world = aCommandWorld();

/** A manifest whose bot delivers to an Actions secret, and a credential that may write one. */
async function anActionsFleet(name: string, place: string): Promise<string> {
  const path = await world.manifest([{ name }]);
  const manifest = await readFile(path, "utf8");
  await writeFile(path, manifest.replace(/\{ file: \{[^}]*\} \}/, `{ actionsSecret: { ${place} } }`));
  const scopes = ["write:admin", "read:user", "write:repository", "write:organization"];
  const made = await world.authority().ask("POST", "/api/v1/users/root/tokens", { name, scopes });
  const { sha1 }: { sha1: string } = JSON.parse(await made.text());
  await writeFile(world.at("worker.token"), sha1, { mode: 0o600 });
  return path;
}

const secretsAt = async (path: string): Promise<string[]> => {
  const answer = await world.authority().ask("GET", `/api/v1/${path}/actions/secrets`);
  const listed: { name: string }[] = JSON.parse(await answer.text());
  return listed.map(({ name }) => name);
};

describe("an Actions secret", () => {
  test("of a repository is written, kept by its receipt, and written again with the next generation", async () => {
    const name = unique("actions");
    const manifest = await anActionsFleet(name, 'repository: "root/example", name: bot_token');

    const first = await world.mintmark("apply", "-f", manifest, "--yes");
    const second = await world.here("apply", "-f", manifest, "--yes");

    expect(first.code, first.err + first.out).toBe(0);
    expect(second.out).toContain("No changes");
    expect(await secretsAt("repos/root/example")).toContain("BOT_TOKEN");
    const [row] = await world.journal().then((rows) => rows.filter((one) => one.account === name));
    expect(row?.receipts).toEqual({ [`actions:${row?.target}/root/example#BOT_TOKEN`]: "created" });
    const status = await world.here("status", "-f", manifest, "-o", "json");
    expect(JSON.parse(status.out)[0].sinks).toMatchObject([{ state: "ok" }]);

    await writeFile(manifest, (await readFile(manifest, "utf8")).replace("read:user", "read:misc"));
    expect((await world.here("apply", "-f", manifest, "--yes")).code).toBe(0);
    expect(await world.tokensOf(name)).toEqual(["main.g2"]);
  });

  test("of an organization is written", async () => {
    const name = unique("actions");
    const org = unique("org");
    await world.authority().ask("POST", "/api/v1/orgs", { username: org });
    const manifest = await anActionsFleet(name, `organization: ${org}, name: TOKEN`);

    const ran = await world.here("apply", "-f", manifest, "--yes");

    expect(ran.code, ran.err + ran.out).toBe(0);
    expect(await secretsAt(`orgs/${org}`)).toEqual(["TOKEN"]);
  });

  test("of a repository that is not there leaves the token sealed, and says so", async () => {
    const name = unique("actions");
    const manifest = await anActionsFleet(name, 'repository: "root/absent", name: TOKEN');

    const ran = await world.here("apply", "-f", manifest, "--yes");

    expect(ran.code).toBe(5);
    expect(ran.out).toContain("the Actions secret TOKEN: there is no root/absent, or Actions are off there (404)");
    const status = await world.here("status", "-f", manifest);
    expect(status.out).toContain("undelivered");
  });
});
