import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { createWorld } from "../../test/makers.ts";
import { sqlState } from "../transaction.ts";

const { database } = await createWorld();
const { sql } = database;
afterAll(() => database.close());

const SEED = Number(process.env.MINTMARK_FUZZ_SEED ?? 4);
const RUNS = process.env.MINTMARK_TEST_LONG ? 400 : 20;

/** Where the kept counts differ from the rows, and counts of nobody. */
const wrongCounts = () => sql`
  with rows as (
    select owner_id, 'access_tokens' as counted, '' as part from authority.access_tokens where superseded_at is null
    union all select 0, 'users', kind || ' ' || visibility from authority.users
    union all select 0, 'email_addresses', '' from authority.email_addresses
    union all select owner.id, 'repositories', case when is_private then 'private' else 'public' end
      from authority.repositories cross join lateral (values (owner_id), (0)) owner(id)),
  expected as (select owner_id, counted, part, count(*) as rows from rows group by 1, 2, 3),
  kept as (select owner_id, counted, part, sum(rows) as rows from authority.row_counts group by 1, 2, 3)
  select owner_id::int, counted, part, kept.rows::int as kept, expected.rows::int as expected
    from expected full join kept using (owner_id, counted, part)
    where coalesce(kept.rows, 0) <> coalesce(expected.rows, 0)
      or (owner_id <> 0 and not exists (select from authority.users where id = owner_id))`;

const visibilities = "'{public,limited,private}'::text[]";
const some = (table: string, number: number) =>
  `(select id from authority.${table} order by id offset ${number} % (select count(*) + 1 from authority.${table}) limit 1)`;

const statements: readonly ((a: number, b: number) => string)[] = [
  (a, b) => `
    with made as (insert into authority.users (kind, name, visibility, created_at, updated_at)
      select ('{individual,bot,organization}'::text[])[${a % 3} + 1], gen_random_uuid(), (${visibilities})[${b % 3} + 1],
        now(), now() from generate_series(1, ${a % 4}) returning id)
    insert into authority.email_addresses (user_id, email, is_primary, is_activated)
      select id, gen_random_uuid() || '@example.org', true, true from made`,
  (a, b) => `update authority.users set visibility = (${visibilities})[${b % 3} + 1] where id = ${some("users", a)}`,
  (a) => `update authority.users set name = gen_random_uuid() where id = ${some("users", a)}`,
  (a) => `delete from authority.users where id = ${some("users", a)}`,
  (a) => `
    insert into authority.email_addresses (user_id, email, is_primary, is_activated)
      values (${some("users", a)}, gen_random_uuid() || '@example.org', false, true)`,
  (a) => `delete from authority.email_addresses where id = ${some("email_addresses", a)}`,
  (a, b) => `
    insert into authority.repositories (owner_id, name, is_private, created_at, updated_at)
      select ${some("users", a)}, gen_random_uuid(), ${b % 2 === 0}, now(), now() from generate_series(1, ${b % 3})`,
  (a) => `update authority.repositories set is_private = not is_private where id = ${some("repositories", a)}`,
  (a, b) => `
    update authority.repositories set owner_id = ${some("users", b)} where id = ${some("repositories", a)}`,
  (a) => `delete from authority.repositories where id = ${some("repositories", a)}`,
  (a) => `
    insert into authority.access_tokens
      (owner_id, name, token_hash, token_last_eight, scopes, is_repository_restricted, created_at)
      values (${some("users", a)}, gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), '', 'all', false, now())`,
  (a) => `
    update authority.access_tokens set superseded_at = now(), expires_at = now() where id = ${some("access_tokens", a)}`,
  (a) => `delete from authority.access_tokens where id = ${some("access_tokens", a)}`,
];

const act = fc.record({
  statement: fc.constantFrom(...statements),
  a: fc.nat(1000),
  b: fc.nat(1000),
  isUndone: fc.boolean(),
});

/** Of what happens at once some meets what is gone or taken, or a circle; then nothing of it is kept. */
const harmless = ["23502", "23503", "23505", "40P01"];

test(`counts are exact whatever comes, changes and goes at the same time (${RUNS} runs, seed ${SEED})`, async () => {
  const lane = fc.array(act, { minLength: 5, maxLength: 20 });
  const property = fc.asyncProperty(fc.array(lane, { minLength: 2, maxLength: 6 }), async (lanes) => {
    await Promise.all(
      lanes.map(async (acts) => {
        for (const { statement, a, b, isUndone } of acts) {
          await sql
            .begin(async (tx) => {
              await tx`savepoint start`;
              await tx.unsafe(statement(a, b));
              if (isUndone) await tx`rollback to start`;
            })
            .catch((error: unknown) => expect(harmless).toContain(sqlState(error)));
        }
      }),
    );

    expect([...(await wrongCounts())]).toEqual([]);
  });

  await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
});

test("who makes something does not wait for others who do, nor for their ends", async () => {
  const held = `insert into authority.users (kind, name, created_at, updated_at) values ('bot', gen_random_uuid(), now(), now())`;
  await sql.unsafe(held);

  await sql.begin(async (tx) => {
    await tx.unsafe(held);
    await Promise.all(Array.from({ length: 3 }, () => sql.unsafe(held)));
    await tx`rollback`.catch(() => {});
  });

  expect([...(await wrongCounts())]).toEqual([]);
});

test.each(["access_tokens", "repositories", "email_addresses", "users"])(
  "who truncates %s by hand leaves no wrong count",
  async (table) => {
    await sql.unsafe(`
      with made as (insert into authority.users (kind, name, created_at, updated_at)
        values ('individual', gen_random_uuid(), now(), now()) returning id),
      address as (insert into authority.email_addresses (user_id, email, is_primary, is_activated)
        select id, gen_random_uuid() || '@example.org', true, true from made),
      repository as (insert into authority.repositories (owner_id, name, is_private, created_at, updated_at)
        select id, gen_random_uuid(), true, now(), now() from made)
      insert into authority.access_tokens
        (owner_id, name, token_hash, token_last_eight, scopes, is_repository_restricted, created_at)
        select id, 'one', sha256(gen_random_uuid()::text::bytea), '', 'all', false, now() from made`);

    await sql.unsafe(`truncate authority.${table} cascade`);

    expect([...(await wrongCounts())]).toEqual([]);
  },
);
