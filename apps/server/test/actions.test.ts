import { afterAll, expect, test } from "vitest";
import { asAdmin, startTestAuthority } from "./authority.ts";

const authority = await startTestAuthority();
afterAll(authority.stop);

const send = (method: string, path: string, json?: unknown) =>
  authority.send({ method, path: `/api/v1${path}`, authorization: asAdmin, json });

test("a new secret is 201 and an overwritten one 204, both without a body or a content type", async () => {
  const first = await send("PUT", "/user/actions/secrets/key", { data: "one" });
  const second = await send("PUT", "/user/actions/secrets/KEY", { data: "two" });

  for (const [answer, status] of [
    [first, 201],
    [second, 204],
  ] as const) {
    expect([answer.status, answer.text, answer.headers["content-type"]]).toEqual([status, "", undefined]);
  }
});

test("no route gives a secret back: asking for it is 405, and for a user's list 404", async () => {
  await send("PUT", "/user/actions/secrets/kept", { data: "canary" });

  const one = await send("GET", "/user/actions/secrets/kept");
  const all = await send("GET", "/user/actions/secrets");

  expect([one.status, one.headers.allow, one.text]).toEqual([405, "DELETE, PUT", ""]);
  expect([all.status, all.text]).toEqual([404, "404 page not found\n"]);
});

test("a secret of nearly 64 KB is kept, and a larger body is refused before it is read", async () => {
  const large = await send("PUT", "/user/actions/secrets/large", { data: "x".repeat(65_000) });
  const tooLarge = await send("PUT", "/user/actions/secrets/too_large", { data: "x".repeat(65_536) });

  expect(large.status).toBe(201);
  expect(tooLarge.status).toBe(413);
  expect(tooLarge.body).toEqual({ message: expect.any(String), url: `${authority.rootUrl}/api/swagger` });
});

test("a body that is refused comes before a name that is", async () => {
  const { status, body } = await send("PUT", "/user/actions/secrets/1bad", { data: "" });

  expect([status, body.message]).toEqual([422, "[Data]: Required"]);
});

test("waiting jobs are null, and a runner's answer to its creation alone has the token", async () => {
  const jobs = await send("GET", "/user/actions/runners/jobs");
  const created = await send("POST", "/user/actions/runners", { name: "builder" });
  const list = await send("GET", "/user/actions/runners");

  expect([jobs.status, jobs.text]).toEqual([200, "null\n"]);
  expect([created.status, Object.keys(created.body)]).toEqual([201, ["id", "uuid", "token"]]);
  expect(list.headers["x-total-count"]).toBe("1");
  expect(list.text).not.toContain(created.body.token);
});

test.each([
  ["/user/hooks", {}, "[Type]: Required"],
  ["/user/hooks", { type: "forgejo" }, "[Config]: Required"],
  ["/user/hooks", { type: "forgejo", config: {}, branch_filter: "[" }, "[BranchFilter]: unexpected end of input"],
  ["/user/hooks", { type: "forgejo", config: {} }, "Missing config option: url"],
  ["/user/actions/runners", {}, "[Name]: Required"],
])("POST %s with %j is 422 %s", async (path, json, message) => {
  const { status, body } = await send("POST", path, json);

  expect([status, body.message]).toEqual([422, message]);
});
