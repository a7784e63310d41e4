import { DomainError } from "@mintmark/domain";
import type { z } from "zod";
import { DecodeError } from "./decode-error.ts";
import { type FormRequest, formValues, multipartValues } from "./form.ts";
import { decodeJson } from "./go-decode.ts";
import { decodeForm } from "./go-form.ts";
import { parseFirstValue } from "./go-json.ts";
import { type GoStruct, goStruct } from "./go-type.ts";
import { refuseBadEscapes, refuseOtherThanUtf8 } from "./unicode.ts";

export type BodyRequest = FormRequest & { readonly query: URLSearchParams };

/**
 * The request's body as input for the procedure, read as Forgejo reads it (rest.md 2.5): JSON or a form, by content type.
 * It keeps the schema's rules, but is not yet what the schema's transforms make of it.
 *
 * @throws DomainError `unprocessable`, `[Name]: Required`, for the first failing field; a body that cannot be read comes before
 * all rules and names no field.
 */
export async function bindBody(schema: z.ZodObject, request: BodyRequest): Promise<Record<string, unknown>> {
  const struct = goStruct(schema);
  const input = await readBody(struct, request);
  const [issue] = schema.safeParse(input).error?.issues ?? [];
  if (issue) throw unprocessable(fieldOf(issue, struct), isMissing(issue, input) ? "Required" : issue.message);
  return input;
}

async function readBody(struct: GoStruct, request: BodyRequest): Promise<Record<string, unknown>> {
  try {
    return await decodeBody(struct, request);
  } catch (error) {
    if (error instanceof DecodeError) throw unprocessable(error.field, error.message, error);
    throw error;
  }
}

// Forgejo looks for these words in the header as it was sent: APPLICATION/JSON is no JSON to it.
async function decodeBody(struct: GoStruct, request: BodyRequest): Promise<Record<string, unknown>> {
  const { method, contentType = "", body, query } = request;
  if (contentType.includes("json")) return decodeJson(body && parseFirstValue(body), struct);
  refuseOtherThanUtf8(body);
  if (contentType.includes("multipart/form-data")) {
    return decodeForm(merge(await multipartValues(contentType, body), query), struct);
  }
  if (contentType.includes("form-urlencoded")) {
    refuseBadEscapes(String(body ?? ""));
    return decodeForm(merge(formValues(request), query), struct);
  }
  if (contentType !== "") throw new DecodeError("Unsupported Content-Type");
  if (method === "POST" || method === "PUT") throw new DecodeError("Empty Content-Type");
  return decodeForm(query, struct);
}

/** The body's values come first, so they win where one is wanted. */
const merge = (body: URLSearchParams | undefined, query: URLSearchParams) =>
  new URLSearchParams([...(body ?? []), ...query]);

const fieldOf = ({ path }: z.core.$ZodIssue, struct: GoStruct): string =>
  struct.fields.find(({ jsonName }) => jsonName === path[0])?.goName ?? "";

function isMissing({ code, path }: z.core.$ZodIssue, input: unknown): boolean {
  let value = input;
  for (const key of path) value = value instanceof Object ? Reflect.get(value, key) : undefined;
  return code === "invalid_type" && (value === undefined || value === null);
}

const unprocessable = (field: string, rule: string, cause?: unknown) =>
  new DomainError("unprocessable", `[${field}]: ${rule}`, { cause });
