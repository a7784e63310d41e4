import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type Context,
  createAccessToken,
  createRepository,
  createTokenAuthenticator,
  deleteAccessToken,
  findFirstAdministrator,
  findRepository,
  listAccessTokens,
  type User,
} from "@mintmark/domain";

const NAME = "mintmark-worker";
const SCOPES = ["write:admin", "read:user", "write:repository"];

/**
 * What the main job needs beside a running authority: a token for the provisioner in `worker.token`, and a public repository
 * for the example to name. What is there and works is kept.
 */
export async function prepareMainJob(ctx: Context, folder: string): Promise<void> {
  const administrator = await findFirstAdministrator(ctx);
  if (!administrator) throw new Error("there is no administrator to give the provisioner a token");
  await provideWorkerToken(ctx, administrator, join(folder, "worker.token"));
  if (!(await findRepository(ctx, administrator.name, "example"))) {
    await createRepository(ctx, administrator, { name: "example", description: "Named by examples/fleet.yaml" });
  }
}

async function provideWorkerToken(ctx: Context, owner: User, file: string): Promise<void> {
  const held = (await readFile(file, "utf8").catch(() => "")).trim();
  if (await createTokenAuthenticator(ctx.db)(held, ctx.now())) return;
  const { tokens } = await listAccessTokens(ctx, owner, undefined);
  for (const { token } of tokens) if (token.name === NAME) await deleteAccessToken(ctx, owner, token);
  const { plaintext } = await createAccessToken(ctx, owner, { name: NAME, scopes: SCOPES });
  // With a DATABASE_URL nothing has needed the folder yet.
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  await writeFile(partial, `${plaintext}\n`, { mode: 0o600, flag: "wx", flush: true });
  await rename(partial, file);
}
