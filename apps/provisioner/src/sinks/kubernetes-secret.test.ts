import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { startFakeKubernetes } from "../../test/fake-kubernetes.ts";
import { startFakeServer } from "../../test/fake-server.ts";
import { openCluster } from "../stores/kubernetes.ts";
import { fieldManagerOf, kubernetesSecretSink } from "./kubernetes-secret.ts";
import { openStores } from "./open.ts";

const first = "example-value-1";
const second = "example-value-2";

let cluster: Awaited<ReturnType<typeof startFakeKubernetes>>;
beforeEach(async () => {
  cluster = await startFakeKubernetes();
});
afterEach(() => cluster.stop());

const aStore = {
  kind: "kubernetes" as const,
  name: "main",
  at: { file: "fleet.yaml", line: 1 },
  timeoutMs: 2_000,
  kubeconfig: { fromEnvironment: "KUBECONFIG_TEXT" },
};

type Changes = { kubeconfig?: string; namespace?: string; key?: string; takeOver?: boolean };

function aSink({ kubeconfig = cluster.kubeconfig(), namespace = "ci", key = "token", takeOver = false }: Changes = {}) {
  const open = openCluster(aStore, { folder: "/", lookUp: () => kubeconfig });
  open.catch(() => {});
  return kubernetesSecretSink(() => open, { store: "main", namespace, name: "renovate", key, takeOver });
}

describe("a key of a Kubernetes Secret", () => {
  test("is made, read back, and keeps its version when it is written again", async () => {
    const sink = aSink();

    expect(await sink.read()).toBeUndefined();
    expect(await sink.write(first)).toBe("resourceVersion 101");
    expect(await sink.write(first)).toBe("resourceVersion 101");
    expect(await sink.write(second)).toBe("resourceVersion 102");

    expect(await sink.read()).toBe(second);
  });

  test("is applied by the server, with a field manager of its own", async () => {
    await aSink().write(first);

    const { headers, query } = cluster.questions.at(-1) ?? {};
    expect(headers?.["content-type"]).toBe("application/apply-patch+yaml");
    expect(query?.get("fieldManager")).toBe("mintmark-token");
  });

  test("leaves every other key as it is, those of other bots too", async () => {
    cluster.edit("ci/renovate", { user: "renovate" });
    await aSink({ key: "a" }).write(first);
    await aSink({ key: "b" }).write(second);

    await aSink({ key: "a" }).write(second);

    expect(cluster.data("ci/renovate")).toEqual({ user: "renovate", a: second, b: second });
  });

  test("that somebody else owns is a conflict, which names the owner, unless it is to be taken over", async () => {
    cluster.edit("ci/renovate", { token: "theirs" });

    await expect(aSink().write(first)).rejects.toThrow("kubectl-edit owns this key (409); takeOver: true");
    expect(cluster.data("ci/renovate")).toEqual({ token: "theirs" });
    await aSink({ takeOver: true }).write(first);
    expect(cluster.data("ci/renovate")).toEqual({ token: first });
  });

  test("has a manager whose name the server takes, however long the key", () => {
    expect(fieldManagerOf("k".repeat(253)).length).toBeLessThanOrEqual(128);
    expect(fieldManagerOf("k".repeat(253))).not.toBe(fieldManagerOf(`${"k".repeat(252)}l`));
  });
});

