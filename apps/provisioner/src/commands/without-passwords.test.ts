import { expect, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";

const world = aCommandWorld({ hasPasswords: false });

test("BA-04 with passwords switched off, a token is enough: an empty authority gets its fleet, which is then rotated", async () => {
  const names = ["web", "data", "deploy"].map(unique);
  const manifest = await world.manifest(names.map((name) => ({ name })));
  const held = () => Promise.all(names.map(world.held));
  const basic = `Basic ${Buffer.from("root:any-password").toString("base64")}`;
  const refused = await fetch(`${world.authority().url}/api/v1/user`, { headers: { authorization: basic } });
  expect(refused.status).toBe(401);
  expect(await refused.text()).toContain("password is disabled");

  const applied = await world.mintmark("apply", "-f", manifest, "--yes");

  expect(applied.code, applied.err).toBe(0);
  const first = await held();
  expect(await Promise.all(first.map(world.whois))).toEqual(names);

  const rotated = await world.mintmark("rotate", ...names, "-f", manifest, "--yes");

  expect(rotated.code, rotated.err).toBe(0);
  const second = await held();
  expect(await Promise.all(second.map(world.whois))).toEqual(names);
  expect(await Promise.all(first.map(world.whois))).toEqual(names.map(() => 401));
  for (const name of names) expect(await world.tokensOf(name)).toEqual(["main.g2"]);
  expect((await world.mintmark("plan", "-f", manifest, "--detailed-exitcode")).code).toBe(0);

  const withPassword = await world.sql()`select name from authority.users where password_hash is not null`;
  expect(withPassword).toEqual([{ name: "root" }]);
  const records = await world.sql()`select distinct via from authority.audit_events where actor_name = 'root'`;
  expect(records).toEqual([{ via: "access_token" }]);
});
