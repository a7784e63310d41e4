/** Categories in Forgejo's order. Order is part of the wire format: normalised scopes are listed in it. */
export const categories = [
  "activitypub",
  "admin",
  "misc",
  "notification",
  "organization",
  "package",
  "issue",
  "repository",
  "user",
] as const;

export const levels = ["read", "write"] as const;

export type Category = (typeof categories)[number];
export type Level = (typeof levels)[number];
export type CategoryScope = `${Level}:${Category}`;
export type Scope = CategoryScope | "all" | "public-only";

/** A parsed scope list: the highest level per category, and whether it is limited to public resources. */
export type ScopeSet = { readonly levels: ReadonlyMap<Category, Level>; readonly publicOnly: boolean };

const categoryScopes: ReadonlyMap<string, { readonly level: Level; readonly category: Category }> = new Map(
  categories.flatMap((category) => levels.map((level) => [`${level}:${category}`, { level, category }] as const)),
);

/** Every word there is: `all`, `public-only`, then read and write of each category in order. */
export const scopeWords: readonly Scope[] = [
  "all",
  "public-only",
  ...categories.flatMap((category) => levels.map((level): Scope => `${level}:${category}`)),
];

const words: ReadonlySet<string> = new Set(scopeWords);

/** Exactly one word, in lower case; `sudo`, a list and a bare category are none. */
export const isScope = (word: string): word is Scope => words.has(word);

/** The message is Forgejo's, to the letter. */
export class InvalidScopeError extends Error {
  override readonly name = "InvalidScopeError";
  readonly word: string;

  constructor(word: string) {
    super(`invalid access token scope: ${word}`);
    this.word = word;
  }
}

/** @throws InvalidScopeError for what is no level with a category. */
export function splitScope(scope: string): { readonly level: Level; readonly category: Category } {
  const parts = categoryScopes.get(scope);
  if (!parts) throw new InvalidScopeError(scope);
  return parts;
}
