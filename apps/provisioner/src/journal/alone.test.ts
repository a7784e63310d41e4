import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aloneOn } from "./alone.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ name: "empty", migrate: async () => {} });
});
afterAll(() => database.close());

test("a place that another process keeps to itself is named, and changed once it is free", async () => {
  const alone = aloneOn(database.sql, 50);
  const end = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  const first = alone("/out/.env", () => {
    begun.resolve();
    return end.promise;
  });
  await begun.promise;

  const refused = await alone("/out/.env", async () => "second").catch(String);
  end.resolve("first");

  expect(refused).toBe("Error: /out/.env is being changed by another process, which takes longer than 0.05 s");
  expect(await first).toBe("first");
  expect(await alone("/out/.env", async () => "third")).toBe("third");
});
