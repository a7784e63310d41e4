import { afterAll, expect, test } from "vitest";
import { asAdmin, startTestAuthority } from "./authority.ts";

const authority = await startTestAuthority();
afterAll(authority.stop);

const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
  authority.send({ method: "POST", path: `/api/mintmark/v1/admin/${path}`, authorization: asAdmin, json, headers });

const names = Array.from({ length: 100 }, (_, index) => `bot-${String(index).padStart(3, "0")}`);

test("a hundred bots with a restricted token each are two requests, read again in one, and unchanged in none", async () => {
  const repository = await authority.send({
    method: "POST",
    path: "/api/v1/user/repos",
    authorization: asAdmin,
    json: { name: "example" },
  });
  // More than an ordinary body may have.
  const repositories = Array.from({ length: 30 }, () => ({ owner: "root", name: "example" }));
  const accounts = await post("accounts/batch", {
    accounts: names.map((username) => ({ username, email: `${username}@example.org` })),
  });
  const tokens = await post("tokens/batch", {
    tokens: names.map((owner) => ({ owner, name: "main.g1", scopes: ["write:repository"], repositories })),
  });

  const path = `/api/mintmark/v1/admin/state?names=${names.join(",")}`;
  const state = await authority.send({ path, authorization: asAdmin });
  const again = await authority.send({
    path,
    authorization: asAdmin,
    headers: { "if-none-match": state.headers.etag ?? "" },
  });

  expect([repository, accounts, tokens, state, again].map(({ status }) => status)).toEqual([201, 200, 200, 200, 304]);
  expect(state.body.accounts.map(({ login }: { login: string }) => login)).toEqual(names);
  expect(state.body.accounts[7].tokens).toMatchObject([
    { name: "main.g1", sha1: "", repositories: [{ full_name: "root/example" }] },
  ]);
  expect(again).toMatchObject({ text: "", headers: { etag: state.headers.etag } });
});

test("a batch that is repeated under its key gives the same secrets again", async () => {
  const body = { tokens: [{ owner: "root", name: "keyed", scopes: ["read:user"] }] };
  const first = await post("tokens/batch", body, { "idempotency-key": "one" });

  const again = await post("tokens/batch", body, { "idempotency-key": "one" });

  expect(again.text).toBe(first.text);
  expect(first.body.results[0].token.sha1).toMatch(/^[0-9a-f]{40}$/);
});

test("more than a hundred entries are refused as a whole, and so is what is no list", async () => {
  const many = Array.from({ length: 101 }, (_, index) => ({
    username: `many-${index}`,
    email: `m${index}@example.org`,
  }));

  const answers = [
    await post("accounts/batch", { accounts: many }),
    await post("accounts/batch", { accounts: {} }),
    await post("accounts/batch", {}),
    await post("tokens/batch-delete", { ids: ["one"] }),
  ];

  expect(answers.map(({ status, body }) => [status, body.message])).toEqual([
    [422, "[Accounts]: MaxSize"],
    [422, expect.any(String)],
    [422, "[Accounts]: Required"],
    [422, expect.any(String)],
  ]);
});
