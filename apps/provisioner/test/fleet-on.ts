import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyFleet, type FleetOutcome } from "../src/commands/apply-fleet.ts";
import { readConfig } from "../src/config.ts";
import { readFleet } from "../src/fleet/read.ts";
import { adminToken } from "./hostile-forgejo.ts";
import { type Ran, runHere } from "./mintmark.ts";

export type FleetOptions = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly bots: readonly string[];
  /** The target's name. Unset: one that nobody has. */
  readonly target?: string;
  /** The server's administrator's. Unset: the hostile Forgejo's. */
  readonly token?: string;
  /** Of one request. */
  readonly timeout?: string;
};

type Wanted = {
  readonly scopes?: string;
  readonly overlap?: string;
  /** What all tokens are limited to. */
  readonly repositories?: readonly string[];
};

/** A fleet on a server, applied in this process through the real client, journal and files. */
export async function aFleetOn({
  url,
  databaseUrl,
  bots,
  target = `t${randomBytes(6).toString("hex")}`,
  token = adminToken,
  timeout = "5s",
}: FleetOptions) {
  const folder = await mkdtemp(join(tmpdir(), "mintmark fleet-on "));
  await writeFile(join(folder, "worker.token"), token, { mode: 0o600 });
  const env = {
    MINTMARK_FOLDER: folder,
    DATABASE_URL: databaseUrl,
    MINTMARK_JOURNAL_KEY: randomBytes(32).toString("hex"),
  };
  const config = readConfig(env);
  const path = join(folder, "fleet.yaml");
  const held = async (name: string): Promise<string | undefined> =>
    readFile(join(folder, name), "utf8").catch(() => undefined);

  async function declare({ scopes = "read:repository", overlap, repositories }: Wanted): Promise<void> {
    const rotation = overlap === undefined ? "" : `, rotation: { overlap: { atMost: ${overlap} } }`;
    const limit = repositories ? `repositories: [${repositories.join(", ")}], ` : "";
    await writeFile(
      path,
      `apiVersion: mintmark.dev/v1
kind: Target
metadata: { name: ${target} }
spec: { url: "${url}", credential: { fromFile: worker.token, account: root }, limits: { timeout: ${timeout} } }
---
apiVersion: mintmark.dev/v1
kind: TokenClass
metadata: { name: class }
spec: { scopes: [${scopes}]${rotation} }
---
apiVersion: mintmark.dev/v1
kind: BotSet
metadata: { name: set }
spec:
  target: ${target}
  each: { bot: [${bots.join(", ")}] }
  account: { name: "{bot}", email: "{bot}@bots.example.org" }
  tokens: [{ name: main, class: class, ${limit}sinks: [{ file: { path: "{bot}" } }, { dotenv: { path: all.env, key: "{bot}" } }] }]
`,
    );
  }

  return {
    folder,
    target,
    held,
    declare,
    async apply(wanted: Wanted = {}): Promise<FleetOutcome> {
      await declare(wanted);
      return applyFleet(await readFleet([path], folder), config, {});
    },
    async doctor(): Promise<Ran> {
      await declare({});
      return runHere(["doctor", "-f", path], env);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
