import { readFile } from "node:fs/promises";
import type { Agent } from "undici";
import { countdown } from "../countdown.ts";
import type { VaultStore } from "../fleet/fleet.ts";
import { SinkError } from "../sinks/sink-error.ts";
import { createBreaker } from "./breaker.ts";
import { askStore, isSafeAddress } from "./http.ts";
import { readSecret, type Surroundings } from "./read-secret.ts";

/** What newer ones say of a token that is none any more; older ones say no more than of what the policy lacks. */
export const deadToken = /invalid token|bad token/;

/** How long a session that was refused like the one before it is taken to be good. */
const deniedMs = 60_000;

export type VaultAnswer = { readonly status: number; readonly body: unknown };

/** Vault or OpenBao, signed in to when it is first asked. */
export type Vault = {
  readonly mount: string;
  /** `path` starts after `/v1/`. Statuses below 500 are the caller's to judge. @throws SinkError */
  readonly ask: (method: "GET" | "POST", path: string, body?: object) => Promise<VaultAnswer>;
  readonly close: () => Promise<void>;
};

export function openVault(store: VaultStore, surroundings: Surroundings): Vault {
  const { timeoutMs, namespace, auth } = store;
  const unlessBroken = createBreaker(`the store ${store.name}`);
  const connection = once(async () => ({ root: rootOf(store, surroundings), dispatcher: await trust(store) }));
  let session: Promise<string> | undefined;
  let untilAgain = countdown(0);

  async function send(method: string, path: string, token: string | undefined, body?: object): Promise<VaultAnswer> {
    const { root, dispatcher } = await connection();
    const answer = await unlessBroken(async () => {
      const { status, text } = await askStore({
        method,
        url: new URL(`v1/${path.split("/").map(encodeURIComponent).join("/")}`, root),
        timeoutMs,
        dispatcher,
        tlsSettings: { address: "spec.vault.url", authorities: "spec.vault.caFile" },
        headers: {
          "content-type": "application/json",
          // Agents and proxies of the store may insist on it, as a defence against forged requests.
          "x-vault-request": "true",
          ...(token !== undefined && { "x-vault-token": token }),
          ...(namespace !== undefined && { "x-vault-namespace": namespace }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (status >= 500 || status === 429 || status === 412 || status === 472) throw failing(store.name, status, text);
      return { status, text };
    });
    return { status: answer.status, body: parse(store.name, answer.text) };
  }

  async function signIn(): Promise<string> {
    if (auth.method === "token") return readSecret(auth.token, surroundings);
    const credentials =
      auth.method === "appRole"
        ? {
            role_id: await readSecret(auth.roleId, surroundings),
            secret_id: await readSecret(auth.secretId, surroundings),
          }
        : { role: auth.role, jwt: await readSecret(auth.jwt, surroundings) };
    const { status, body } = await send("POST", `auth/${auth.mount}/login`, undefined, credentials);
    const token = clientTokenOf(body);
    if (status !== 200 || token === undefined) {
      throw new SinkError(`the store ${store.name} refuses to sign us in by ${auth.method} (${status})`);
    }
    return token;
  }

  async function sessionNow() {
    session ??= signIn();
    const mine = session;
    const forget = (): void => {
      if (session === mine) session = undefined;
    };
    try {
      return { token: await mine, forget };
    } catch (error) {
      forget();
      throw error;
    }
  }

  async function ask(method: "GET" | "POST", path: string, body?: object): Promise<VaultAnswer> {
    // A token from a file may have been renewed there; one that we signed in for lives until it is refused.
    if (auth.method === "token") session = undefined;
    const { token, forget } = await sessionNow();
    const answer = await send(method, path, token, body);
    if (answer.status !== 403 || auth.method === "token") return answer;
    // Each signing in leaves a token in the store, and what the policy lacks no session has.
    if (untilAgain() > 0 && !deadToken.test(JSON.stringify(answer.body))) return answer;
    forget();
    const again = await send(method, path, (await sessionNow()).token, body);
    if (again.status === 403) untilAgain = countdown(deniedMs);
    return again;
  }

  return {
    mount: store.mount,
    ask,
    // What hangs there would be waited for.
    close: async () => (await connection().catch(() => undefined))?.dispatcher.destroy(),
  };
}

/** What failed may be right the next time. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

function rootOf({ name, url }: VaultStore, { lookUp }: Surroundings): string {
  const text = typeof url === "string" ? url : lookUp(url.fromEnvironment);
  if (!text) {
    const variable = typeof url === "string" ? "" : url.fromEnvironment;
    throw new SinkError(`the store ${name}: the environment variable ${variable} is not set`);
  }
  if (!URL.canParse(text) || !isSafeAddress(new URL(text))) {
    throw new SinkError(
      `the store ${name}: url must be an https address without a password; http is for this machine only`,
    );
  }
  return `${text.replace(/\/+$/, "")}/`;
}

/** SECURITY: said here, so that no variable of the environment turns verification off. */
async function trust({ name, caFile }: VaultStore): Promise<Agent> {
  const { Agent } = await import("undici");
  if (caFile === undefined) return new Agent({ connect: { rejectUnauthorized: true } });
  const ca = await readFile(caFile, "utf8").catch(() => {
    throw new SinkError(`the store ${name}: ${caFile} cannot be read`);
  });
  return new Agent({ connect: { rejectUnauthorized: true, ca } });
}

/** 412: a replica that lags behind; 429, 472 and 473: a standby; 503: sealed; 500 for one entry alone: its storage's limit. */
function failing(name: string, status: number, text: string): SinkError {
  if (/too large/i.test(text)) return new SinkError(`the store ${name}: the whole secret is too large (${status})`);
  const sealed = status === 503 && /sealed/i.test(text) ? ", it is sealed" : "";
  return new SinkError(`the store ${name} answers ${status}${sealed}`, { isTransient: true });
}

function parse(name: string, text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text, asWritten);
  } catch {
    throw new SinkError(`the store ${name} answers something that is no JSON: is that address Vault's?`);
  }
}

/** A number of somebody else's key goes back as it came, also where it is longer than a number of ours. */
function asWritten(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  return typeof value === "number" && source !== undefined && String(value) !== source ? JSON.rawJSON(source) : value;
}

declare global {
  interface JSON {
    /** Node has it, and TypeScript does not tell of it yet. */
    rawJSON(text: string): object;
  }
}

function clientTokenOf(body: unknown): string | undefined {
  const { auth } = asLogin(body);
  return typeof auth?.client_token === "string" ? auth.client_token : undefined;
}

/** Every field is looked at before it is used. */
const asLogin = (body: unknown): { auth?: { client_token?: unknown } | null } => Object(body);
