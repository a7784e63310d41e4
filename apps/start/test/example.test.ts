import { testDatabase } from "@mintmark/postgres/testing";
import { afterAll, afterEach, expect, test } from "vitest";
import { aFolder, freePort, killRunning, programs, run, stopped } from "./process.ts";

const folder = await aFolder();
const database = await testDatabase({ name: "empty", migrate: async () => {} });
afterEach(killRunning);
afterAll(async () => {
  await database.close();
  await folder.remove();
});

test("the client's example makes, rotates, watches and ends a token on a real authority", async () => {
  const address = `http://127.0.0.1:${await freePort()}`;
  const server = run(programs.server, ["serve"], {
    DATABASE_URL: database.url,
    MINTMARK_FOLDER: folder.path,
    MINTMARK_SECRET_KEY: "0".repeat(64),
    MINTMARK_HTTP_PORT: new URL(address).port,
    MINTMARK_ADMIN_PASSWORD: "as-was-set-1",
  });
  await server.printed(address);

  const example = run(programs.example, [address, "root"], {}, "as-was-set-1\n");

  expect(await example.exited, example.output()).toBe(0);
  const lines = example.output().trim().split("\n");
  expect(lines).toEqual([
    expect.stringMatching(/^made example-\S+ \(…\w{8}\), which may read:user until \d{4}-/),
    "the token acts as root",
    expect.stringMatching(/^what it may not do: 403 .*write:user/),
    expect.stringMatching(/^rotated: …\w{8} works, and …\w{8} for another hour$/),
    expect.stringMatching(/^…\w{8} was last used at \d{4}-/),
    expect.stringMatching(/^…\w{8} is root's, and superseded$/),
    expect.stringMatching(/^ended: 401 /),
    expect.stringMatching(/^ended: 401 /),
  ]);
  expect(example.output()).not.toMatch(/[0-9a-f]{40}/);
  expect(await stopped(server)).toBe(0);
});
