import { type Answer, type Question, startFakeServer } from "./fake-server.ts";

type Version = { readonly data: Record<string, unknown>; isDeleted: boolean };

type FakeVaultOptions = Parameters<typeof startFakeServer>[1] & { readonly namespace?: string };

const login = (token: string): Answer => ({
  status: 200,
  body: {
    request_id: "1",
    lease_id: "",
    renewable: false,
    lease_duration: 0,
    data: null,
    wrap_info: null,
    warnings: null,
    auth: { client_token: token, accessor: "a", policies: ["bots"], lease_duration: 1200, renewable: true },
  },
});

const refuse = (status: number, ...errors: string[]): Answer => ({ status, body: { errors } });

/**
 * A KV version 2 engine and three ways to sign in, as Vault's and OpenBao's API documents describe them: reading (with
 * deleted versions), writing with check-and-set, namespaces, sealing, and the refusals' own words.
 */
export async function startFakeVault({ namespace, ...options }: FakeVaultOptions = {}) {
  const secrets = new Map<string, Version[]>();
  const tokens = new Set(["root-token"]);
  let logins = 0;
  let mode: "open" | "sealed" | "read-only" | "full" | "small" | "small-storage" = "open";
  let beforeWrite: (() => void) | undefined;

  const versionsOf = (path: string): Version[] => {
    const versions = secrets.get(path) ?? [];
    secrets.set(path, versions);
    return versions;
  };
  const metadataOf = (versions: readonly Version[]) => ({
    created_time: "2026-01-01T00:00:00.000000000Z",
    custom_metadata: null,
    deletion_time: versions.at(-1)?.isDeleted ? "2026-01-02T00:00:00.000000000Z" : "",
    destroyed: false,
    version: versions.length,
  });

  function signIn(path: string, text: string): Answer {
    const body = JSON.parse(text);
    logins += 1;
    const token = `login-${logins}`;
    if (path === "/v1/auth/approle/login") {
      const isRight = body.role_id === "the-role" && body.secret_id === "the-secret-id";
      if (!isRight) return refuse(400, "invalid role or secret ID");
    } else if (path !== "/v1/auth/kubernetes/login" || body.role !== "mintmark" || body.jwt !== "the-jwt") {
      return refuse(403, "permission denied");
    }
    tokens.add(token);
    return login(token);
  }

  function read(path: string): Answer {
    const versions = secrets.get(path);
    const last = versions?.at(-1);
    if (!versions || !last) return refuse(404);
    const data = { data: last.isDeleted ? null : last.data, metadata: metadataOf(versions) };
    return { status: last.isDeleted ? 404 : 200, body: { request_id: "1", data, warnings: null } };
  }

  function write(path: string, text: string): Answer {
    if (mode === "read-only") return refuse(403, "1 error occurred:\n\t* permission denied\n\n");
    if (mode === "full") return refuse(500, "1 error occurred:\n\t* no space left on device\n\n");
    if (mode === "small") return refuse(413, "request body too large");
    if (mode === "small-storage") return refuse(500, "put failed due to value being too large; got 1048577 bytes");
    beforeWrite?.();
    const { options: { cas } = { cas: undefined }, data } = JSON.parse(text);
    const versions = versionsOf(path);
    const current = versions.length;
    if (cas !== undefined && cas !== current) {
      return refuse(400, "check-and-set parameter did not match the current version");
    }
    versions.push({ data, isDeleted: false });
    return { status: 200, body: { request_id: "1", data: metadataOf(versions), warnings: null } };
  }

  function answer({ method, path, headers, text }: Question): Answer {
    if (mode === "sealed") return refuse(503, "Vault is sealed");
    if (headers["x-vault-request"] !== "true") return refuse(412, "missing required header");
    if (headers["x-vault-namespace"] !== namespace) return refuse(403, "permission denied");
    if (path.startsWith("/v1/auth/")) return signIn(path, text);
    if (!tokens.has(String(headers["x-vault-token"]))) return refuse(403, "permission denied", "invalid token");
    if (path === "/v1/sys/capabilities-self") {
      const capabilities = mode === "read-only" ? ["read", "list"] : ["create", "delete", "list", "read", "update"];
      return { status: 200, body: { capabilities, [JSON.parse(text).paths[0]]: capabilities } };
    }
    const secret = /^\/v1\/secret\/data\/(.+)$/.exec(path)?.[1];
    if (secret === undefined) return refuse(404, `no handler for route "${path.slice(4)}". route entry not found.`);
    return method === "GET" ? read(secret) : write(secret, text);
  }

  const server = await startFakeServer(answer, options);
  return {
    ...server,
    data: (path: string) => secrets.get(path)?.at(-1)?.data,
    version: (path: string) => secrets.get(path)?.length ?? 0,
    put: (path: string, data: Record<string, unknown>) => void versionsOf(path).push({ data, isDeleted: false }),
    deleteLatest(path: string): void {
      const last = secrets.get(path)?.at(-1);
      if (last) last.isDeleted = true;
    },
    setMode(next: typeof mode): void {
      mode = next;
    },
    /** Somebody else writes, between our reading and our writing. */
    raceWith(act: (() => void) | undefined): void {
      beforeWrite = act;
    },
    /** Everything issued so far is refused from now on. */
    revokeTokens: () => tokens.clear(),
    logins: () => logins,
  };
}
