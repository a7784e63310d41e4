import type { DeclaredBot, DeclaredSink } from "./fleet/fleet.ts";
import type { GenerationRecord } from "./journal/journal.ts";
import { inParallel } from "./parallel.ts";
import { demandKey } from "./plan/plan.ts";
import { readSink } from "./sinks/open.ts";
import { type Sink, type SinkReading, sinkKey } from "./sinks/sink.ts";

/**
 * What sinks hold that were delivered what `bots` declare no more, and that other bots of the fleet declare now: of another
 * target, or not selected. Nothing was moved so most of the time, and then nothing is read.
 */
export async function readElsewhere(
  fleet: readonly DeclaredBot[],
  bots: readonly DeclaredBot[],
  generations: readonly GenerationRecord[],
  openSink: (sink: DeclaredSink) => Sink,
  concurrency: number,
): Promise<ReadonlyMap<string, SinkReading>> {
  const declared = new Set(
    bots.flatMap(({ account, tokens }) => tokens.map(({ name: token }) => demandKey({ account, token }))),
  );
  const dropped = generations.filter((one) => !declared.has(demandKey(one)));
  const open = new Set(dropped.filter(({ state }) => state !== "closed").map(demandKey));
  // One that was half delivered has no receipts; those before it have.
  const left = dropped.filter((one) => open.has(demandKey(one)));
  const places = new Set(left.flatMap(({ receipts = {} }) => Object.keys(receipts)));
  if (places.size === 0) return new Map();
  const own = new Set(bots);
  const others = fleet.filter((bot) => !own.has(bot)).flatMap(({ tokens }) => tokens.flatMap(({ sinks }) => sinks));
  const held = others.filter((sink) => places.has(sinkKey(sink)));
  const readings = new Map<string, SinkReading>();
  await inParallel(held, concurrency, async (sink) => {
    readings.set(sinkKey(sink), await readSink(openSink(sink)));
  });
  return readings;
}
