import type { DeclaredToken } from "../fleet/fleet.ts";
import type { GenerationRecord } from "../journal/journal.ts";
import { sinkKey } from "../sinks/sink.ts";
import type { ObservedToken } from "../targets/target.ts";
import type { Reason } from "./action.ts";
import { ageDueAt, dueBeforeEnd, endOf } from "./age.ts";
import { remoteOf, type TokenView } from "./token-view.ts";

/** Reasons that can wait until an open overlap has closed; with any other, a consumer is without a token. */
export const patientReasons: ReadonlySet<Reason> = new Set(["scopes", "repositories", "age", "expires-soon", "asked"]);

/** Why the current generation cannot stay the current one; undefined when all is well. */
export function reasonToIssue(view: TokenView, current: GenerationRecord | undefined): Reason | undefined {
  const { declared, readings, now } = view;
  if (!current) return view.records.length === 0 && view.remote.length > 0 ? "sink-lost" : "not-issued";
  const remote = remoteOf(view, current);
  if (!remote) return "token-missing";
  if (remote.lastEight !== current.lastEight) return "regenerated";
  const expiresAt = expiryOf(view, current, remote);
  if (expiresAt && expiresAt <= now) return "expired";
  const lost = readings.some(
    (one) => one.state === "absent" || (one.state === "holds" && one.digest !== current.digest),
  );
  if (lost) return "sink-lost";
  if (isUnproven(view, current)) return "unproven";
  if (!sameScopes(declared, current) || !sameScopes(declared, remote)) return "scopes";
  if (!sameRepositories(declared, current) || !remoteRepositoriesFit(declared, remote)) return "repositories";
  const createdAt = current.createdAt ?? remote.createdAt;
  const ageDue = ageDueAt(view.key, declared, createdAt, now);
  if (ageDue && ageDue <= now) return "age";
  const { overlap } = declared;
  // No window is worth a token that dies meanwhile.
  return expiresAt && dueBeforeEnd(createdAt, expiresAt, overlap?.atMostMs) <= now ? "expires-soon" : undefined;
}

/** Of a sink that nobody can read, the receipt of this generation is all the proof there can be. */
const isUnproven = ({ declared, readings }: TokenView, { receipts = {} }: GenerationRecord): boolean =>
  readings.some((one, index) => {
    const sink = declared.sinks[index];
    return one.state === "write-only" && sink !== undefined && receipts[sinkKey(sink)] === undefined;
  });

/** What of the record's token is not as declared now; undefined when it fits. */
export function misfitOf(declared: DeclaredToken, record: GenerationRecord): "scopes" | "repositories" | undefined {
  if (!sameScopes(declared, record)) return "scopes";
  return sameRepositories(declared, record) ? undefined : "repositories";
}

/** When a generation is to be dead; a target that knows no expiry goes on taking it. Undefined: at no age. */
export function expiryOf({ declared }: TokenView, record: GenerationRecord, remote: ObservedToken): Date | undefined {
  return endOf(declared, record.createdAt ?? remote.createdAt, remote.expiresAt);
}

/** Both sides are normalised, the server's by the server. */
const sameScopes = (declared: DeclaredToken, other: { readonly scopes: readonly string[] }): boolean =>
  declared.scopes.join() === other.scopes.join();

const asSet = (repositories: readonly string[] | undefined): string =>
  repositories ? [...new Set(repositories.map((one) => one.toLowerCase()))].sort().join() : "";

const sameRepositories = (
  { repositories }: DeclaredToken,
  other: { readonly repositories?: readonly string[] },
): boolean => asSet(repositories) === asSet(other.repositories);

/**
 * Forgejo lists `null` both for an unrestricted token and for one whose repositories we may not see, so silence is no
 * difference; the journal knows what was asked for.
 */
function remoteRepositoriesFit(declared: DeclaredToken, remote: ObservedToken): boolean {
  if (remote.repositories) return sameRepositories(declared, remote);
  return remote.isRestricted === undefined || remote.isRestricted === (declared.repositories !== undefined);
}
