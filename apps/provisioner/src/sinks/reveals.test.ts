import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { formsOf, revealsNone } from "./reveals.ts";

const digits = "00ff3e3f10c8b1fbefbe0123456789abcdeffedcba98765432100011223344fb";
const odd = 'a b+c/d="e"ü';

/** As it is and in the middle of something longer, at each of the places that base64 tells apart. */
const around = (bytes: Buffer): Buffer[] =>
  ["", "x", "xy", "xyz"].map((before) => Buffer.concat([Buffer.from(before), bytes, Buffer.from("tail")]));

describe("a secret is found", () => {
  test.each([
    ["as it is", (secret: string) => `x${secret}x`],
    ["percent-encoded", encodeURIComponent],
    [
      "percent-encoded in small letters",
      (secret: string) => encodeURIComponent(secret).replace(/%../g, (x) => x.toLowerCase()),
    ],
    ["in JSON", (secret: string) => JSON.stringify({ secret })],
    ["in hexadecimal", (secret: string) => Buffer.from(secret).toString("hex")],
    ["in capital hexadecimal", (secret: string) => Buffer.from(secret).toString("hex").toUpperCase()],
  ])("%s", (_form, write) => {
    for (const secret of [digits, odd]) expect(revealsNone(write(secret), secret)).toBe(false);
  });

  test.each(["base64", "base64url"] as const)("in %s, wherever it stands", (form) => {
    for (const secret of [digits, odd]) {
      for (const bytes of [Buffer.from(secret), ...around(Buffer.from(secret))]) {
        expect(revealsNone(bytes.toString(form), secret)).toBe(false);
      }
    }
  });

  test("of hexadecimal digits also as the bytes that they stand for", () => {
    const bytes = Buffer.from(digits, "hex");

    for (const form of ["base64", "base64url", "latin1"] as const) {
      for (const text of [bytes, ...around(bytes)]) expect(revealsNone(text.toString(form), digits)).toBe(false);
    }
    expect(revealsNone(digits.toUpperCase(), digits)).toBe(false);
  });
});

test("a secret is not found where another one stands", () => {
  const other = randomBytes(32).toString("hex");
  const text = [other, Buffer.from(other).toString("base64"), Buffer.from(other, "hex").toString("base64")].join();

  expect(revealsNone(text, digits)).toBe(true);
  expect(formsOf(digits).every((form) => form.length >= 32)).toBe(true);
});
