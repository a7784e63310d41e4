import { type Answer, type Question, startFakeServer } from "./fake-server.ts";

type Secret = {
  data: Record<string, string>;
  resourceVersion: number;
  immutable: boolean;
  /** Field managers by key of `data`. */
  readonly owners: Map<string, Set<string>>;
};

const token = "cluster-token";

const anEmptySecret = (): Secret => ({ data: {}, resourceVersion: 0, immutable: false, owners: new Map() });

const fail = (code: number, reason: string, message: string, details: object = {}): Answer => ({
  status: code,
  body: { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason, details, code },
});

/** Secrets of a cluster, as the API reference and the page on server-side apply describe them, with their managers. */
export async function startFakeKubernetes() {
  const namespaces = new Set(["ci"]);
  const secrets = new Map<string, Secret>();
  let lastVersion = 100;
  let mode: "open" | "read-only" | "full" | "forbidden" | "small" | "small-storage" = "open";

  const toBody = (namespace: string, name: string, { data, resourceVersion, owners, immutable }: Secret) => ({
    kind: "Secret",
    apiVersion: "v1",
    metadata: {
      name,
      namespace,
      uid: "1",
      resourceVersion: String(resourceVersion),
      managedFields: [...new Set([...owners.values()].flatMap((set) => [...set]))].map((manager) => ({
        manager,
        operation: manager.startsWith("mintmark") ? "Apply" : "Update",
        apiVersion: "v1",
        fieldsType: "FieldsV1",
      })),
    },
    ...(immutable && { immutable }),
    data,
    type: "Opaque",
  });

  function apply(namespace: string, name: string, { headers, query, text }: Question): Answer {
    if (headers["content-type"] !== "application/apply-patch+yaml") {
      return fail(415, "UnsupportedMediaType", "the body of the request was in an unknown format");
    }
    const manager = query.get("fieldManager");
    if (!manager || manager.length > 128) {
      return fail(422, "Invalid", "PatchOptions.meta.k8s.io is invalid: fieldManager: Required value");
    }
    const wanted: Record<string, string> = JSON.parse(text).data;
    const at = `${namespace}/${name}`;
    const isNew = !secrets.has(at);
    const held = secrets.get(at) ?? anEmptySecret();
    const isTrial = query.get("dryRun") === "All";
    const secret = isTrial ? structuredClone(held) : held;
    const isChange = Object.entries(wanted).some(([key, value]) => secret.data[key] !== value);
    if (secret.immutable && isChange) {
      return fail(
        422,
        "Invalid",
        `Secret "${name}" is invalid: data: Forbidden: field is immutable when \`immutable\` is set`,
      );
    }
    const conflicts = Object.entries(wanted).flatMap(([key, value]) =>
      secret.data[key] === undefined || secret.data[key] === value
        ? []
        : [...(secret.owners.get(key) ?? [])].filter((one) => one !== manager).map((one) => ({ key, one })),
    );
    if (conflicts.length > 0 && query.get("force") !== "true") {
      const list = conflicts.map(({ key, one }) => `conflict with "${one}" using v1: .data.${key}`);
      return fail(409, "Conflict", `Apply failed with ${list.length} conflict: ${list.join(", ")}`);
    }
    if (mode === "full") return fail(500, "InternalError", "etcdserver: mvcc: database space exceeded");
    if (mode === "small") {
      return fail(422, "Invalid", `Secret "${name}" is invalid: data: Too long: must have at most 1048576 bytes`);
    }
    if (mode === "small-storage") return fail(500, "InternalError", "etcdserver: request is too large");
    // What this manager applied before and does not name now goes, unless somebody else owns it too.
    for (const [key, owners] of secret.owners) {
      if (key in wanted || !owners.delete(manager) || owners.size > 0) continue;
      secret.owners.delete(key);
      delete secret.data[key];
    }
    for (const [key, value] of Object.entries(wanted)) {
      const shared = secret.data[key] === value ? (secret.owners.get(key) ?? []) : [];
      secret.owners.set(key, new Set([...shared, manager]));
      secret.data[key] = value;
    }
    if (!isTrial) {
      if (isChange || isNew) secret.resourceVersion = lastVersion += 1;
      secrets.set(at, secret);
    }
    return { status: isNew ? 201 : 200, body: toBody(namespace, name, secret) };
  }

  function answer(question: Question): Answer {
    const { method, path, headers } = question;
    if (headers.authorization !== `Bearer ${token}`) return fail(401, "Unauthorized", "Unauthorized");
    const [, namespace = "", name = ""] = /^\/api\/v1\/namespaces\/([^/]+)\/secrets\/([^/]+)$/.exec(path) ?? [];
    const forbidden = fail(
      403,
      "Forbidden",
      `secrets "${name}" is forbidden: User "x" cannot ${method} resource "secrets"`,
    );
    if (mode === "forbidden" || (mode === "read-only" && method !== "GET")) return forbidden;
    const secret = secrets.get(`${namespace}/${name}`);
    if (method === "GET") {
      if (!secret) return fail(404, "NotFound", `secrets "${name}" not found`);
      return { status: 200, body: toBody(namespace, name, secret) };
    }
    if (!namespaces.has(namespace)) return fail(404, "NotFound", `namespaces "${namespace}" not found`);
    return apply(namespace, name, question);
  }

  const server = await startFakeServer(answer);
  return {
    ...server,
    kubeconfig: (changes: { cluster?: object; user?: object } = {}): string =>
      JSON.stringify({
        apiVersion: "v1",
        kind: "Config",
        "current-context": "main",
        contexts: [{ name: "main", context: { cluster: "main", user: "main" } }],
        clusters: [{ name: "main", cluster: { server: server.url, ...changes.cluster } }],
        users: [{ name: "main", user: { token, ...changes.user } }],
      }),
    data: (at: string): Record<string, string> =>
      Object.fromEntries(
        Object.entries(secrets.get(at)?.data ?? {}).map(([key, value]) => [
          key,
          Buffer.from(value, "base64").toString(),
        ]),
      ),
    resourceVersion: (at: string) => secrets.get(at)?.resourceVersion,
    /** Somebody sets keys with another tool. */
    edit(at: string, data: Record<string, string>, { manager = "kubectl-edit", immutable = false } = {}): void {
      const secret = secrets.get(at) ?? anEmptySecret();
      for (const [key, value] of Object.entries(data)) {
        secret.data[key] = Buffer.from(value).toString("base64");
        secret.owners.set(key, new Set([manager]));
      }
      secret.immutable = immutable;
      secret.resourceVersion = lastVersion += 1;
      secrets.set(at, secret);
    },
    setMode(next: typeof mode): void {
      mode = next;
    },
  };
}
