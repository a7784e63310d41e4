import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateAuthority } from "@mintmark/domain";
import { testDatabase } from "@mintmark/postgres/testing";
import { afterAll, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { startAuthority } from "../src/start-authority.ts";
import { adminPassword, asAdmin, send } from "./authority.ts";

const database = await testDatabase({ name: "authority", migrate: migrateAuthority });
const folder = mkdtempSync(join(tmpdir(), "outage-"));
const url = new URL(database.url);
const upstream = url.searchParams.get("host");
url.searchParams.set("host", folder);

/** The way to the database, which the test can cut: a socket of its own in front of the server's. */
async function openWay() {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const behind = upstream
      ? connect(join(upstream, ".s.PGSQL.5432"))
      : connect(Number(url.port || 5432), url.hostname);
    for (const one of [client, behind]) sockets.add(one.on("error", () => {}));
    client.on("close", () => behind.destroy());
    behind.on("close", () => client.destroy());
    client.pipe(behind).pipe(client);
  });
  server.listen(join(folder, ".s.PGSQL.5432"));
  await once(server, "listening");
  return async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
    await once(server, "close");
  };
}

let cut = await openWay();
const authority = await startAuthority(
  readConfig({
    DATABASE_URL: url.href,
    MINTMARK_SECRET_KEY: "0".repeat(64),
    MINTMARK_HTTP_PORT: "0",
    MINTMARK_ADMIN_PASSWORD: adminPassword,
  }),
  { write: () => {} },
);
afterAll(async () => {
  await authority.stop();
  await cut();
  await database.close();
  rmSync(folder, { recursive: true });
});

const me = () => send(authority.rootUrl, { path: "/api/v1/user", authorization: asAdmin });
const ready = () => send(authority.rootUrl, { path: "/readyz" });

test("without its database the authority says 503 and to come again, and serves as soon as it is back", async () => {
  expect((await me()).status).toBe(200);
  await cut();

  const answers = await Promise.all(Array.from({ length: 20 }, me));
  const readiness = await ready();
  cut = await openWay();

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
  expect(answers[0]?.headers["retry-after"]).toBe("1");
  expect(answers[0]?.body.message).toBe("the database cannot be reached; try again");
  expect(readiness.status).toBe(503);
  await expect.poll(async () => (await me()).status, { timeout: 10_000 }).toBe(200);
});
