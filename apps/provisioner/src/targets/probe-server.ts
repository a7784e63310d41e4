import type { Client } from "@mintmark/client";
import type { Capabilities } from "./target.ts";
import { TargetError } from "./target-error.ts";
import { ifFound, translated } from "./translate-error.ts";

/** The first Forgejo on whose admin routes tokens can be made. */
const forgejoMajorMin = 16;

/**
 * Asks a server what it is.
 * @throws TargetError `incapable` for a Forgejo that has no admin token routes.
 */
export async function probeServer(client: Client): Promise<Capabilities> {
  // Every Forgejo answers 404 here: the path is outside its API.
  const ours = await ifFound(() => client.GET("/api/mintmark/v1/capabilities"));
  const { version } = (await translated(() => client.GET("/api/v1/version"))).data;
  if (ours) return { product: "mintmark", version };
  const major = Number(/^(\d+)\./.exec(version)?.[1] ?? Number.NaN);
  if (!(major >= forgejoMajorMin)) {
    throw new TargetError("incapable", `Forgejo ${version} has no admin token routes; ${forgejoMajorMin} or later has`);
  }
  return { product: "forgejo", version };
}
