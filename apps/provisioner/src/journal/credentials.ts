import type { Sql } from "postgres";
import { digestOf } from "../sinks/open.ts";
import { open, type SealKeys, seal } from "./seal.ts";

/** `intended`: asked for. `created`: sealed here, not yet tried. `current`: what every process works with. `closed`: dead. */
export type CredentialState = "intended" | "created" | "current" | "closed";

export type CredentialRecord = {
  readonly generation: number;
  readonly state: CredentialState;
  readonly remoteId?: number;
  readonly createdAt?: Date;
  readonly currentSince?: Date;
  /** Undefined: there is none, or the key at hand does not open it. */
  readonly plaintext?: string;
};

/** Of one target, and of one starting token: whoever puts another one into the file starts anew. */
export type CredentialKey = { readonly target: string; readonly start: string };

/** The provisioner's own tokens on its targets, sealed, where every process reads them. */
export type Credentials = {
  readonly list: (key: CredentialKey) => Promise<readonly CredentialRecord[]>;
  /** Every generation that was ever asked for on a target, whatever token it started with. */
  readonly listNumbers: (target: string) => Promise<ReadonlySet<number>>;
  readonly recordIntent: (key: CredentialKey, generation: number) => Promise<void>;
  readonly recordCreated: (
    key: CredentialKey,
    generation: number,
    created: { readonly remoteId: number; readonly plaintext: string },
  ) => Promise<void>;
  /** Nothing happens to one that is in force already, or closed. */
  readonly recordCurrent: (key: CredentialKey, generation: number) => Promise<void>;
  /** Drops the sealed copy. */
  readonly recordClosed: (key: CredentialKey, generation: number) => Promise<void>;
};

type Options = { readonly sql: Sql; readonly keys: SealKeys; readonly now: () => Date };

type Row = {
  generation: number;
  state: CredentialState;
  remote_id: number | null;
  sealed: string | null;
  sealed_key_id: string | null;
  created_ms: number | null;
  current_ms: number | null;
};

export function postgresCredentials({ sql, keys, now }: Options): Credentials {
  const time = () => sql`${now().toISOString()}::timestamptz`;
  const isOf = ({ target, start }: CredentialKey, generation: number) =>
    sql`target = ${target} and start_hash = decode(${start}, 'hex') and generation = ${generation}::int`;
  return {
    async list(of) {
      const rows = await sql<Row[]>`
        select generation, state, remote_id, encode(sealed, 'hex') as sealed, sealed_key_id,
          extract(epoch from created_at)::float8 * 1000 as created_ms,
          extract(epoch from current_since)::float8 * 1000 as current_ms
        from provisioner.credentials
        where target = ${of.target} and start_hash = decode(${of.start}, 'hex') order by generation`;
      return rows.map((row) => {
        const { generation, state } = row;
        const sealed =
          row.sealed && row.sealed_key_id
            ? { keyId: row.sealed_key_id, bytes: Buffer.from(row.sealed, "hex") }
            : undefined;
        const plaintext = sealed && open(keys, contextOf(of, generation), sealed);
        return {
          generation,
          state,
          ...(row.remote_id !== null && { remoteId: row.remote_id }),
          ...(row.created_ms !== null && { createdAt: new Date(row.created_ms) }),
          ...(row.current_ms !== null && { currentSince: new Date(row.current_ms) }),
          ...(plaintext !== undefined && { plaintext }),
        };
      });
    },
    async listNumbers(target) {
      const rows = await sql<Pick<Row, "generation">[]>`
        select distinct generation from provisioner.credentials where target = ${target}`;
      return new Set(rows.map(({ generation }) => generation));
    },
    async recordIntent({ target, start }, generation) {
      await sql`
        insert into provisioner.credentials (target, start_hash, generation, state)
        values (${target}, decode(${start}, 'hex'), ${generation}::int, 'intended')`;
    },
    async recordCreated(of, generation, { remoteId, plaintext }) {
      const { keyId, bytes } = seal(keys, contextOf(of, generation), plaintext);
      await sql`
        update provisioner.credentials set state = 'created', remote_id = ${remoteId}::bigint,
          sealed = decode(${bytes.toString("hex")}, 'hex'), sealed_key_id = ${keyId}, created_at = ${time()}
        where ${isOf(of, generation)}`;
    },
    async recordCurrent(of, generation) {
      await sql`
        update provisioner.credentials set state = 'current', current_since = ${time()}
        where ${isOf(of, generation)} and state = 'created'`;
    },
    async recordClosed(of, generation) {
      await sql`
        update provisioner.credentials set state = 'closed', sealed = null, sealed_key_id = null
        where ${isOf(of, generation)}`;
    },
  };
}

/** What a sealed credential is bound to. */
export const contextOf = ({ target, start }: CredentialKey, generation: number) => ({
  target,
  account: start,
  token: "credential",
  generation,
});

/** Names a starting token without telling it. */
export const startOf = (plaintext: string): string => digestOf(plaintext);

/** The token that is in force: the newest that was tried, else the starting one. */
export const inForce = (records: readonly CredentialRecord[]): CredentialRecord | undefined =>
  records.filter(({ state, plaintext }) => state === "current" && plaintext !== undefined).at(-1);
