import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { open, seal } from "./seal.ts";

const key = randomBytes(32);
const generation = { target: "forge", account: "bot-one", token: "main", generation: 3 };
const sealed = seal(key, generation, "example-value");

describe("a sealed copy", () => {
  test("opens with its key for its generation", () => {
    expect(open(key, generation, sealed)).toBe("example-value");
  });

  test.each([
    ["target", { ...generation, target: "other" }],
    ["account", { ...generation, account: "bot-two" }],
    ["token", { ...generation, token: "other" }],
    ["generation", { ...generation, generation: 4 }],
  ])("does not open for another %s", (_name, other) => {
    expect(open(key, other, sealed)).toBeUndefined();
  });

  test("does not open with another key", () => {
    expect(open(randomBytes(32), generation, sealed)).toBeUndefined();
    expect(open(randomBytes(32), generation, { ...sealed, keyId: seal(key, generation, "").keyId })).toBeUndefined();
  });

  test("does not open when any bit was changed", () => {
    for (let bit = 0; bit < sealed.bytes.length * 8; bit += 1) {
      const bytes = Buffer.from(sealed.bytes);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(open(key, generation, { ...sealed, bytes })).toBeUndefined();
    }
  });

  test("holds the plaintext in no readable form, and differs each time", () => {
    expect(sealed.bytes.includes("example-value")).toBe(false);
    expect(seal(key, generation, "example-value").bytes.equals(sealed.bytes)).toBe(false);
  });
});
