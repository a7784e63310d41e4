import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Context,
  createAccessToken,
  createPasswordHasher,
  findFirstAdministrator,
  leastPasswordCost,
} from "@mintmark/domain";
import { readConfig, startAuthority as start } from "@mintmark/server";
import { z } from "zod";
import type { Route } from "./routes.ts";
import type { Target } from "./target.ts";

export type Authority = {
  readonly target: Target;
  /** Ends the server and removes its database. */
  stop(): Promise<void>;
};

/** An authority of its own on a free port, with a new database in a folder that goes with it. */
export async function startAuthority(settings: Readonly<Record<string, string>>): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), "mintmark-conformance-"));
  const admin = { name: "root", password: randomBytes(18).toString("base64url") };
  const config = readConfig({
    MINTMARK_FOLDER: folder,
    MINTMARK_HTTP_PORT: "0",
    MINTMARK_LOG_LEVEL: "error",
    MINTMARK_ADMIN_NAME: admin.name,
    MINTMARK_ADMIN_PASSWORD: admin.password,
    ...settings,
  });
  const variables: Record<string, string> = {};
  const authority = await start(config, {
    passwords: createPasswordHasher({ cost: leastPasswordCost }),
    prepare: async (ctx) => {
      // Where passwords are switched off, a case has no other way to its first token.
      if (!ctx.settings.enableBasicAuthentication) variables.admin_token = await mintAdminToken(ctx);
    },
  });
  return {
    target: { baseUrl: authority.rootUrl, admin, variables, routes: await readRoutes(authority.rootUrl) },
    stop: async () => {
      await authority.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function mintAdminToken(ctx: Context): Promise<string> {
  const administrator = await findFirstAdministrator(ctx);
  if (!administrator) throw new Error("the authority has started without an administrator");
  const { plaintext } = await createAccessToken(ctx, administrator, { name: "conformance", scopes: ["all"] });
  return plaintext;
}

const openApiDocument = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

// Pages are served too, and stand in no OpenAPI document.
const pages: readonly Route[] = [
  { method: "GET", path: "/swagger.v1.json" },
  { method: "GET", path: "/api/swagger" },
  { method: "GET", path: "/api/v1/swagger" },
];

async function readRoutes(rootUrl: string): Promise<Route[]> {
  const response = await fetch(`${rootUrl}/openapi.json`);
  const { paths } = openApiDocument.parse(await response.json());
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
  return [...operations, ...pages];
}
