import type { DeclaredBot } from "../fleet/fleet.ts";
import type { GenerationRecord } from "../journal/journal.ts";
import { type SinkReading, sinkKey } from "../sinks/sink.ts";
import type { ObservedToken } from "../targets/target.ts";
import type { Action, Close, Notice } from "./action.ts";

/** A declared sink by its key, and whose it is; undefined: a bot's on which another plan is made. */
export type HeldSink = {
  readonly sink: string;
  readonly of: { readonly account: string; readonly token: string } | undefined;
};

/** In which declared sinks the value of a generation may lie still. */
export type Holders = (record: GenerationRecord) => readonly HeldSink[];

type Known = {
  readonly readings: ReadonlyMap<string, SinkReading>;
  readonly elsewhere: ReadonlyMap<string, SinkReading>;
  readonly recordsOf: (account: string) => readonly GenerationRecord[];
  /** Into what is revoked nothing else follows. */
  readonly isRevoked: (of: { readonly account: string; readonly token: string }) => boolean;
};

/** Looks at all sinks when it is first asked, since nothing is removed most of the time. */
export function holdersOf(bots: readonly DeclaredBot[], known: Known): Holders {
  let index: ReturnType<typeof indexOf> | undefined;
  return ({ digest, receipts = {} }) => {
    index ??= indexOf(bots, known);
    const { byDigest, unread } = index;
    const unreadNow = Object.keys(receipts).flatMap((sink) => unread.get(sink) ?? []);
    return [...(byDigest.get(digest ?? "") ?? []), ...unreadNow];
  };
}

function indexOf(bots: readonly DeclaredBot[], { readings, elsewhere, recordsOf, isRevoked }: Known) {
  const byDigest = new Map<string, HeldSink[]>();
  const unread = new Map<string, HeldSink>();
  const add = (reading: SinkReading | undefined, held: HeldSink, isReceived: () => boolean): void => {
    if (reading?.state === "holds") byDigest.set(reading.digest, [...(byDigest.get(reading.digest) ?? []), held]);
    else if (reading && reading.state !== "absent" && !isReceived()) unread.set(held.sink, held);
  };
  for (const { account, tokens } of bots) {
    const records = recordsOf(account.toLowerCase());
    for (const { name: token, sinks } of tokens.filter(({ name }) => !isRevoked({ account, token: name }))) {
      for (const sink of sinks.map(sinkKey)) {
        const isReceived = () => records.some((one) => one.token === token && one.receipts?.[sink] !== undefined);
        add(readings.get(sink), { sink, of: { account, token } }, isReceived);
      }
    }
  }
  for (const [sink, reading] of elsewhere) add(reading, { sink, of: undefined }, () => true);
  return { byDigest, unread };
}

/**
 * What is declared no more works on as long as a reader finds it: it ends after the tokens of its own bot that come into
 * its sinks, and of another bot's sinks it is told what it waits for.
 */
export function afterSuccessors(
  removal: readonly Close[],
  records: readonly GenerationRecord[],
  remote: readonly ObservedToken[],
  holders: Holders,
  /** Whether its successor comes before, by the same plan. */
  isOnItsWay: (held: HeldSink) => boolean,
): { readonly actions: readonly Close[]; readonly waitsFor: string | undefined } {
  const held = records
    .filter(({ remoteId, lastEight }) => remote.some((one) => one.id === remoteId && one.lastEight === lastEight))
    .flatMap((record) => holders(record).map((one) => ({ token: record.token, one })));
  const waiting = held.find(({ one }) => !isOnItsWay(one));
  if (waiting) return { actions: [], waitsFor: waiting.one.sink };
  const actions = removal.map((close) => {
    const after = held.flatMap(({ token, one }) => (token === close.token && one.of ? [one.of.token] : []));
    return after.length === 0 ? close : { ...close, after };
  });
  return { actions, waitsFor: undefined };
}

/** What a successor took the place of ends after the bot's other tokens that come into sinks which hold it still. */
export function endHeldLast(
  actions: readonly Action[],
  records: readonly GenerationRecord[],
  holders: Holders,
  isOnItsWay: (held: HeldSink) => boolean,
): readonly Action[] {
  const now: Action[] = [];
  const last: Close[] = [];
  for (const action of actions) {
    const record =
      action.kind === "close" && action.because === "superseded"
        ? records.find(({ token, generation }) => token === action.token && generation === action.generation)
        : undefined;
    const after = (record ? holders(record) : []).flatMap((one) =>
      one.of && one.of.token !== record?.token && isOnItsWay(one) ? [one.of.token] : [],
    );
    if (action.kind === "close" && after.length > 0) last.push({ ...action, after });
    else now.push(action);
  }
  return [...now, ...last];
}

export const waitsForSink = (of: Pick<Notice, "target" | "account" | "token">, sink: string): Notice => ({
  ...of,
  message: `declared no more; it is removed once ${sink}, which holds it and is declared for another token, has that one`,
});
