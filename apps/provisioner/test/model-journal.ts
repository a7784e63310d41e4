import type {
  BotRecord,
  Evidence,
  GenerationKey,
  GenerationRecord,
  Journal,
  Proof,
  RepositoryAccess,
  TokenKey,
} from "../src/journal/journal.ts";
import { LeaseLostError } from "../src/journal/lease.ts";
import { digestOf } from "../src/sinks/open.ts";

type ModelJournal = Journal & {
  sealedCopies(): number;
  /** Generations that were made and are not delivered: what may lie sealed. */
  unfinished(): number;
  /** How often anything was written. */
  writes(): number;
  /** What is sealed now does not open any more; what is sealed from now on does. */
  loseKey(): void;
  wipe(): void;
  /** A backup, and what brings it back. */
  backup(): () => void;
};

/**
 * A journal in memory; the journal's own tests hold it against the one in PostgreSQL. `fenceOf`: the fence of the lease
 * in force.
 */
export function modelJournal(
  now: () => Date,
  fenceOf: (target: string, account: string) => number = () => 0,
): ModelJournal {
  const bots = new Map<string, BotRecord>();
  const generations = new Map<string, GenerationRecord>();
  const sealed = new Map<string, string>();
  const revoked = new Map<string, TokenKey>();
  const access = new Map<string, RepositoryAccess>();
  /** Sealed under a key that is lost. */
  const shut = new Set<string>();
  const idOf = ({ target, account, token, generation }: GenerationKey): string =>
    JSON.stringify([target, account.toLowerCase(), token, generation]);
  const isHighest = (one: GenerationRecord): boolean =>
    ![...generations.values()].some((other) => isSameToken(other, one) && other.generation > one.generation);
  const proofs: Proof[] = [];
  const prove = (
    { target, account, token, generation }: GenerationKey,
    step: Proof["step"],
    detail: Evidence,
  ): void => {
    const key = { target, account: account.toLowerCase(), token };
    const number = 1 + proofs.filter((one) => isSameToken(one, key)).length;
    proofs.push({ ...key, number, generation, step, at: now(), detail, isIntact: true });
  };
  const change = (key: GenerationKey, changes: Partial<GenerationRecord>, detail: Evidence = {}): void => {
    const record = generations.get(idOf(key));
    if (!record) return;
    generations.set(idOf(key), { ...record, ...changes });
    if (changes.state) prove(key, changes.state, detail);
  };

  let writes = 0;
  const open = (mayWrite: () => void): ModelJournal => {
    const guard = (): void => {
      mayWrite();
      writes += 1;
    };
    return {
      listBots: async (target, account) => [...bots.values()].filter((bot) => isOf(bot, target, account)),
      listRevoked: async (target, account) => [...revoked.values()].filter((one) => isOf(one, target, account)),
      recordRevoked: async ({ target, account, token }) => {
        const key = { target, account: account.toLowerCase(), token };
        revoked.set(JSON.stringify(key), key);
      },
      liftRevoked: async ({ target, account, token }) => {
        revoked.delete(JSON.stringify({ target, account: account.toLowerCase(), token }));
      },
      listRepositoryAccess: async (target, account) => [...access.values()].filter((one) => isOf(one, target, account)),
      recordRepositoryAccess: async ({ target, account: name }, { lost, asked }) => {
        writes += 1;
        const account = name.toLowerCase();
        const before = access.get(`${target}/${account}`);
        const lower = inLowerCase(lost);
        const untold = asked ? (before?.lost ?? []).filter((one) => !inLowerCase(asked).includes(one)) : [];
        const checkedAt = (asked && before?.checkedAt) ?? now();
        access.set(`${target}/${account}`, { target, account, checkedAt, lost: [...new Set([...untold, ...lower])] });
      },
      listProofs: async (of) => proofs.filter((one) => isSameToken(one, { ...of, account: of.account.toLowerCase() })),
      listGenerations: async (target, account) =>
        [...generations.values()]
          .filter((one) => isOf(one, target, account) && (one.state !== "closed" || isHighest(one)))
          .map((one) => ({ ...one, isOpenable: sealed.has(idOf(one)) && !shut.has(idOf(one)) })),
      rememberBot: async (bot) => {
        guard();
        bots.set(`${bot.target}/${bot.account.toLowerCase()}`, { ...bot, account: bot.account.toLowerCase() });
      },
      forgetBot: async (target, account) => {
        guard();
        bots.delete(`${target}/${account.toLowerCase()}`);
        access.delete(`${target}/${account.toLowerCase()}`);
      },
      recordIntent: async (intent, evidence = {}) => {
        guard();
        if (generations.has(idOf(intent))) throw new Error("a generation number is never used twice");
        generations.set(idOf(intent), {
          ...intent,
          account: intent.account.toLowerCase(),
          state: "intended",
          isOpenable: false,
        });
        prove(intent, "intended", evidence);
      },
      recordCreated: async (key, { remoteId, lastEight, plaintext }) => {
        guard();
        sealed.set(idOf(key), plaintext);
        change(key, { state: "created", remoteId, lastEight, digest: digestOf(plaintext), createdAt: now() });
      },
      openSealed: async (key) => (shut.has(idOf(key)) ? undefined : sealed.get(idOf(key))),
      recordDelivered: async (key, evidence, receipts = {}) => {
        guard();
        sealed.delete(idOf(key));
        change(key, { state: "delivered", deliveredAt: now(), lastProbedAt: now(), receipts }, evidence);
      },
      recordAdopted: async (adoption) => {
        guard();
        generations.set(idOf(adoption), {
          ...adoption,
          account: adoption.account.toLowerCase(),
          state: "delivered",
          isOpenable: false,
          deliveredAt: now(),
        });
        prove(adoption, "adopted", {});
      },
      recordClosed: async (key, evidence) => {
        guard();
        sealed.delete(idOf(key));
        change(key, { state: "closed" }, evidence);
      },
      under({ target, account, fence }) {
        return open(() => {
          if (fenceOf(target, account) !== fence) throw new LeaseLostError(account);
        });
      },
      sealedCopies: () => sealed.size,
      unfinished: () => [...generations.values()].filter((one) => one.state === "created").length,
      writes: () => writes,
      loseKey: () => {
        for (const id of sealed.keys()) shut.add(id);
      },
      wipe: () => {
        bots.clear();
        generations.clear();
        sealed.clear();
        access.clear();
      },
      backup: () => {
        const saved = [new Map(bots), new Map(generations), new Map(sealed)] as const;
        return () => {
          putBack(bots, saved[0]);
          putBack(generations, saved[1]);
          putBack(sealed, saved[2]);
        };
      },
    };
  };
  return open(() => {});
}

function putBack<Key, Value>(into: Map<Key, Value>, saved: ReadonlyMap<Key, Value>): void {
  into.clear();
  for (const [key, value] of saved) into.set(key, value);
}

const isOf = (one: { target: string; account: string }, target: string, account: string | undefined): boolean =>
  one.target === target && (account === undefined || one.account === account.toLowerCase());

const inLowerCase = (texts: readonly string[]): string[] => texts.map((one) => one.toLowerCase());

const isSameToken = (one: TokenKey, other: TokenKey): boolean =>
  one.target === other.target && one.account === other.account && one.token === other.token;
