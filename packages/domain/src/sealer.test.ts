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
