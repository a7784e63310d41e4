import type { DeclaredToken } from "../fleet/fleet.ts";
import type { GenerationRecord, TokenKey } from "../journal/journal.ts";
import type { Takeover } from "../journal/lease.ts";
import type { SinkReading } from "../sinks/sink.ts";
import type { ObservedToken } from "../targets/target.ts";

export type RemoteGeneration = { readonly generation: number; readonly token: ObservedToken };

/** All that is known of one declared token: what is wanted, what the journal, the target and the sinks say. */
export type TokenView = {
  readonly key: TokenKey;
  readonly declared: DeclaredToken;
  readonly records: readonly GenerationRecord[];
  readonly remote: readonly RemoteGeneration[];
  /** In the order of `declared.sinks`. */
  readonly readings: readonly SinkReading[];
  readonly now: Date;
  /** Asked for by a person, beyond what is declared. */
  readonly demand?: Demand;
  /** When a worker last took the bot over from one that had not let go, and how long that one may still act. */
  readonly takeover?: Takeover;
};

/**
 * `rotate`: as if its age asked for it. `rotate-now`: and without an overlap. `end-overlap`: the second half of that alone.
 * `revoke`: nothing of it lives on.
 */
export type Demand = "rotate" | "rotate-now" | "end-overlap" | "revoke";

export const generationName = (token: string, generation: number): string => `${token}.g${generation}`;

/** The generation that a token's name on the target says it is; undefined for names that are not the fleet's. */
export function generationOf(name: string, declared: string): number | undefined {
  if (!name.startsWith(`${declared}.g`)) return undefined;
  const digits = name.slice(declared.length + 2);
  return /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : undefined;
}

/** The generations of one declared token among all tokens of its account. */
export const generationsOf = (remote: readonly ObservedToken[], declared: string): RemoteGeneration[] =>
  remote.flatMap((token) => {
    const generation = generationOf(token.name, declared);
    return generation === undefined ? [] : [{ generation, token }];
  });

/** The token on the target that a record speaks of. An id, for a name may be given again. */
export const remoteOf = (view: TokenView, record: GenerationRecord): ObservedToken | undefined =>
  view.remote.find(({ token }) => token.id === record.remoteId)?.token;

export const isAlive = (view: TokenView, record: GenerationRecord): boolean =>
  remoteOf(view, record)?.lastEight === record.lastEight;

/** A generation number is never used twice, found or not: a stalled create may still land. */
export const nextGeneration = (view: TokenView): number =>
  1 + Math.max(0, ...view.records.map((one) => one.generation), ...view.remote.map((one) => one.generation));
