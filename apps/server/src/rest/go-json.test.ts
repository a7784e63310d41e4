import { describe, expect, test } from "vitest";
import { parseFirstValue } from "./go-json.ts";

const parse = (text: string) => parseFirstValue(Buffer.from(text));

describe("malformed JSON is told in Go's words", () => {
  test.each([
    ['{"name": "t"', "unexpected EOF"],
    ['{"name": "t",}', "invalid character '}' looking for beginning of object key string"],
    ["{'name': 'x'}", "invalid character '\\'' looking for beginning of object key string"],
    ["name=x", "invalid character 'a' in literal null (expecting 'u')"],
    ["trap", "invalid character 'a' in literal true (expecting 'u')"],
    ["{", "unexpected EOF"],
    ['{"a', "unexpected EOF"],
    ['{"a"', "unexpected EOF"],
    ['{"a":', "unexpected EOF"],
    ["[1,", "unexpected EOF"],
    ["tru", "unexpected EOF"],
    ["-", "unexpected EOF"],
    ["1.", "unexpected EOF"],
    ["[,]", "invalid character ',' looking for beginning of value"],
    ["[1,]", "invalid character ']' looking for beginning of value"],
    ["[1 2]", "invalid character '2' after array element"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1 "b"}', "invalid character '\"' after object key:value pair"],
    ['{"a":01}', "invalid character '1' after object key:value pair"],
    ["-a", "invalid character 'a' in numeric literal"],
    ["+1", "invalid character '+' looking for beginning of value"],
    ["1.x", "invalid character 'x' after decimal point in numeric literal"],
    ["1ex", "invalid character 'x' in exponent of numeric literal"],
    ['"\\x"', "invalid character 'x' in string escape code"],
    ['"\\u12g4"', "invalid character 'g' in \\u hexadecimal character escape"],
    ['"a\nb"', "invalid character '\\n' in string literal"],
    ['"a\u0001b"', "invalid character '\\x01' in string literal"],
    ["é", "invalid character 'Ã' looking for beginning of value"],
    ["\ufeff{}", "invalid character 'ï' looking for beginning of value"],
    ["[\u00a0]", "invalid character 'Â' looking for beginning of value"],
    ["\\", "invalid character '\\\\' looking for beginning of value"],
    ["[".repeat(100_000), "exceeded max depth"],
    ['{"a":'.repeat(100_000), "exceeded max depth"],
  ])("%j", (text, message) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ name: "DecodeError", message }));
  });
});

describe("IN-03 beyond 32 levels nothing is read", () => {
  test.each([
    ["of lists", "[".repeat(200_000), 33],
    ["of objects", '{"a":'.repeat(200_000), 33 * 5],
    ["of lists with something else in them", `${"[".repeat(33)}no JSON`, 33],
    ["of lists, all 32 of them allowed", `${"[".repeat(32)}1${"]".repeat(32)}`, 65],
  ])("%s", (_what, text, most) => {
    let last = -1;
    // What the parser takes of the bytes, it takes by their index.
    const bytes = new Proxy(Buffer.from(text), {
      get(target, name) {
        if (typeof name === "string" && /^\d+$/.test(name)) last = Math.max(last, Number(name));
        const value: unknown = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    try {
      parseFirstValue(bytes);
    } catch (error) {
      expect(error).toMatchObject({ name: "DecodeError", message: "exceeded max depth" });
    }
    expect(last).toBeLessThan(most);
  });
});

test.each(["", "  \n", "\t\r\n"])("%j has no value", (text) => {
  expect(parse(text)).toBeUndefined();
});

test.each([
  ["12x", { kind: "number", text: "12" }],
  ["null null", { kind: "null" }],
  ['"a""b"', { kind: "string", value: "a" }],
  ["{}]", { kind: "object", members: [] }],
  ["01", { kind: "number", text: "0" }],
])("what follows the first value of %j is not looked at", (text, node) => {
  expect(parse(text)).toEqual(node);
});

test("numbers keep their text, members their order and repetitions", () => {
  expect(parse(' { "a" : -0.50e+3 , "b":[true,false], "a":null } ')).toEqual({
    kind: "object",
    members: [
      ["a", { kind: "number", text: "-0.50e+3" }],
      [
        "b",
        {
          kind: "array",
          items: [
            { kind: "bool", value: true },
            { kind: "bool", value: false },
          ],
        },
      ],
      ["a", { kind: "null" }],
    ],
  });
});

test.each([['"\\u00e9\\ud83d\\ude00\\n\\/"', "é😀\n/"]])("the string %s is read as Go reads it", (text, value) => {
  expect(parse(text)).toEqual({ kind: "string", value });
});

test.each([
  ["half a surrogate pair", Buffer.from('"\\ud800"')],
  ["the halves apart", Buffer.from('"\\ud800\\u0041\\udc00"')],
  ["a byte that is no UTF-8", Buffer.from([0x22, 0xff, 0x22])],
])("%s is refused, where Go puts the replacement character", (_, bytes) => {
  expect(() => parseFirstValue(bytes)).toThrow("[]: a string is no valid Unicode");
});
