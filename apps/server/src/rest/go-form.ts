import { DecodeError } from "./decode-error.ts";
import { refuseTooMany, withZeros } from "./go-decode.ts";
import type { GoField, GoStruct, GoType } from "./go-type.ts";

/**
 * The fields of a form as a plain object with the schema's property names; a list takes every value of its name. Objects
 * cannot be sent as a form and stay missing.
 *
 * @throws DecodeError where a text is not the number or boolean that its field wants.
 */
export function decodeForm(values: URLSearchParams, struct: GoStruct): Record<string, unknown> {
  const decoded: Record<string, unknown> = {};
  for (const field of struct.fields) {
    const texts = values.getAll(field.formName);
    refuseTooMany(field, texts.length);
    const [first] = texts;
    if (first === undefined) continue;
    const { type } = field;
    const value =
      type.kind === "slice"
        ? texts.map((text) => decodeText(text, type.element, field))
        : decodeText(first, type, field);
    if (value !== undefined) decoded[field.jsonName] = value;
  }
  return withZeros(decoded, struct);
}

function decodeText(text: string, type: GoType, field: GoField): unknown {
  switch (type.kind) {
    case "string":
    case "time":
      return text;
    case "bool":
      return parseBool(text, field);
    case "int":
    case "float":
      return parseNumber(text, type.kind, field);
    default:
      return undefined;
  }
}

const trueWords = ["1", "t", "T", "true", "TRUE", "True", "on"];
const falseWords = ["0", "f", "F", "false", "FALSE", "False", ""];

function parseBool(text: string, field: GoField): boolean {
  if (trueWords.includes(text)) return true;
  if (falseWords.includes(text)) return false;
  throw new DecodeError("Value could not be parsed as boolean", { field: field.goName });
}

function parseNumber(text: string, kind: "int" | "float", field: GoField): number {
  if (text === "") return 0;
  const number = Number(text);
  if (kind === "int" && /^[+-]?\d+$/.test(text) && Number.isSafeInteger(number)) return number;
  if (kind === "float" && /^[+-]?\d*\.?\d+(?:[eE][+-]?\d+)?$/.test(text) && Number.isFinite(number)) return number;
  throw new DecodeError(`Value could not be parsed as ${kind === "int" ? "integer" : "number"}`, {
    field: field.goName,
  });
}
