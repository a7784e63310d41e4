import { createPublicKey, type JsonWebKey, verify } from "node:crypto";
import { z } from "zod";

export type TokenReading = {
  readonly header: Record<string, unknown>;
  readonly claims: Record<string, unknown>;
  /** Undefined when the case did not save the server's keys. */
  readonly signedByOurKey: boolean | undefined;
};

const members = z.record(z.string(), z.unknown());
const keySet = z.object({ keys: z.array(z.looseObject({ kid: z.string().optional(), alg: z.string() })) });

/** What a signed token says, its times told relative to its own `iat` (or to now), so that two runs compare. */
export function decodeToken(jwt: string, jwks: unknown): TokenReading {
  const [head = "", payload = "", signature = ""] = jwt.split(".");
  const header = readPart(head);
  return {
    header,
    claims: relative(readPart(payload)),
    signedByOurKey: jwks === undefined ? undefined : isSigned(`${head}.${payload}`, signature, header, jwks),
  };
}

const readPart = (part: string) => members.parse(JSON.parse(Buffer.from(part, "base64url").toString()));

function isSigned(signed: string, signature: string, header: Record<string, unknown>, jwks: unknown): boolean {
  const jwk = keySet.parse(jwks).keys.find(({ kid, alg }) => kid === header.kid && alg === header.alg);
  if (!jwk) return false;
  const digest = jwk.alg.startsWith("Ed") ? null : `sha${jwk.alg.slice(2)}`;
  const key = createPublicKey({ key: asJsonWebKey(jwk), format: "jwk" });
  return verify(digest, Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
}

/** `createPublicKey` refuses what is no key; the type alone asks for the cast. */
const asJsonWebKey = (jwk: object): JsonWebKey => jwk as JsonWebKey;

function relative(claims: Record<string, unknown>): Record<string, unknown> {
  const told = { ...claims };
  const now = Date.now() / 1000;
  const [start, from] = typeof claims.iat === "number" ? [claims.iat, "iat"] : [Math.floor(now), "now"];
  for (const name of ["exp", "nbf"]) {
    const time = claims[name];
    if (typeof time === "number")
      told[name] = `${from}${time < start ? "" : "+"}${Math.round((time - start) / 10) * 10}`;
  }
  if (typeof claims.updated_at === "number") told.updated_at = "{{seconds}}";
  if (typeof claims.iat === "number" && Math.abs(claims.iat - now) < 30) told.iat = "{{now}}";
  for (const name of ["sub", "gnt", "jti", "cnt"]) {
    const value = claims[name];
    if (/^[1-9]\d*$/.test(String(value))) told[name] = typeof value === "number" ? "{{int}}" : "{{int string}}";
  }
  return told;
}
