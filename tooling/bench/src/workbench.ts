import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exchange, type Request } from "./load.ts";
import { CONNECTIONS } from "./measure.ts";
import { type Program, startProgram, stopProgram } from "./program.ts";

export const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
export const authorityFile = fileOf("../../../apps/server/src/main.ts");

export type Workbench = {
  readonly authority: Program;
  /** Bare node:http. */
  readonly control: Program;
  readonly postmaster: number;
  /** Of this run, with its database; and the settings that both programs are started with. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** An administrator's, of all scopes, and a header with it. */
  readonly token: string;
  readonly asAdmin: { readonly authorization: string };
  /** Sends all of them, some at a time; their bodies. @throws Error for the first that is refused. */
  readonly send: <Body>(requests: readonly Request[]) => Promise<Body[]>;
  readonly close: () => Promise<void>;
};

/** A folder and settings for programs that only this run knows. */
export async function makeFolder(): Promise<{
  folder: string;
  env: Readonly<Record<string, string>>;
  remove: () => void;
}> {
  const folder = mkdtempSync(join(tmpdir(), "mintmark-bench-"));
  await chmod(folder, 0o711);
  const env = {
    PATH: "/usr/bin:/bin",
    MINTMARK_FOLDER: folder,
    MINTMARK_HTTP_PORT: "0",
    MINTMARK_ADMIN_PASSWORD: "only-for-this-run",
    MINTMARK_LOG_LEVEL: "error",
  };
  return { folder, env, remove: () => rmSync(folder, { recursive: true }) };
}

export async function openWorkbench(): Promise<Workbench> {
  const { folder, env, remove } = await makeFolder();
  const control = await startProgram(fileOf("./control.ts"), [], env);
  const authority = await startProgram(authorityFile, ["serve"], env);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  async function sendOne<Body>(one: Request): Promise<Body> {
    const { status, body } = await exchange(agent, authority.port, one);
    if (status >= 300) throw new Error(`${one.method} ${one.path} answered ${status}: ${body}`);
    return JSON.parse(body);
  }
  async function send<Body>(requests: readonly Request[]): Promise<Body[]> {
    const bodies: Body[] = [];
    const waiting = requests.entries();
    const work = async () => {
      for (const [index, one] of waiting) bodies[index] = await sendOne<Body>(one);
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, work));
    return bodies;
  }

  const basic = Buffer.from(`root:${env.MINTMARK_ADMIN_PASSWORD}`).toString("base64");
  const { sha1 } = await sendOne<{ sha1: string }>({
    method: "POST",
    path: "/api/v1/users/root/tokens",
    headers: { authorization: `Basic ${basic}` },
    json: { name: "bench", scopes: ["all"] },
  });
  return {
    authority,
    control,
    postmaster: Number(readFileSync(join(folder, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]),
    folder,
    env,
    token: sha1,
    asAdmin: { authorization: `token ${sha1}` },
    send,
    close: async () => {
      agent.destroy();
      await Promise.all([stopProgram(control), stopProgram(authority)]);
      remove();
    },
  };
}
