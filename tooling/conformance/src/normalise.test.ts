import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { normalise, type Reading } from "./normalise.ts";

const reading = (known: Record<string, unknown> = {}, decode: boolean | string = false): Reading => ({
  baseUrl: "http://127.0.0.1:4000",
  variables: { given: { scope: "read:user" }, known: new Map(Object.entries({ n: "abcd1234", ...known })) },
  decode,
});

test.each([
  ["url", "http://127.0.0.1:4000/api/swagger", "{{base}}/api/swagger"],
  ["location", "https://a/?iss=http%3A%2F%2F127.0.0.1%3A4000", "https://a/?iss={{base}}"],
  ["created", "2026-07-01T12:00:00Z", "{{time}}"],
  ["created", "2026-07-01T14:00:00.123+02:00", "{{time}}"],
  ["last_login", "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"],
  ["message", "new-abcd1234 and xabcd1234y", "new-{{n}} and x{{n}}y"],
  ["client_id", "e90ee53c-94e2-48ac-9358-a874fb9e0662", "{{uuid}}"],
  ["client_secret", `gto_${"a2".repeat(26)}`, "{{client_secret}}"],
  ["location", `https://a/?code=gta_${"b7".repeat(26)}&state=s`, "https://a/?code={{code}}&state=s"],
  ["message", "user is gone [uid: 12, name: x]", "user is gone [uid: {{int}}, name: x]"],
  ["url", "/api/v1/teams/12/members", "/api/v1/teams/{{int}}/members"],
  ["sha1", "0".repeat(40), "{{token}}"],
  ["message", "0".repeat(40), "0".repeat(40)],
  ["token_last_eight", "0a1b2c3d", "{{last_eight}}"],
  ["fingerprint", `SHA256:${"A".repeat(43)}`, "{{fingerprint}}"],
  ["avatar_url", "anything\nat all", "{{avatar_url}}"],
  ["kid", "k".repeat(20), "{{key}}"],
  ["sub", "12", "{{int string}}"],
  ["x-total-count", "7", "7"],
  ["id", 7, "{{int}}"],
  ["uid", 0, 0],
  ["grid", 7, 7],
  ["active", true, true],
  ["scope", "read:user", "read:user"],
])("%s: %j becomes %j", (key, value, expected) => {
  expect(normalise({ [key]: value }, reading())).toEqual({ [key]: expected });
});

test("known values show their names, the longest first, and only where they stand alone", () => {
  const known = { bot: "bot-abcd1234", mail: "bot-abcd1234@example.org", tiny: "bot", bot_id: 12 };

  expect(normalise(["bot-abcd1234@example.org", "bot-abcd1234", "bot-abcd12345", "12", "bot"], reading(known))).toEqual(
    ["{{mail}}", "{{bot}}", "bot-{{n}}5", "{{bot_id}}", "bot"],
  );
});

test("a team's units are sorted", () => {
  expect(normalise({ units: ["repo.wiki", "repo.code"] }, reading())).toEqual({ units: ["repo.code", "repo.wiki"] });
});

describe("a signed token", () => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const signed = `${encode({ alg: "ES256", kid: "one" })}.${encode({ iss: "http://127.0.0.1:4000", iat: now, exp: now + 3600, gnt: 4, sub: "9" })}`;
  const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" });
  const jwt = `${signed}.${signature.toString("base64url")}`;
  const jwks = { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "ES256" }] };
  const claims = { iss: "{{base}}", iat: "{{now}}", exp: "iat+3600", gnt: "{{int}}", sub: "{{int string}}" };

  test("is one word where nobody asks", () => {
    expect(normalise({ id_token: jwt }, reading({}, "access_token"))).toEqual({ id_token: "{{jwt}}" });
  });

  test("is read where it is asked for, times relative to its own", () => {
    expect(normalise({ id_token: jwt }, reading({}, "id_token"))).toEqual({
      id_token: { header: { alg: "{{alg}}", kid: "one" }, claims },
    });
  });

  test("is held against the server's keys", () => {
    const other = {
      keys: [
        {
          ...generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" }),
          kid: "one",
          alg: "ES256",
        },
      ],
    };

    expect(normalise(jwt, reading({ jwks }, true))).toMatchObject({ claims, signedByOurKey: true });
    expect(normalise(jwt, reading({ jwks: other }, true))).toMatchObject({ signedByOurKey: false });
    expect(normalise(jwt, reading({ jwks: { keys: [] } }, true))).toMatchObject({ signedByOurKey: false });
  });
});
