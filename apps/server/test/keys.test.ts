import { generateKeyPairSync } from "node:crypto";
import * as openpgp from "openpgp";
import { afterAll, describe, expect, test } from "vitest";
import { asAdmin, basic, startTestAuthority } from "./authority.ts";

const authority = await startTestAuthority();
afterAll(authority.stop);
const { send, database } = authority;

const password = "a-password-of-somebody";
let next = 0;

async function aUser(): Promise<string> {
  const username = `user-${next++}`;
  const email = `${username}@example.org`;
  const json = { username, email, password, must_change_password: false };
  const { status } = await send({ method: "POST", path: "/api/v1/admin/users", authorization: asAdmin, json });
  expect(status).toBe(201);
  return username;
}

const aGpgKey = (name: string) =>
  openpgp.generateKey({ userIDs: [{ email: `${name}@example.org` }], format: "object" });

function anSshKey(): string {
  const { publicKey } = generateKeyPairSync("ed25519", {
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  const head = Buffer.from("0000000b7373682d6564323535313900000020", "hex");
  return `ssh-ed25519 ${Buffer.concat([head, publicKey.subarray(-32)]).toString("base64")}`;
}

describe("a private key that somebody pastes", () => {
  test("is refused with 422, and stands in no answer, no line of the log and no table", async () => {
    const { privateKey } = generateKeyPairSync("ed25519", {
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const gpg = await aGpgKey("root");
    const armored = gpg.privateKey.armor();
    // Lines of it that hold the secret part.
    const secrets = [privateKey.split("\n")[1] ?? "", ...armored.split("\n").filter((line) => line.length > 40)];
    expect(secrets.length).toBeGreaterThan(3);

    const answers = await Promise.all(
      [
        ["/api/v1/user/keys", { title: "oops", key: privateKey }],
        ["/api/v1/user/keys", { title: "oops", key: privateKey.replaceAll("\n", " ") }],
        ["/api/v1/admin/users/root/keys", { title: "oops", key: privateKey }],
        ["/api/v1/user/gpg_keys", { armored_public_key: armored }],
        ["/api/v1/user/gpg_keys", { armored_public_key: gpg.publicKey.armor(), armored_signature: armored }],
        ["/api/v1/user/gpg_key_verify", { key_id: "1", armored_signature: armored }],
      ].map(([path, json]) => send({ method: "POST", path: String(path), authorization: asAdmin, json })),
    );

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 404]);
    const tables =
      await database.sql`select table_name as name from information_schema.tables where table_schema = 'authority'`;
    const rows = await Promise.all(
      tables.map(({ name }) => database.sql`select t::text from authority.${database.sql(name)} t`),
    );
    const places = JSON.stringify([answers.map(({ text }) => text), authority.log, rows]);
    expect(places).toContain("user.create");
    for (const secret of secrets) expect(places).not.toContain(secret);
  });
});

describe("over HTTP", () => {
  test("keys come as forms too, under Forgejo's names for the fields", async () => {
    const name = await aUser();
    const authorization = basic(name, password);
    const post = (path: string, form: Record<string, string>) =>
      fetch(`${authority.rootUrl}/api/v1/user/${path}`, {
        method: "POST",
        headers: { authorization },
        body: new URLSearchParams(form),
      });

    expect((await post("keys", { title: "laptop", key: anSshKey() })).status).toBe(201);
    expect((await post("gpg_keys", { armored_key: (await aGpgKey(name)).publicKey.armor() })).status).toBe(201);
  });

  test("the text to sign is the text alone, in Forgejo's content type", async () => {
    const { headers, text } = await send({ path: "/api/v1/user/gpg_key_token", authorization: asAdmin });

    expect(headers["content-type"]).toBe("text/plain;charset=utf-8");
    expect(text).toMatch(/^[0-9a-f]{64}$/);
  });
});

test("a user who is deleted while his keys come leaves none, and nothing is answered 500 (10 rounds)", async () => {
  for (let round = 0; round < 10; round++) {
    const name = await aUser();
    const authorization = basic(name, password);
    const armored_public_key = (await aGpgKey(name)).publicKey.armor();

    const answers = await Promise.all([
      send({ method: "POST", path: "/api/v1/user/keys", authorization, json: { title: "a", key: anSshKey() } }),
      send({ method: "POST", path: "/api/v1/user/gpg_keys", authorization, json: { armored_public_key } }),
      send({
        method: "POST",
        path: `/api/v1/admin/users/${name}/keys`,
        authorization: asAdmin,
        json: { title: "b", key: anSshKey() },
      }),
      send({ method: "DELETE", path: `/api/v1/admin/users/${name}`, authorization: asAdmin }),
    ]);

    for (const { status, text } of answers) expect(status, text).toBeLessThan(500);
    expect(answers[3]?.status).toBe(204);
    const left = await database.sql`
      select id from authority.ssh_keys where user_id not in (select id from authority.users)
      union all select id from authority.gpg_keys where user_id not in (select id from authority.users)`;
    expect(left).toEqual([]);
  }
});
