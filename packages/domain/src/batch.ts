import { z } from "zod";
import { DomainError, statusOf } from "./errors.ts";

// Many things in one request and one transaction, each with a result of its own.

export const BATCH_MAX = 100;

/** 100 tokens, each restricted to some twenty repositories. */
export const BATCH_BODY_BYTES = 1_048_576;

/** What every result of a batch has. */
export const entryResult = z.object({
  status: z.int().meta({ description: "What the entry would have been answered as a request of its own." }),
  message: z.string().optional().meta({ description: "Why it was refused, where it was." }),
});

export const toFailure = ({ code, message }: DomainError) => ({ status: statusOf[code], message });

/**
 * An entry by the rules that hold for it alone. The body's own schema knows only types, so that one bad entry does not
 * refuse the others.
 * @throws DomainError `unprocessable` for the first rule that it breaks, with the property's name.
 */
export function checkEntry<Schema extends z.ZodType>(schema: Schema, entry: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(entry);
  if (!error) return data;
  const { path = [], code, message = "" } = error.issues[0] ?? {};
  throw new DomainError("unprocessable", `[${path.join(".")}]: ${code === "invalid_type" ? "Required" : message}`);
}

/** The result of `check`, or the refusal that it threw. */
export function refusalOr<Value>(check: () => Value): Value | DomainError {
  try {
    return check();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** The values among the results. */
export const accepted = <Value>(results: readonly (Value | DomainError)[]): Value[] =>
  results.filter((result): result is Value => !(result instanceof DomainError));
