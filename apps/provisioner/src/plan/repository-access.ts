import type { DeclaredBot } from "../fleet/fleet.ts";
import type { RepositoryAccess } from "../journal/journal.ts";

/** All that a bot's tokens are limited to, each once. */
export function repositoriesOf({ tokens }: Pick<DeclaredBot, "tokens">): readonly string[] {
  const all = tokens.flatMap(({ repositories = [] }) => repositories);
  return [...new Map(all.map((one) => [one.toLowerCase(), one])).values()];
}

/** Those of `repositories` to which access is lost. */
export const lostOf = (
  repositories: readonly string[] | undefined,
  access: Pick<RepositoryAccess, "lost"> | undefined,
): readonly string[] => {
  const lost = new Set(access?.lost.map((one) => one.toLowerCase()));
  return (repositories ?? []).filter((one) => lost.has(one.toLowerCase()));
};

/** Nothing here lets a bot in again: a person must, where the repositories are. */
export const accessLost = (lost: readonly string[], checkedAt: Date): string =>
  `repository access lost: ${lost.join(", ")}; the token can do nothing there until the bot is let in (asked at ${checkedAt.toISOString()})`;
