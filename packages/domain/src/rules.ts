import { z } from "zod";

/**
 * The field rules of Forgejo's request bodies, each with the word that Forgejo answers with: the 422 reads
 * `[Name]: Required`. A schema lists its fields in Forgejo's order, since the first failing one is reported.
 */
export const text = (options: { readonly max?: number } = {}) => {
  const storable = z
    .string()
    .refine(isStorable, "contains a character that cannot be stored (NUL or half a surrogate pair)");
  if (options.max === undefined) return storable;
  const { max } = options;
  return storable.refine((value) => [...value].length <= max, "MaxSize").meta({ maxLength: max });
};

export const requiredText = (options: { readonly max?: number } = {}) =>
  z
    .string()
    .refine((value) => value !== "", "Required")
    .pipe(text(options));

/** One of the words; the empty string counts as not given, as in Forgejo's `In(,a,b)`. */
export const oneOf = (words: readonly string[]) =>
  z
    .string()
    .refine((value) => value === "" || words.includes(value), "In")
    .meta({ enum: [...words] });

/** A whole number that JavaScript and PostgreSQL's bigint agree on. */
export const integer = () => z.int();

// PostgreSQL stores neither NUL nor unpaired surrogates; Forgejo answers 500 to the former.
const isStorable = (value: string): boolean => value.isWellFormed() && !value.includes("\u0000");
