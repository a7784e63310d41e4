import { expect, test } from "vitest";
import { createSealer } from "./sealer.ts";

const sealer = createSealer(Buffer.alloc(32, 1));

test("what is sealed opens for its own purpose, and shows nothing of itself", () => {
  const sealed = sealer.seal(["secrets", 7], "the plaintext");

  expect(sealer.open(["secrets", 7], sealed)).toBe("the plaintext");
  expect(sealed.includes("plaintext")).toBe(false);
  expect(sealer.seal(["secrets", 7], "the plaintext")).not.toEqual(sealed);
});

test("it opens for no other row, room or key, and not when a bit was changed", () => {
  const sealed = sealer.seal(["secrets", 7], "the plaintext");

  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(30) ^ 1, 30);
  expect(sealer.open(["secrets", 8], sealed)).toBeUndefined();
  expect(sealer.open(["others", 7], sealed)).toBeUndefined();
  expect(sealer.open(["secrets", 7], changed)).toBeUndefined();
  expect(sealer.open(["secrets", 7], sealed.subarray(0, 20))).toBeUndefined();
  expect(createSealer(Buffer.alloc(32, 2)).open(["secrets", 7], sealed)).toBeUndefined();
});

test("what is sealed names its key, and the key's id tells nothing of the key", () => {
  const [one, two] = [sealer.seal(["secrets", 7], "a"), sealer.seal(["others", 8], "b")];
  const other = createSealer(Buffer.alloc(32, 2)).seal(["secrets", 7], "a");

  expect(one.subarray(0, 8)).toEqual(two.subarray(0, 8));
  expect(other.subarray(0, 8)).not.toEqual(one.subarray(0, 8));
  expect(Buffer.alloc(32, 1).includes(one.subarray(0, 8))).toBe(false);
});

test("what is derived is the same on every call, and another for each row, room and key", () => {
  const derived = sealer.derive(["tokens", 7]).toString("hex");

  expect(derived).toMatch(/^[0-9a-f]{64}$/);
  expect(sealer.derive(["tokens", 7]).toString("hex")).toBe(derived);
  expect(sealer.derive(["tokens", 8]).toString("hex")).not.toBe(derived);
  expect(sealer.derive(["secrets", 7]).toString("hex")).not.toBe(derived);
  expect(createSealer(Buffer.alloc(32, 2)).derive(["tokens", 7]).toString("hex")).not.toBe(derived);
});
