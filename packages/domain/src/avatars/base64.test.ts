import { expect, test } from "vitest";
import { decodeBase64 } from "./base64.ts";

test.each([
  ["", ""],
  ["YQ==", "a"],
  ["YWI=", "ab"],
  ["YWJj", "abc"],
  ["YW\r\nJj\nZA=\n=\n", "abcd"],
])("%j is read", (text, decoded) => {
  expect(decodeBase64(text).toString()).toBe(decoded);
});

test.each([
  ["*", 0],
  ["abc", 0],
  ["abcdefg", 4],
  ["data:image/png;base64,abcd", 4],
  ["YQ=", 3],
  ["YQ=*", 2],
  ["YQ==YQ==", 4],
  ["YWI=YQ==", 4],
  ["=", 0],
  ["a===", 1],
  ["ab-_", 2],
  ["é", 0],
])("%j is refused at byte %i, as Go says it", (text, at) => {
  expect(() => decodeBase64(text)).toThrow(`illegal base64 data at input byte ${at}`);
});
