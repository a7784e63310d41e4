import { expect, test } from "vitest";
import { createPasswordHasher } from "./password-hasher.ts";

test("a password is stored as argon2id with 19 MiB and two passes", async () => {
  const hash = await createPasswordHasher().hash("a password");

  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("the right password matches, another does not, and nobody's never does", async () => {
  const passwords = createPasswordHasher();
  const stored = await passwords.hash("right");

  expect(await passwords.verify(stored, "right")).toBe(true);
  expect(await passwords.verify(stored, "wrong")).toBe(false);
  expect(await passwords.verify(null, "right")).toBe(false);
  expect(await passwords.verify(null, "")).toBe(false);
});

test("beyond 64 that wait, callers are refused at once, and the others are served", async () => {
  const passwords = createPasswordHasher({ concurrency: 1 });

  const results = await Promise.allSettled(Array.from({ length: 70 }, () => passwords.hash("a password")));

  const refused = results.filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(5);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "too_many_requests" });
  expect(await passwords.hash("again")).toMatch(/^\$argon2id/);
});
