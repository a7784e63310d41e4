import { execFile } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { testDatabase } from "@mintmark/postgres/testing";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { aFolder, freePort, killRunning, programs, run, stopped } from "./process.ts";

const shell = promisify(execFile);

const folder = await aFolder();
afterEach(killRunning);
afterAll(folder.remove);
const port = await freePort();
const env = { MINTMARK_FOLDER: folder.path, MINTMARK_HTTP_PORT: String(port), MINTMARK_ADMIN_PASSWORD: "as-was-set-1" };
const ready = "Running until it is stopped";

async function secretsOf(path: string): Promise<Record<string, string>> {
  const names = await readdir(join(path, "secrets"));
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(path, "secrets", name), "utf8")] as const)),
  );
}

describe("npm start", () => {
  test("makes the example's fleet real, again without any change, and keeps everything", async () => {
    const first = run(programs.start, [], env);
    await first.printed(ready);

    expect(first.output()).toContain("3 accounts made, 3 tokens issued");
    const [proof = ""] = /\{ printf .* curl -H .*$/m.exec(first.output()) ?? [];
    const { stdout } = await shell("sh", ["-c", `${proof} --silent --fail`]);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "bot" });
    const secrets = await secretsOf(folder.path);
    expect(Object.keys(secrets)).toHaveLength(4);
    for (const name of Object.keys(secrets)) {
      expect((await stat(join(folder.path, "secrets", name))).mode & 0o777, name).toBe(0o600);
    }
    for (const secret of Object.values(secrets)) expect(first.output()).not.toContain(secret.trim());
    expect(await stopped(first)).toBe(0);

    const second = run(programs.start, [], env);
    await second.printed(ready);

    expect(second.output()).not.toMatch(/accounts made|tokens issued|Administrator/);
    expect(await secretsOf(folder.path)).toEqual(secrets);
    expect(await stopped(second)).toBe(0);
  });

  test("a second one beside a running one stops at the port and touches nothing", async () => {
    const first = run(programs.start, [], env);
    await first.printed(ready);
    const other = await aFolder();

    const second = run(programs.start, [], { ...env, MINTMARK_FOLDER: join(other.path, "new") });

    expect(await second.exited).toBe(1);
    expect(second.output()).toBe(
      `127.0.0.1:${port} is taken by another program (perhaps Mintmark runs already); stop it or set MINTMARK_HTTP_PORT\n`,
    );
    expect(await readdir(other.path)).toEqual([]);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect(answer.status).toBe(200);
    expect(await stopped(first)).toBe(0);
    await other.remove();
  });

  test("ends with 3 at a bad setting or manifest, and has done nothing", async () => {
    const other = await aFolder();
    const manifest = join(other.path, "fleet.yaml");
    await writeFile(manifest, "apiVersion: mintmark.dev/v1\nkind: BotSte\nmetadata: { name: x }\n");

    const setting = run(programs.start, [], { ...env, MINTMARK_HTTP_PORT: "many" });
    const fleet = run(programs.start, [], {
      ...env,
      MINTMARK_FOLDER: join(other.path, "new"),
      MINTMARK_FLEET: manifest,
    });

    expect(await setting.exited).toBe(3);
    expect(setting.output()).toContain("MINTMARK_HTTP_PORT");
    expect(await fleet.exited).toBe(3);
    expect(fleet.output()).toContain(`${manifest}:2`);
    expect(await readdir(other.path)).toEqual(["fleet.yaml"]);
    await other.remove();
  });

  test("ends with 1 and one line when the folder is a file", async () => {
    const other = await aFolder();
    const file = join(other.path, "file");
    await writeFile(file, "");

    const start = run(programs.start, [], { ...env, MINTMARK_FOLDER: file });

    expect(await start.exited).toBe(1);
    expect(start.output().trim().split("\n")).toEqual([expect.stringContaining("MINTMARK_FOLDER")]);
    await other.remove();
  });
});

describe("on a database of one's own", () => {
  test("makes the fleet real, and the folder for its secrets", async () => {
    const other = await aFolder();
    const database = await testDatabase({ name: "empty", migrate: async () => {} });
    const settings = {
      ...env,
      MINTMARK_FOLDER: join(other.path, "not there yet"),
      MINTMARK_HTTP_PORT: String(await freePort()),
      DATABASE_URL: database.url,
    };
    const key = "0".repeat(64);

    const keyless = run(programs.start, [], settings);
    expect(await keyless.exited).toBe(3);
    expect(keyless.output()).toContain("MINTMARK_SECRET_KEY");
    const start = run(programs.start, [], { ...settings, MINTMARK_SECRET_KEY: key, MINTMARK_JOURNAL_KEY: key });
    await start.printed(ready);

    expect(start.output()).toContain("3 accounts made, 3 tokens issued");
    expect(Object.keys(await secretsOf(settings.MINTMARK_FOLDER))).toHaveLength(4);
    expect(await readdir(settings.MINTMARK_FOLDER)).not.toContain("postgres");
    expect(await stopped(start)).toBe(0);
    await database.close();
    await other.remove();
  });
});

describe("killed at any moment", () => {
  test("the next start finds the same fleet and goes on", async () => {
    const other = await aFolder();
    const settings = { ...env, MINTMARK_FOLDER: other.path, MINTMARK_HTTP_PORT: String(await freePort()) };
    for (const moment of ["listens on", "create account renovate-data", "issue token renovate-web"]) {
      const start = run(programs.start, [], settings);
      await start.printed(moment).catch(() => {});
      start.child.kill("SIGKILL");
      await start.exited;
    }

    const last = run(programs.start, [], settings);
    await last.printed(ready);

    const secrets = await secretsOf(other.path);
    for (const name of ["renovate-web.token", "renovate-data.token", "deploy-example.token"]) {
      const answer = await fetch(`http://127.0.0.1:${settings.MINTMARK_HTTP_PORT}/api/v1/version`, {
        headers: { authorization: `token ${secrets[name]?.trim()}` },
      });
      expect(answer.status, name).toBe(200);
    }
    expect(await stopped(last)).toBe(0);
    await other.remove();
  });
});

test("the authority that a whole group of processes is told to stop takes it for one wish, and ends in good order", async () => {
  const authority = run(programs.server, ["serve"], { ...env, MINTMARK_LOG_LEVEL: "info" });
  await authority.printed("the authority listens on");
  // What has begun keeps it alive until all signals have come.
  const headers = { "content-type": "application/json", "content-length": 2 };
  const begun = request({ port, host: "127.0.0.1", method: "POST", path: "/api/v1/orgs", headers });
  const answer = once(begun, "response");
  begun.write("{");

  // To itself, and once more by each that stands before it: what `npm start authority` does under a supervisor.
  for (let times = 0; times < 3; times += 1) {
    await setTimeout(50);
    authority.child.kill("SIGTERM");
  }
  await setTimeout(50);
  begun.end("}");

  const [{ statusCode }] = await answer;
  expect(statusCode).toBe(401);
  expect(await authority.exited).toBe(0);
  expect(authority.output()).toContain("authority.stopped");
  await expect(stat(join(folder.path, "postgres/data/postmaster.pid"))).rejects.toThrow("ENOENT");
});
