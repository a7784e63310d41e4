import { DecodeError } from "./decode-error.ts";
import type { JsonNode } from "./go-json.ts";
import { refuseBadTime } from "./go-time.ts";
import type { GoField, GoStruct, GoType } from "./go-type.ts";

/** Where a value stands, as Go tells it: the innermost struct, and the names from the body on, without indexes. */
type Place = { readonly struct: string; readonly path: string } | undefined;

/** Go goes on after a value of a wrong type and tells the first in the end; a bad time ends it at once. */
type Mismatch = { first?: string };

/**
 * The body as a plain object with the schema's property names: unknown properties are dropped, but of a closed struct, null is not
 * given, names match in any case, of a repeated property the last counts, and a missing property that is not optional gets Go's
 * zero value.
 *
 * @throws DecodeError with Go's text where a value has another type than its field.
 */
export function decodeJson(node: JsonNode | undefined, struct: GoStruct): Record<string, unknown> {
  const mismatch: Mismatch = {};
  const decoded = node === undefined || node.kind === "null" ? undefined : decode(node, struct, undefined, mismatch);
  if (mismatch.first !== undefined) throw new DecodeError(mismatch.first);
  return isRecord(decoded) ? decoded : withZeros({}, struct);
}

function decode(node: JsonNode, type: GoType, place: Place, mismatch: Mismatch): unknown {
  if (node.kind === "null") return undefined;
  if (type.kind === "any") return plain(node);
  if (type.kind === "time") return decodeTime(node);
  if (type.kind === "struct" && node.kind === "object") return decodeStruct(node.members, type, place, mismatch);
  if (type.kind === "map" && node.kind === "object") {
    const entries = node.members.map(([name, value]) => [
      name,
      decode(value, type.element, place, mismatch) ?? zero(type.element),
    ]);
    return Object.fromEntries(entries);
  }
  if (type.kind === "slice" && node.kind === "array") {
    return node.items.map((item) => decode(item, type.element, place, mismatch) ?? zero(type.element) ?? null);
  }
  if (type.kind === "string" && node.kind === "string") return node.value;
  if (type.kind === "bool" && node.kind === "bool") return node.value;
  if ((type.kind === "int" || type.kind === "float") && node.kind === "number") {
    const number = Number(node.text);
    const fits =
      type.kind === "int" ? /^-?\d+$/.test(node.text) && Number.isSafeInteger(number) : Number.isFinite(number);
    if (fits) return number;
    return tell(mismatch, `number ${node.text}`, type, place);
  }
  return tell(mismatch, node.kind, type, place);
}

function decodeStruct(
  members: readonly (readonly [string, JsonNode])[],
  struct: GoStruct,
  place: Place,
  mismatch: Mismatch,
): Record<string, unknown> {
  const decoded: Record<string, unknown> = {};
  for (const [name, node] of members) {
    const field = fieldNamed(struct, name);
    if (!field && struct.isClosed) throw new DecodeError(`json: unknown field ${JSON.stringify(name)}`);
    if (!field) continue;
    if (node.kind === "array") refuseTooMany(field, node.items.length);
    const path = place === undefined ? field.jsonName : `${place.path}.${field.jsonName}`;
    const value = decode(node, field.type, { struct: struct.nameWithoutPackage, path }, mismatch);
    if (value === undefined) delete decoded[field.jsonName];
    else decoded[field.jsonName] = value;
  }
  return withZeros(decoded, struct);
}

/** @throws DecodeError for a list beyond its bound, before any of its entries is looked at. */
export function refuseTooMany({ type, goName }: GoField, count: number): void {
  if (type.kind === "slice" && type.maxItems !== undefined && count > type.maxItems)
    throw new DecodeError("MaxSize", { field: goName });
}

function decodeTime(node: JsonNode): string {
  if (node.kind !== "string") throw new DecodeError("Time.UnmarshalJSON: input is not a JSON string");
  refuseBadTime(node.value);
  return node.value;
}

function tell(mismatch: Mismatch, value: string, type: GoType, place: Place): undefined {
  const where = place === undefined ? "Go value" : `Go struct field ${place.struct}.${place.path}`;
  mismatch.first ??= `json: cannot unmarshal ${value} into ${where} of type ${type.name}`;
}

function fieldNamed(struct: GoStruct, name: string): GoField | undefined {
  const exact = struct.fields.find((field) => field.jsonName === name);
  if (exact) return exact;
  const folded = name.toLowerCase().replaceAll("ſ", "s"); // Go folds by Unicode: the long s is an s, the Kelvin sign a k.
  return struct.fields.find((field) => field.jsonName.toLowerCase() === folded);
}

/** A list or time that is missing stays missing: the schema then says that it is required. */
export function withZeros(decoded: Record<string, unknown>, struct: GoStruct): Record<string, unknown> {
  for (const { jsonName, isOptional, type } of struct.fields) {
    const value = zero(type);
    if (!isOptional && value !== undefined) decoded[jsonName] ??= value;
  }
  return decoded;
}

function zero(type: GoType): unknown {
  if (type.kind === "string") return "";
  if (type.kind === "bool") return false;
  return type.kind === "int" || type.kind === "float" ? 0 : undefined;
}

function plain(node: JsonNode): unknown {
  if (node.kind === "null") return null;
  if (node.kind === "number") return Number(node.text);
  if (node.kind === "array") return node.items.map(plain);
  if (node.kind === "object") return Object.fromEntries(node.members.map(([name, value]) => [name, plain(value)]));
  return node.value;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
