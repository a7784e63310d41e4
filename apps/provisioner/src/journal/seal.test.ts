import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { open, type SealKeys, seal } from "./seal.ts";

const keys: SealKeys = [randomBytes(32)];
const generation = { target: "forge", account: "bot-one", token: "main", generation: 3 };
const sealed = seal(keys, generation, "example-value");

describe("a sealed copy", () => {
  test("opens with its key for its generation", () => {
    expect(open(keys, generation, sealed)).toBe("example-value");
  });

  test.each([
    ["target", { ...generation, target: "other" }],
    ["account", { ...generation, account: "bot-two" }],
    ["token", { ...generation, token: "other" }],
    ["generation", { ...generation, generation: 4 }],
  ])("does not open for another %s", (_name, other) => {
    expect(open(keys, other, sealed)).toBeUndefined();
  });

  test("does not open with another key", () => {
    const other: SealKeys = [randomBytes(32)];
    expect(open(other, generation, sealed)).toBeUndefined();
    expect(open(other, generation, { ...sealed, keyId: seal(keys, generation, "").keyId })).toBeUndefined();
  });

  test("opens with any of several keys, and is made with the first", () => {
    const [key] = keys;
    const other = randomBytes(32);

    expect(open([other, key], generation, sealed)).toBe("example-value");
    expect(open(keys, generation, seal([key, other], generation, "example-value"))).toBe("example-value");
  });

  test("does not open when any bit was changed", () => {
    for (let bit = 0; bit < sealed.bytes.length * 8; bit += 1) {
      const bytes = Buffer.from(sealed.bytes);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(open(keys, generation, { ...sealed, bytes })).toBeUndefined();
    }
  });

  test("holds the plaintext in no readable form, and differs each time", () => {
    expect(sealed.bytes.includes("example-value")).toBe(false);
    expect(seal(keys, generation, "example-value").bytes.equals(sealed.bytes)).toBe(false);
  });
});
