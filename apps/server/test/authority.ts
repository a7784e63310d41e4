import { once } from "node:events";
import { request } from "node:http";
import { createPasswordHasher, leastPasswordCost, migrateAuthority } from "@mintmark/domain";
import { testDatabase } from "@mintmark/postgres/testing";
import { readConfig } from "../src/config.ts";
import { startAuthority } from "../src/start-authority.ts";

export const adminPassword = "correct-horse-battery";

/** An authority on a database of the test file's own, on a free port; everything that it logs is kept. */
export async function startTestAuthority(env: Readonly<Record<string, string>> = {}) {
  const database = await testDatabase({ name: "authority", migrate: migrateAuthority });
  const log: string[] = [];
  const authority = await startAuthority(
    readConfig({
      DATABASE_URL: database.url,
      MINTMARK_SECRET_KEY: "0".repeat(64),
      MINTMARK_HTTP_PORT: "0",
      MINTMARK_ADMIN_PASSWORD: adminPassword,
      ...env,
    }),
    { write: (line) => log.push(line), passwords: createPasswordHasher({ cost: leastPasswordCost }) },
  );
  return {
    rootUrl: authority.rootUrl,
    database,
    log,
    send: (call: Call) => send(authority.rootUrl, call),
    stopServer: authority.stop,
    stop: async () => {
      await authority.stop();
      await database.close();
    },
  };
}

export type Call = {
  readonly method?: string;
  /** Below the root, sent as it stands. */
  readonly path: string;
  readonly authorization?: string | undefined;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: unknown;
  /** Sent as it stands, instead of `json`; its content type is the caller's. */
  readonly body?: string | Buffer;
};

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

export const asAdmin = basic("root", adminPassword);

/** node:http and not fetch: no header is added and the path goes out as written. */
export async function send(rootUrl: string, { method = "GET", path, authorization, headers = {}, json, ...raw }: Call) {
  const body = raw.body ?? (json === undefined ? undefined : JSON.stringify(json));
  const { hostname, port } = new URL(rootUrl);
  const sent = request({
    hostname,
    port,
    path,
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(json !== undefined && { "content-type": "application/json" }),
      ...(body !== undefined && { "content-length": Buffer.byteLength(body) }),
      ...headers,
    },
  });
  sent.end(body);
  const [response] = await once(sent, "response");
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  const isJson = /json/.test(response.headers["content-type"] ?? "");
  return { status: response.statusCode, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}
