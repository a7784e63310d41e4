import { allows, parseScopes } from "@mintmark/scopes";
import type { DeclaredToken } from "../fleet/fleet.ts";
import type { GenerationKey } from "../journal/journal.ts";
import type { Deliver, Issue } from "../plan/action.ts";
import { digestOf } from "../sinks/open.ts";
import { type Receipt, sinkKey } from "../sinks/sink.ts";
import { asHappened, TargetError } from "../targets/target-error.ts";
import type { Effects, Overwritten } from "./effects.ts";
import { patiently } from "./patiently.ts";

/** Writes every sink, reads each back, tries what was read, and only then calls it delivered. Returns warnings. */
export async function publish(...what: Parameters<typeof write>): Promise<string[]> {
  try {
    return await write(...what);
  } catch (error) {
    throw error instanceof TargetError ? asHappened(error) : error;
  }
}

async function write(
  effects: Effects,
  action: Issue | Deliver,
  key: GenerationKey,
  plaintext: string,
  overwritten: Overwritten,
): Promise<string[]> {
  const { account, declared } = action;
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
  const lost = await findUnreachable(effects, account, declared);
  const made = action.kind === "deliver" ? action.made : declared;
  const seen = declared.repositories?.filter((one) => !lost.includes(one)) ?? [];
  const repository = await refuseUseless(effects, made, held, seen);
  const probed = { answer: "live", at: effects.now(), ...(repository !== undefined && { repository }) };
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
  if (probe === "locked")
    throw new TargetError(
      "refused",
      "the target refuses the account of the new token (403): it is locked, or must change its password first",
    );
}

/**
 * A token that is limited to repositories must show, with the value that readers will use, one that its account may see:
 * which one that was, unless there is none or its scopes do not let it ask. What it was limited to may be declared no more.
 */
async function refuseUseless(
  effects: Effects,
  { repositories = [], scopes }: Deliver["made"],
  plaintext: string,
  seen: readonly string[],
): Promise<string | undefined> {
  const limit = new Set(repositories.map((one) => one.toLowerCase()));
  const mayAsk = allows(parseScopes(scopes), "read", "repository");
  const repository = mayAsk ? seen.find((one) => limit.has(one.toLowerCase())) : undefined;
  if (repository === undefined) return undefined;
  if (await effects.target.tokenReachesRepository(plaintext, repository)) return repository;
  throw new TargetError("refused", `the new token does not show ${repository}, which its account may see`);
}

/** Forgejo checks that the caller may see a listed repository, not that the bot may: without it the token is useless. */
async function findUnreachable(effects: Effects, account: string, { repositories }: DeclaredToken): Promise<string[]> {
  const unreachable: string[] = [];
  for (const repository of repositories ?? []) {
    if (!(await effects.target.reachesRepository(account, repository))) unreachable.push(repository);
  }
  return unreachable;
}
