import { describe, expect, onTestFinished, test } from "vitest";
import { type Answer, type Question, startFakeServer } from "../../test/fake-server.ts";
import type { DeclaredSink, DeclaredStore } from "../fleet/fleet.ts";
import { forgejoTarget } from "../targets/forgejo.ts";
import { openStores, sinkOpener } from "./open.ts";
import { revealsNone } from "./reveals.ts";

const plaintext = "0123456789abcdef0123456789abcdef01234567";
const at = { file: "fleet.yaml", line: 1 };

/** The value in every place of an answer whose words anybody could repeat. */
function echo(status: number): Answer {
  const value = plaintext;
  return {
    status,
    headers: { location: `https://${value}/`, "x-value": value },
    body: {
      message: `conflict with "${value}" of ${value}`,
      reason: value,
      errors: [value, `invalid token ${Buffer.from(value).toString("base64")}`],
      metadata: { resourceVersion: value, name: value },
      data: { version: value, token: Buffer.from(value).toString("base64") },
    },
  };
}

const kubeconfig = (url: string): string =>
  JSON.stringify({
    clusters: [{ name: "main", cluster: { server: url } }],
    users: [{ name: "bot", user: { token: "service-account" } }],
    contexts: [{ name: "main", context: { cluster: "main", user: "bot" } }],
    "current-context": "main",
  });

const storesAt = (url: string): DeclaredStore[] => [
  {
    kind: "vault",
    name: "vault",
    at,
    timeoutMs: 2000,
    url,
    mount: "secret",
    auth: { method: "token", token: { fromEnvironment: "ANY" } },
  },
  { kind: "kubernetes", name: "cluster", at, timeoutMs: 2000, kubeconfig: { fromEnvironment: "KUBECONFIG_TEXT" } },
];

const sinks: readonly DeclaredSink[] = [
  { kind: "actionsSecret", target: "forge", of: { repository: "acme/app" }, name: "TOKEN" },
  { kind: "vaultKv2", store: "vault", path: "bots/one", field: "token" },
  { kind: "kubernetesSecret", store: "cluster", namespace: "ci", name: "one", key: "token", takeOver: false },
];

async function openAt(declared: DeclaredSink, answer: (question: Question) => Answer) {
  const server = await startFakeServer(answer);
  onTestFinished(server.stop);
  const lookUp = (name: string): string => (name === "KUBECONFIG_TEXT" ? kubeconfig(server.url) : "example");
  const stores = openStores(storesAt(server.url), { folder: "/", lookUp });
  onTestFinished(stores.close);
  return sinkOpener({ stores, folder: "/", lookUp })(declared, forgejoTarget({ url: server.url, token: "worker" }));
}

describe.each(sinks)("a server with a $kind that repeats the token", (declared) => {
  test.each([200, 201, 302, 400, 401, 403, 404, 409, 413, 418, 422, 429, 500, 503])(
    "in an answer %i: it is in no word of ours, and not in the receipt",
    async (status) => {
      const sink = await openAt(declared, ({ method }) =>
        method === "GET" ? { status: 404, body: {} } : echo(status),
      );

      const told = await sink.write(plaintext).catch((error: unknown) => error);

      expect(revealsNone(String(told), plaintext), String(told)).toBe(true);
    },
  );
});

test("what else a server says is told", async () => {
  const [declared = expect.fail()] = sinks;
  const sink = await openAt(declared, () => ({ status: 422, body: { message: `${plaintext} has too few letters` } }));

  await expect(sink.write(plaintext)).rejects.toThrow("422 [redacted] has too few letters");
});
