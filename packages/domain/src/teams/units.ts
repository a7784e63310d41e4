import type { TeamPermission } from "./table.ts";

/** The parts of a repository that a team's permission is counted by, in the order of Forgejo's answers. */
export const units = [
  "repo.actions",
  "repo.code",
  "repo.ext_issues",
  "repo.ext_wiki",
  "repo.issues",
  "repo.packages",
  "repo.projects",
  "repo.pulls",
  "repo.releases",
  "repo.wiki",
] as const;

type Unit = (typeof units)[number];
export type UnitsMap = Partial<Record<Unit, TeamPermission>>;

const grantable = ["none", "read", "write", "admin"] as const;

/** Any word that is not to be had, "owner" included, becomes none. */
export const toPermission = (word: string | undefined): TeamPermission =>
  grantable.find((known) => known === word) ?? "none";

/** The same for each of the named units; words that are no unit are dropped. */
export const toUnits = (named: readonly string[], permission: TeamPermission): UnitsMap =>
  Object.fromEntries(units.filter((unit) => named.includes(unit)).map((unit) => [unit, permission]));

export const fromWireUnits = (map: Readonly<Record<string, string>>): UnitsMap =>
  Object.fromEntries(
    units.flatMap((unit) => {
      const word = Object.hasOwn(map, unit) ? map[unit] : undefined;
      return word === undefined ? [] : [[unit, toPermission(word)]];
    }),
  );

/** The least that is granted of any unit; a unit that is not granted does not count. */
export const leastOf = (map: UnitsMap): TeamPermission =>
  grantable.find((level) => level !== "none" && Object.values(map).includes(level)) ?? "none";