describe("a cluster that fails", () => {
  test.each<[string, (sick: typeof cluster) => unknown, boolean, string]>([
    ["is down", (sick) => sick.stop(), true, "no whole answer (ECONNREFUSED)"],
    ["is full", (sick) => sick.setMode("full"), true, "answers 500 InternalError"],
    ["is read-only", (sick) => sick.setMode("read-only"), false, "forbidden (403)"],
    ["holds no Secret of that size", (sick) => sick.setMode("small"), false, "the whole Secret is too large (422)"],
    ["stores nothing of that size", (sick) => sick.setMode("small-storage"), false, "Secret is too large (500)"],
    ["does not answer", (sick) => sick.failWith("timeout"), true, "no answer within 2000 ms"],
    ["answers by half", (sick) => sick.failWith("half-answer"), true, "no whole answer"],
    ["drops the connection", (sick) => sick.failWith("reset"), true, "no whole answer"],
    [
      "holds the Secret immutable",
      (sick) => sick.edit("ci/renovate", { token: first }, { manager: "mintmark-token", immutable: true }),
      false,
      "is the Secret immutable?",
    ],
  ])("%s: that is told without the token", async (_name, harm, isTransient, expected) => {
    const sink = aSink();
    await harm(cluster);

    const failure = await sink.write(second).catch((error: unknown) => error);

    expect(failure).toMatchObject({ name: "SinkError", isTransient, message: expect.stringContaining(expected) });
    expect(String(failure)).not.toContain(second);
    expect(String(failure)).not.toContain(Buffer.from(second).toString("base64"));
  });

  test("lacks the namespace: that is told", async () => {
    await expect(aSink({ namespace: "absent" }).write(first)).rejects.toThrow("there is no namespace absent (404)");
  });

  test("refuses the reading: that is no empty sink", async () => {
    cluster.setMode("forbidden");

    await expect(aSink().read()).rejects.toThrow("forbidden (403)");
  });

  test("redirects elsewhere: nothing is sent there, and the run fails", async () => {
    const thief = await startFakeServer(() => ({ status: 200 }));
    const moved = await startFakeServer(({ path }) => ({ status: 307, headers: { location: `${thief.url}${path}` } }));
    onTestFinished(thief.stop);
    onTestFinished(moved.stop);

    await expect(
      aSink({ kubeconfig: cluster.kubeconfig({ cluster: { server: moved.url } }) }).write(first),
    ).rejects.toThrow("where nothing is sent");
    expect(thief.questions).toEqual([]);
  });
});

describe("a kubeconfig is refused that", () => {
  test.each<[string, Parameters<typeof cluster.kubeconfig>[0], string]>([
    [
      "turns verification off",
      { cluster: { server: "https://cluster.example.org", "insecure-skip-tls-verify": true } },
      "insecure-skip-tls-verify is set",
    ],
    ["sends in the clear", { cluster: { server: "http://cluster.example.org" } }, "must be an https address"],
    [
      "runs a program with our environment",
      { user: { exec: { command: "aws", apiVersion: "client.authentication.k8s.io/v1" } } },
      "credential plugins are not run",
    ],
    ["holds another's credential", { user: { token: "wrong" } }, "refuses our credential (401)"],
  ])("%s", async (_name, changes, expected) => {
    await expect(aSink({ kubeconfig: cluster.kubeconfig(changes) }).write(first)).rejects.toThrow(expected);
  });

  test("is none", async () => {
    await expect(aSink({ kubeconfig: "{{" }).write(first)).rejects.toThrow("the kubeconfig cannot be read");
  });
});

test.each([
  ["certificate-authority", { cluster: { "certificate-authority": "/absent/file.pem" } }],
  ["client-certificate", { user: { "client-certificate": "/absent/file.pem", "client-key": "/absent/file.pem" } }],
])("a file that a kubeconfig names as %s and that is not there is told", async (_field, changes) => {
  await expect(aSink({ kubeconfig: cluster.kubeconfig(changes) }).write(first)).rejects.toThrow(
    "/absent/file.pem cannot be read (ENOENT)",
  );
});

test("a kubeconfig that another program renewed is read again once the cluster refuses the former", async () => {
  let kubeconfig = cluster.kubeconfig({ user: { token: "expired" } });
  const surroundings = { folder: "/", lookUp: () => kubeconfig };
  const stores = openStores([aStore], surroundings);
  onTestFinished(stores.close);
  const place = { store: "main", namespace: "ci", name: "renovate", key: "token", takeOver: false };
  const sink = kubernetesSecretSink(() => stores.cluster("main"), place);
  await expect(sink.write(first)).rejects.toThrow("refuses our credential (401)");

  kubeconfig = cluster.kubeconfig();

  expect(await sink.write(first)).toBe("resourceVersion 101");
});
