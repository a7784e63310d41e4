import type { Client } from "@mintmark/client";
import type { Capabilities } from "./target.ts";
import { TargetError } from "./target-error.ts";
import { ifFound, translated } from "./translate-error.ts";

/** The first Forgejo on whose admin routes tokens can be made. */
const forgejoMajorMin = 16;

export type Probed = { readonly capabilities: Capabilities; readonly features: ReadonlySet<string> };

/**
 * Asks a server what it is, and what it offers beyond Forgejo.
 * @throws TargetError `incapable` for a Forgejo that has no admin token routes.
 */
export async function probeServer(client: Client): Promise<Probed> {
  // Every Forgejo answers 404 here: the path is outside its API.
  const ours = await ifFound(() => client.GET("/api/mintmark/v1/capabilities"));
  if (ours) {
    const features = new Set(ours.data.features);
    const takesMany = ["batches", "bulk-state", "idempotency-keys"].every((one) => features.has(one));
    return { capabilities: { product: "mintmark", takesMany }, features };
  }
  const { version } = (await translated(() => client.GET("/api/v1/version"))).data;
  const major = Number(/^(\d+)\./.exec(version)?.[1] ?? Number.NaN);
  if (!(major >= forgejoMajorMin)) {
    throw new TargetError("incapable", `Forgejo ${version} has no admin token routes; ${forgejoMajorMin} or later has`);
  }
  return { capabilities: { product: "forgejo", version }, features: new Set() };
}
