import { type Category, categories, type Level, type Scope, type ScopeSet, splitScope } from "./scope.ts";

/**
 * What the words mean together. Each may hold several, separated by commas; `sudo` and empty words count for nothing.
 * @throws InvalidScopeError for the first word that is no scope.
 */
export function parseScopes(words: string | readonly string[]): ScopeSet {
  const held = new Map<Category, Level>();
  let publicOnly = false;
  for (const word of [words].flat().join(",").split(",")) {
    if (word === "" || word === "sudo") continue;
    if (word === "public-only") publicOnly = true;
    else if (word === "all") for (const category of categories) held.set(category, "write");
    else {
      const { level, category } = splitScope(word);
      if (held.get(category) !== "write") held.set(category, level);
    }
  }
  return { levels: held, publicOnly };
}

/** The canonical words: `public-only` first, then a word per category in order; nine times write is `all`. */
export function formatScopes({ levels: held, publicOnly }: ScopeSet): Scope[] {
  const isAll = categories.every((category) => held.get(category) === "write");
  const words: Scope[] = isAll
    ? ["all"]
    : categories.flatMap((category) => {
        const level = held.get(category);
        return level ? [`${level}:${category}` as const] : [];
      });
  return publicOnly ? ["public-only", ...words] : words;
}

/** The canonical words for the same set. @throws InvalidScopeError */
export const normalizeScopes = (words: string | readonly string[]): Scope[] => formatScopes(parseScopes(words));

/** Not even `public-only`. Forgejo refuses to create such a token. */
export const isEmpty = (set: ScopeSet): boolean => set.levels.size === 0 && !set.publicOnly;
