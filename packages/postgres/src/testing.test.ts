import { afterAll, expect, test } from "vitest";
import { testDatabase } from "./testing.ts";

const template = {
  name: "testing",
  migrate: async ({ sql }: { sql: import("postgres").Sql }) => {
    await sql`create table things (id int8)`;
    await sql`insert into things values (7)`;
  },
};
const first = await testDatabase(template);
const second = await testDatabase(template);
afterAll(() => Promise.all([first.close(), second.close()]));

test("two databases of one template start equal and are apart", async () => {
  await first.sql`delete from things`;

  expect(await first.sql`select id from things`).toHaveLength(0);
  expect([...(await second.sql`select id from things`)]).toEqual([{ id: 7 }]);
});

test("another process reaches it by the url", async () => {
  const { openDatabase } = await import("./open.ts");
  const database = await openDatabase({ url: second.url, folder: "/nowhere", applicationName: "test" });

  expect([...(await database.sql`select id from things`)]).toEqual([{ id: 7 }]);
  await database.close();
});
