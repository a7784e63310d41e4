import { categories, levels, type Scope } from "@mintmark/scopes";

/** Every scope a class may name: what an editor offers and a slip is compared with. */
export const scopeWords: readonly Scope[] = [
  "all",
  "public-only",
  ...categories.flatMap((category) => levels.map((level): Scope => `${level}:${category}`)),
];
