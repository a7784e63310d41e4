import { expect, onTestFinished, test } from "vitest";
import { startFakeForgejo } from "../../test/fake-forgejo.ts";
import { forgejoTarget } from "./forgejo.ts";

const account = (login: string) => ({
  id: 1,
  login,
  email: `${login}@bots.example.org`,
  full_name: "",
  active: true,
  prohibit_login: false,
  is_admin: false,
  tokens: [],
});

/** A server that says to be a Mintmark, and answers a question for states as told. */
async function aMintmarkThat(answers: (after: number) => unknown) {
  const server = await startFakeForgejo(({ path }) => {
    if (path === "/api/mintmark/v1/capabilities")
      return { status: 200, body: { server: "mintmark", features: ["bulk-state"] } };
    const after = Number(new URL(path, "http://fake").searchParams.get("after") ?? 0);
    return { status: 200, body: answers(after) };
  });
  onTestFinished(server.stop);
  const target = forgejoTarget({ url: server.url, token: "example" });
  await target.probeServer();
  return { target, received: server.received };
}

test.each<[string, (after: number) => unknown]>([
  ["is the same again and again", () => ({ accounts: [account("one")], next: 7 })],
  ["is followed by one before it", (after) => ({ accounts: [account("one")], next: after === 0 ? 9 : 8 })],
  ["is always followed by another", (after) => ({ accounts: [], next: after + 1 })],
  ["does not say which one follows", () => ({ accounts: [] })],
])("a list of accounts of which a page %s ends all the same", async (_what, answers) => {
  const { target, received } = await aMintmarkThat(answers);

  await expect(target.readState?.(["one", "two", "three"])).rejects.toThrow("pages of accounts do not end");
  expect(received.length).toBeLessThanOrEqual(4);
});

test("accounts on several pages are all found", async () => {
  const { target } = await aMintmarkThat((after) => ({
    accounts: [account(`bot-${after}`)],
    next: after < 2 ? after + 1 : null,
  }));

  expect([...((await target.readState?.(["bot-0", "bot-1", "bot-2"])) ?? [])].map(([name]) => name)).toEqual([
    "bot-0",
    "bot-1",
    "bot-2",
  ]);
});
