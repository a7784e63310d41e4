import type { DeclaredBot, Limits } from "../fleet/fleet.ts";
import type { Capabilities } from "../targets/target.ts";

/** Bots for which programs and other servers do nothing: more of them at a time cost nobody anything. */
export const needsFilesAlone = (bot: Pick<DeclaredBot, "tokens"> | undefined): boolean =>
  bot?.tokens.flatMap(({ sinks }) => sinks).every(({ kind }) => kind === "file" || kind === "dotenv") ?? false;

/**
 * How many of those are worked on at a time: where they share requests as many as one request takes, unless the manifest
 * says otherwise. What each of them still asks alone must get its turn well within a lease.
 */
export function concurrencyTogether(
  { concurrency, concurrencyShared, requestsPerSecond = Number.POSITIVE_INFINITY }: Limits,
  { takesMany = false }: Pick<Capabilities, "takesMany">,
): number {
  return takesMany ? Math.max(concurrency, Math.min(concurrencyShared, requestsPerSecond)) : concurrency;
}
