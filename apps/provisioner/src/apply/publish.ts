import type { DeclaredToken } from "../fleet/fleet.ts";
import type { GenerationKey } from "../journal/journal.ts";
import type { Deliver, Issue } from "../plan/action.ts";
import { digestOf } from "../sinks/open.ts";
import { type Receipt, sinkKey } from "../sinks/sink.ts";
import { TargetError } from "../targets/target-error.ts";
import type { Effects, Overwritten } from "./effects.ts";
import { patiently } from "./patiently.ts";

/** Writes every sink, reads each back, tries what was read, and only then calls it delivered. Returns warnings. */
export async function publish(
  effects: Effects,
  { account, declared }: Issue | Deliver,
  key: GenerationKey,
  plaintext: string,
  overwritten: Overwritten,
): Promise<string[]> {
  await keepOld(effects, declared, overwritten);
  const written: object[] = [];
  const receipts: Record<string, Receipt> = {};
  for (const sink of declared.sinks) {
    const receipt = await patiently(effects, sinkKey(sink), () =>
      effects.openSink(sink, effects.target).write(plaintext),
    );
    written.push({ sink: sinkKey(sink), at: effects.now(), receipt });
    receipts[sinkKey(sink)] = receipt;
  }
  const { held, readBack } = await readAll(effects, declared, plaintext);
  await refuseDead(effects, held);
  const probed = { answer: "live", at: effects.now() };
  const lost = await findUnreachable(effects, account, declared);
  if (declared.repositories) {
    await effects.journal.recordRepositoryAccess(key, { lost, asked: declared.repositories });
  }
  await effects.journal.recordDelivered(key, { written, readBack, probed }, receipts);
  return lost.map((one) => `${account} has no access to ${one}; the token can do nothing there until it is let in`);
}

async function keepOld(effects: Effects, declared: DeclaredToken, overwritten: Overwritten): Promise<void> {
  for (const sink of declared.sinks) {
    // A sink that cannot be read may be writable all the same.
    const value = await effects
      .openSink(sink, effects.target)
      .read?.()
      .catch(() => undefined);
    if (value !== undefined) overwritten.set(digestOf(value), value);
  }
}

async function readAll(effects: Effects, declared: DeclaredToken, plaintext: string) {
  let held = plaintext;
  const readBack: object[] = [];
  for (const sink of declared.sinks) {
    const { read } = effects.openSink(sink, effects.target);
    if (!read) continue;
    const value = await patiently(effects, sinkKey(sink), read);
    if (value !== plaintext) throw new Error(`the sink ${sinkKey(sink)} does not read back what was written`);
    held = value;
    readBack.push({ sink: sinkKey(sink), at: effects.now() });
  }
  return { held, readBack };
}

async function refuseDead(effects: Effects, plaintext: string): Promise<void> {
  const probe = await effects.target.probeToken(plaintext);
  if (probe === "dead") throw new TargetError("refused", "the target refuses the token that it has just made (401)");
  if (probe === "locked") throw new TargetError("refused", "the target refuses the account of the new token (403)");
}

/** Forgejo checks that the caller may see a listed repository, not that the bot may: without it the token is useless. */
async function findUnreachable(effects: Effects, account: string, { repositories }: DeclaredToken): Promise<string[]> {
  const unreachable: string[] = [];
  for (const repository of repositories ?? []) {
    if (!(await effects.target.reachesRepository(account, repository))) unreachable.push(repository);
  }
  return unreachable;
}
