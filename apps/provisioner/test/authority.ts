import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const serverProgram = fileURLToPath(new URL("../../server/src/main.ts", import.meta.url));

export type Authority = {
  readonly url: string;
  /** An administrator's token, as a Target's credential needs it. */
  readonly workerToken: string;
  /** Asks as the administrator, with name and password or, where those are off, with a token of all scopes. */
  readonly ask: (method: string, path: string, body?: object) => Promise<Response>;
  readonly stop: () => Promise<void>;
};

export type AuthorityOptions = {
  /** False: MINTMARK_ENABLE_BASIC_AUTHENTICATION is off. */
  readonly hasPasswords?: boolean;
};

/** The real authority in a process of its own, with a repository root/example. */
export async function startTestAuthority(
  databaseUrl: string,
  folder: string,
  { hasPasswords = true }: AuthorityOptions = {},
): Promise<Authority> {
  const password = randomBytes(12).toString("hex");
  const env = {
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    DATABASE_URL: databaseUrl,
    MINTMARK_FOLDER: folder,
    MINTMARK_SECRET_KEY: randomBytes(32).toString("hex"),
    MINTMARK_HTTP_PORT: "0",
    MINTMARK_ADMIN_NAME: "root",
    MINTMARK_ADMIN_PASSWORD: password,
    MINTMARK_ENABLE_BASIC_AUTHENTICATION: String(hasPasswords),
    MINTMARK_LOG_LEVEL: "error",
    MINTMARK_ACTIONS_ENABLED: "true",
  };
  const child = spawn(process.execPath, [serverProgram, "serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const url = await listenedOn(child);
  const authorization = hasPasswords
    ? `Basic ${Buffer.from(`root:${password}`).toString("base64")}`
    : `token ${await operatorsToken(env)}`;
  const ask = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(new URL(path, url), {
      method,
      headers: { authorization, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
  const scopes = ["write:admin", "read:user", "read:repository"];
  const made = await ask("POST", "/api/v1/admin/users/root/tokens", { name: "worker", scopes });
  const { sha1 } = asTokenBody(await made.json());
  await ask("POST", "/api/v1/user/repos", { name: "example" });
  return {
    url,
    workerToken: sha1,
    ask,
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

/** As an operator gets the first token on a machine where nobody has a password. */
async function operatorsToken(env: NodeJS.ProcessEnv): Promise<string> {
  const args = ["admin", "user", "generate-access-token", "--username", "root", "--token-name", "operator", "--raw"];
  const { stdout } = await promisify(execFile)(process.execPath, [serverProgram, ...args], { env });
  return stdout.trim();
}

async function listenedOn(child: ChildProcess): Promise<string> {
  if (!child.stdout || !child.stderr) throw new Error("the authority has no pipes");
  let talk = "";
  child.stderr.on("data", (chunk) => {
    talk += chunk;
  });
  for await (const line of createInterface(child.stdout)) {
    const url = /listens on (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error(`the authority did not start: ${talk}`);
}

const asTokenBody = (body: unknown): { sha1: string } => body as { sha1: string };
