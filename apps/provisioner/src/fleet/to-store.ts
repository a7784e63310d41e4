import { resolve } from "node:path";
import { parseDuration } from "./duration.ts";
import type { DeclaredStore, SecretSource, VaultAuth } from "./fleet.ts";
import type { Located } from "./parse.ts";
import type { StoreDocument } from "./schemas.ts";

type VaultSpec = NonNullable<StoreDocument["spec"]["vault"]>;

/** A store as it is declared. Relative paths start at `folder`. */
export function toStore({ value: { metadata, spec }, at }: Located<StoreDocument>, folder: string): DeclaredStore {
  const base = { name: metadata.name, timeoutMs: parseDuration(spec.timeout), at: at(["metadata", "name"]) };
  const inFolder = (source: SecretSource): SecretSource =>
    "fromFile" in source ? { fromFile: resolve(folder, source.fromFile) } : source;
  if (spec.vault) {
    const { url, mount, namespace, caFile, auth } = spec.vault;
    return {
      ...base,
      kind: "vault",
      url,
      mount,
      ...(namespace !== undefined && { namespace }),
      ...(caFile !== undefined && { caFile: resolve(folder, caFile) }),
      auth: toAuth(auth, inFolder),
    };
  }
  const { kubeconfig, context } = spec.kubernetes ?? {};
  return {
    ...base,
    kind: "kubernetes",
    ...(kubeconfig && { kubeconfig: inFolder(kubeconfig) }),
    ...(context !== undefined && { context }),
  };
}

function toAuth(
  { token, appRole, kubernetes }: VaultSpec["auth"],
  inFolder: (source: SecretSource) => SecretSource,
): VaultAuth {
  if (token) return { method: "token", token: inFolder(token) };
  if (appRole) {
    const { mount, roleId, secretId } = appRole;
    return { method: "appRole", mount, roleId: inFolder(roleId), secretId: inFolder(secretId) };
  }
  if (kubernetes) {
    return { method: "kubernetes", mount: kubernetes.mount, role: kubernetes.role, jwt: inFolder(kubernetes.jwt) };
  }
  throw new Error("a store without a way to sign in passed the schema");
}
