import { z } from "zod";
import { DomainError } from "./errors.ts";

// The field rules of Forgejo's request bodies, each with the word that Forgejo answers with: the 422 reads
// `[Name]: Required`. A schema lists its fields in Forgejo's order, since the first failing one is reported; within a field
// the first failing rule is. A field whose Go name does not follow from its JSON name says so: `.meta({ "x-go-name": "NewName" })`.

type Size = {
  /** In Unicode code points. */
  readonly max?: number;
};

export const text = (size: Size = {}) => bounded(storable(), size);

export const requiredText = (size: Size = {}) => bounded(required(), size);

/** One of the words; the empty string counts as not given, as in Forgejo's `In(,a,b)`. */
export const oneOf = (words: readonly string[]) =>
  z
    .string()
    .refine((value) => value === "" || words.includes(value), "In")
    .meta({ enum: ["", ...words] });

/** A list with a bound, where Forgejo has none. The binding looks at `maxItems` before it reads any entry. */
export const listOf = <Entry extends z.ZodType>(entry: Entry, max: number) =>
  z
    .array(entry)
    .refine((list) => list.length <= max, "MaxSize")
    .meta({ maxItems: max });

/** A whole number that JavaScript and PostgreSQL's bigint agree on. */
export const integer = () => z.int();

/** One that a column of 32 bits holds; Forgejo answers 500 to others. */
export const smallInteger = () => z.int().refine((value) => Math.trunc(value / 2 ** 31) === 0, "Range");

/** RFC 3339 with a zone, kept as text. */
export const time = () => z.iso.datetime({ offset: true });

/** A name for a new account. */
export const username = (size: Size = {}) =>
  bounded(
    required().refine((value) => isUsername(value), { error: "invalid username", abort: true }),
    size,
    { pattern: usernamePattern.source },
  );

export const alphaDashDot = (size: Size = {}) =>
  bounded(
    required().refine((value) => alphaDashDotPattern.test(value), { error: "AlphaDashDot", abort: true }),
    size,
    {
      pattern: alphaDashDotPattern.source,
    },
  );

/** The same for an edit, where the empty string means that nothing was said. */
export const optionalAlphaDashDot = (size: Size = {}) =>
  bounded(
    storable().refine((value) => value === "" || alphaDashDotPattern.test(value), {
      error: "AlphaDashDot",
      abort: true,
    }),
    size,
  );

/** An address that an administrator gives; domain lists only warn there. */
export const emailForAdmin = (size: Size = {}) =>
  bounded(
    required().refine(isEmailAddress, { error: ({ input }) => `e-mail invalid [email: ${input}]`, abort: true }),
    size,
    { format: "email" },
  );

/** Empty, or an absolute URL. Which schemes are welcome is the operator's setting: the verb calls `refuseSiteScheme`. */
export const siteUrl = (size: Size = {}) => bounded(storable().refine(isSiteUrl, { error: "Url", abort: true }), size);

/** @throws DomainError `unprocessable` in the words of the rule `siteUrl`, for the operator's list of schemes. */
export function refuseSiteScheme(website: string | undefined, schemes: readonly string[]): void {
  if (!website || schemes.includes(new URL(website).protocol.slice(0, -1))) return;
  throw new DomainError("unprocessable", "[Website]: Url");
}

/** Letters and digits, with single `-`, `.` or `_` between them. */
export const isUsername = (name: string): boolean => usernamePattern.test(name);

/** A bare address of RFC 5322: a dotted local part and a host, no display name, comment, quotes or address literal. */
export function isEmailAddress(value: string): boolean {
  const at = value.lastIndexOf("@");
  return localPartPattern.test(value.slice(0, Math.max(at, 0))) && hostPattern.test(value.slice(at + 1));
}

const usernamePattern = /^[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*$/;
const alphaDashDotPattern = /^[\w.-]+$/;
// A leading dash is refused: a mail program may take such an address for an option.
const localPartPattern = /^(?!-)[\w!#$%&'*+\-/=?^`{|}~]+(?:\.[\w!#$%&'*+\-/=?^`{|}~]+)*$/;
const hostPattern = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/;

// WHATWG's parser drops control characters and outer blanks, which would then be stored.
const isSiteUrl = (value: string): boolean =>
  value === "" || (URL.canParse(value) && value === value.trim() && !/\p{Cc}/u.test(value));

const storable = () =>
  z.string().refine(isStorable, {
    error: "contains a character that cannot be stored (NUL or half a surrogate pair)",
    abort: true,
  });

const required = () => storable().refine((value) => value !== "", { error: "Required", abort: true });

const bounded = (schema: z.ZodString, { max }: Size, facts: Record<string, unknown> = {}) =>
  max === undefined
    ? schema.meta(facts)
    : schema.refine((value) => [...value].length <= max, "MaxSize").meta({ ...facts, maxLength: max });

// PostgreSQL stores neither NUL nor unpaired surrogates; Forgejo answers 500 to the former.
export const isStorable = (value: string): boolean => value.isWellFormed() && !value.includes("\u0000");
