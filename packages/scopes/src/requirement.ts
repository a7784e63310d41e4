import type { Category, CategoryScope, Level, Scope, ScopeSet } from "./scope.ts";

/** `write` includes `read`; `public-only` allows nothing. */
export function allows(set: ScopeSet, level: Level, category: Category): boolean {
  const held = set.levels.get(category);
  return held === "write" || held === level;
}

/** Every one of the categories is needed, although Forgejo's message says "at least one". */
export const allowsAll = (set: ScopeSet, level: Level, required: readonly Category[]): boolean =>
  required.every((category) => allows(set, level, category));

const writing: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** What a request of this HTTP method needs; a method that is not known to change anything reads. */
export const levelOfMethod = (method: string): Level => (writing.has(method) ? "write" : "read");

/** The words for a level of some categories, in the order given: it is the order of the message. */
export const requiredScopes = (level: Level, required: readonly Category[]): CategoryScope[] =>
  required.map((category): CategoryScope => `${level}:${category}`);

/** Forgejo's 403. It names the whole requirement, not only what is missing. */
export const missingScopeMessage = (required: readonly Scope[]): string =>
  `token does not have at least one of required scope(s): [${required.join(" ")}]`;
