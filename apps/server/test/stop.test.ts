import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { adminPassword, asAdmin, startTestAuthority } from "./authority.ts";

test("what has begun is answered before the authority ends, and nothing new is taken", async () => {
  const authority = await startTestAuthority();
  const { hostname, port } = new URL(authority.rootUrl);
  // A password takes long enough to be under way when the stop comes.
  const begun = request({ hostname, port, path: "/api/v1/user", headers: { authorization: asAdmin } });
  const answer = once(begun, "response");
  begun.end();
  await once(begun, "finish");
  const idle = connect(Number(port), hostname);
  await once(idle, "connect");

  const stopped = authority.stop();

  const [response] = await answer;
  expect(response.statusCode).toBe(200);
  await stopped;
  await expect(once(connect(Number(port), hostname), "connect")).rejects.toThrow("ECONNREFUSED");
  idle.destroy();
  expect(authority.log.join("")).not.toContain(adminPassword);
});

test("uses of a token that were not yet written are written at the end", async () => {
  const authority = await startTestAuthority();
  const token = await authority.send({
    method: "POST",
    path: "/api/v1/users/root/tokens",
    authorization: asAdmin,
    json: { name: "used", scopes: ["read:user"] },
  });
  await authority.send({ path: "/api/v1/user", authorization: `token ${token.body.sha1}` });

  await authority.stopServer();

  const uses = await authority.database.sql`select token_id from authority.access_token_uses`;
  expect([...uses]).toEqual([{ token_id: token.body.id }]);
  await authority.stop();
});
