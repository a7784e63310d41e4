import { z } from "zod";
import { DomainError } from "./errors.ts";

// Conditions of a search as a query or a body says them. What is said must be understood: one that counts as not given would
// find more than was meant.

/** Undefined and the empty string: nothing is said. */
export type Said = string | boolean | undefined;

/** @throws DomainError `unprocessable`, as the others, with the condition's name. */
export function toTime(name: string, said: Said): Date | undefined {
  if (said === undefined || said === "") return undefined;
  const parsed = z.iso.datetime({ offset: true }).safeParse(said);
  const time = new Date(parsed.data ?? Number.NaN);
  // PostgreSQL has no year 0, which RFC 3339 has.
  if (!(time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9_999)) throw refused(name, "is no time of RFC 3339");
  return time;
}

export function toFlag(name: string, said: Said): boolean | undefined {
  if (said === undefined || said === "") return undefined;
  if (typeof said === "boolean") return said;
  if (said !== "true" && said !== "false") throw refused(name, "is neither true nor false");
  return said === "true";
}

export function toWord<Word extends string>(
  name: string,
  said: Said,
  is: (text: string) => text is Word,
): Word | undefined {
  if (said === undefined || said === "") return undefined;
  if (typeof said !== "string" || !is(said)) throw refused(name, "is none of the words");
  return said;
}

/** A number from 0 on, as an id is. */
export function toCount(name: string, said: Said): number | undefined {
  if (said === undefined || said === "") return undefined;
  if (typeof said !== "string" || !/^\d{1,15}$/.test(said)) throw refused(name, "is no number");
  return Number(said);
}

const refused = (name: string, rule: string) => new DomainError("unprocessable", `[${name}]: ${rule}`);
