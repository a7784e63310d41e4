import type { Sql } from "postgres";
import { contextOf } from "./credentials.ts";
import type { GenerationKey } from "./journal.ts";
import { open, type SealKeys, seal, sealingKeyId } from "./seal.ts";

type Row = { readonly place: string; readonly sealed: string; readonly sealed_key_id: string };

/**
 * Seals with the first key what another one at hand has sealed. Nothing is taken from a process that seals with that one:
 * a copy that was delivered or sealed anew meanwhile stays as it is.
 */
export async function resealAll(sql: Sql, keys: SealKeys): Promise<void> {
  const foreign = sql`sealed is not null and sealed_key_id <> ${sealingKeyId(keys)}`;
  const columns = sql`ctid::text as place, encode(sealed, 'hex') as sealed, sealed_key_id`;
  const generations = await sql<(Row & GenerationKey)[]>`
    select target, account, token, generation, ${columns} from provisioner.generations where ${foreign}`;
  const credentials = await sql<(Row & { target: string; start: string; generation: number })[]>`
    select target, encode(start_hash, 'hex') as start, generation, ${columns}
    from provisioner.credentials where ${foreign}`;
  for (const row of generations) await resealOne(sql, keys, "generations", row, row);
  for (const row of credentials) await resealOne(sql, keys, "credentials", row, contextOf(row, row.generation));
}

async function resealOne(
  sql: Sql,
  keys: SealKeys,
  table: "generations" | "credentials",
  row: Row,
  context: GenerationKey,
): Promise<void> {
  const plaintext = open(keys, context, { keyId: row.sealed_key_id, bytes: Buffer.from(row.sealed, "hex") });
  if (plaintext === undefined) return;
  const { keyId, bytes } = seal(keys, context, plaintext);
  await sql`
    update ${sql(`provisioner.${table}`)} set sealed = decode(${bytes.toString("hex")}, 'hex'), sealed_key_id = ${keyId}
    where ctid = ${row.place}::tid and sealed = decode(${row.sealed}, 'hex')`;
}
