import type { DeclaredTarget } from "../fleet/fleet.ts";
import { startOf } from "../journal/credentials.ts";
import type { OpenJournal } from "../journal/open.ts";
import type { OpenTarget } from "../targets/open.ts";
import { rotateCredential } from "./rotate-credential.ts";

/** Rotates the provisioner's own token on a target if its declaration asks for that now. Tells what was done. */
export async function keepCredential(
  { name, credential }: DeclaredTarget,
  { startingToken, openWith }: OpenTarget,
  { credentials, leases, now }: Pick<OpenJournal, "credentials" | "leases" | "now">,
): Promise<readonly string[]> {
  if (!credential.rotation) return [];
  const key = { target: name, start: startOf(startingToken) };
  return rotateCredential({ ...credential.rotation, key, startingToken, open: openWith, credentials, leases, now });
}
