import { randomBytes } from "node:crypto";
import { type Client, createClient } from "@mintmark/client";
import type { ActionsOwner } from "../fleet/fleet.ts";
import { type Batched, inBatches } from "./batches.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { findAccounts } from "./find-accounts.ts";
import { pacedFetch, type Reserve } from "./pace.ts";
import { pooledFetch } from "./pooled-fetch.ts";
import { probeServer } from "./probe-server.ts";
import { stateReader } from "./read-state.ts";
import type { AccountChanges, CreatedToken, NewAccount, NewToken, Target } from "./target.ts";
import { TargetError } from "./target-error.ts";
import { toToken } from "./to-token.ts";
import { toCreatedToken, toTokenOption } from "./token-option.ts";
import { ifFound, translated } from "./translate-error.ts";

export type ForgejoOptions = {
  readonly url: string;
  readonly token: string;
  /** Undefined: not limited. */
  readonly requestsPerSecond?: number | undefined;
  /** For one request. Undefined: as long as the client waits. */
  readonly timeoutMs?: number | undefined;
  /** Keeps the pace together with other processes. */
  readonly reserve?: Reserve | undefined;
};

/** A Forgejo (16 or later) or a Mintmark authority: both answer on the same routes. */
export function forgejoTarget({ url, token, requestsPerSecond, timeoutMs, reserve }: ForgejoOptions): Target {
  const fetch =
    requestsPerSecond === undefined ? pooledFetch : pacedFetch(requestsPerSecond, { fetch: pooledFetch, reserve });
  const patience = timeoutMs === undefined ? {} : { timeoutMs };
  const client = createClient({ baseUrl: url, credential: { token }, fetch, ...patience });
  const openWith = (one: string): Client =>
    createClient({ baseUrl: url, credential: { token: one }, fetch, ...patience });
  const oneByOne = singly(client, openWith);
  const together = inBatches(client);
  const readMany = stateReader(client);
  let features: ReadonlySet<string> = new Set();
  let batched: Omit<Batched, "readOne"> = oneByOne;
  return {
    ...oneByOne,
    async probeServer() {
      const probed = await probeServer(client);
      ({ features } = probed);
      batched = probed.capabilities.takesMany ? together : oneByOne;
      return probed.capabilities;
    },
    async readState(names) {
      if (!features.has("bulk-state")) return undefined;
      const [only] = names;
      if (only === undefined || names.length > 1) return readMany(names);
      const state = await together.readOne(only);
      return new Map(state && [[only.toLowerCase(), state]]);
    },
    createAccount: (account) => explainRefusal(client, account, () => batched.createAccount(account)),
    createToken: (account, option) => batched.createToken(account, option),
    deleteToken: (account, id) => batched.deleteToken(account, id),
    listTokens: (account) => batched.listTokens(account),
  };
}

/** Each call as a request of its own, on the routes that a Forgejo has too. */
function singly(client: Client, openWith: (token: string) => Client): Omit<Target, "probeServer" | "readState"> {
  return {
    listAccounts: (names) => findAccounts(client, names),
    createAccount: (account) => createAccount(client, account),
    updateAccount: (name, changes) => updateAccount(client, name, changes),
    async deleteAccount(username) {
      await ifFound(() => client.DELETE("/api/v1/admin/users/{username}", { params: { path: { username } } }));
    },
    async listTokens(username) {
      const params = { path: { username } };
      const answer = await ifFound(() => client.GET("/api/v1/admin/users/{username}/tokens", { params }));
      return answer?.data.map(toToken);
    },
    createToken: (account, option) => createToken(client, account, option),
    async deleteToken(username, id) {
      const params = { path: { username, token: String(id) } };
      await ifFound(() => client.DELETE("/api/v1/admin/users/{username}/tokens/{token}", { params }));
    },
    probeToken: (plaintext) => probeToken(openWith(plaintext)),
    putActionsSecret: (of, name, plaintext) => putActionsSecret(client, of, name, plaintext),
    reachesRepository: (account, repository) => showsRepository(client, repository, { Sudo: account }),
    tokenReachesRepository: (plaintext, repository) => showsRepository(openWith(plaintext), repository),
  };
}

async function createAccount(client: Client, { name, email, fullName }: NewAccount): Promise<void> {
  await translated(() =>
    client.POST("/api/v1/admin/users", {
      body: {
        username: name,
        email,
        ...(fullName !== undefined && { full_name: fullName }),
        // Mintmark makes an account that cannot sign in. Forgejo ignores the word and wants a password; nobody keeps it.
        kind: "bot",
        password: `aA1!${randomBytes(32).toString("hex")}`,
        // Else every token of the account answers 403.
        must_change_password: false,
        send_notify: false,
      },
    }),
  );
}

async function updateAccount(client: Client, username: string, changes: AccountChanges): Promise<void> {
  const { email, fullName, isLocked } = changes;
  const body = {
    ...(email !== undefined && { email }),
    ...(fullName !== undefined && { full_name: fullName }),
    ...(isLocked !== undefined && { prohibit_login: isLocked }),
  };
  await translated(() => client.PATCH("/api/v1/admin/users/{username}", { params: { path: { username } }, body }));
}

async function createToken(client: Client, username: string, option: NewToken): Promise<CreatedToken> {
  const params = { path: { username } };
  const body = toTokenOption(option);
  const { data } = await translated(() => client.POST("/api/v1/admin/users/{username}/tokens", { params, body }));
  return toCreatedToken(data);
}

async function putActionsSecret(client: Client, of: ActionsOwner, secretname: string, data: string) {
  // Sent again by who still has the bot, and by nobody else.
  const once = { body: { data }, retries: 0 };
  const { status } = await translated(async () => {
    if ("organization" in of) {
      const params = { path: { org: of.organization, secretname } };
      return client.PUT("/api/v1/orgs/{org}/actions/secrets/{secretname}", { params, ...once });
    }
    const [owner = "", repo = ""] = of.repository.split("/");
    const params = { path: { owner, repo, secretname } };
    return client.PUT("/api/v1/repos/{owner}/{repo}/actions/secrets/{secretname}", { params, ...once });
  });
  return status === 201 ? "created" : "overwritten";
}

async function showsRepository(client: Client, repository: string, headers: Record<string, string> = {}) {
  const [owner = "", repo = ""] = repository.split("/");
  const params = { path: { owner, repo } };
  return (await ifFound(() => client.GET("/api/v1/repos/{owner}/{repo}", { params, headers }))) !== undefined;
}

/** `/version` answers any living token, whatever its scopes; `/user` would refuse a restricted one. */
async function probeToken(client: Client) {
  try {
    await translated(() => client.GET("/api/v1/version"));
    return "live";
  } catch (error) {
    if (error instanceof TargetError && error.status === 401) return "dead";
    if (error instanceof TargetError && error.status === 403) return "locked";
    throw error;
  }
}
