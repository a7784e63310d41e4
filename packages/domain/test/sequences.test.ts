import { afterAll, expect, test } from "vitest";
import { createWorld } from "./makers.ts";

const { database } = await createWorld();
afterAll(database.close);

test("IN-10 no sequence of the schema gives a number that JSON cannot carry", async () => {
  const sequences = await database.sql`select sequencename as name, max_value::text as max, cycle from pg_sequences
    where schemaname = 'authority'`;

  expect(sequences.length).toBeGreaterThan(10);
  for (const { name, max, cycle } of sequences) {
    expect(Number(max), name).toBeLessThan(2 ** 53);
    expect(cycle, name).toBe(false);
  }
});
