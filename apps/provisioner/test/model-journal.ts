import type { BotRecord, GenerationKey, GenerationRecord, Journal } from "../src/journal/journal.ts";
import { digestOf } from "../src/sinks/open.ts";

/** A journal in memory; the journal's own tests hold it against the one in PostgreSQL. */
export function modelJournal(now: () => Date): Journal & { sealedCopies(): number; loseKey(): void; wipe(): void } {
  const bots = new Map<string, BotRecord>();
  const generations = new Map<string, GenerationRecord>();
  const sealed = new Map<string, string>();
  let keyLost = false;
  const idOf = ({ target, account, token, generation }: GenerationKey): string =>
    JSON.stringify([target, account.toLowerCase(), token, generation]);
  const change = (key: GenerationKey, changes: Partial<GenerationRecord>): void => {
    const record = generations.get(idOf(key));
    if (record) generations.set(idOf(key), { ...record, ...changes });
  };

  return {
    listBots: async (target) => [...bots.values()].filter((bot) => bot.target === target),
    listGenerations: async (target) =>
      [...generations.values()]
        .filter((one) => one.target === target)
        .map((one) => ({ ...one, isOpenable: !keyLost && sealed.has(idOf(one)) })),
    rememberBot: async (bot) =>
      void bots.set(`${bot.target}/${bot.account.toLowerCase()}`, { ...bot, account: bot.account.toLowerCase() }),
    forgetBot: async (target, account) => void bots.delete(`${target}/${account.toLowerCase()}`),
    recordIntent: async (intent) => {
      if (generations.has(idOf(intent))) throw new Error("a generation number is never used twice");
      generations.set(idOf(intent), {
        ...intent,
        account: intent.account.toLowerCase(),
        state: "intended",
        isOpenable: false,
      });
    },
    recordCreated: async (key, { remoteId, lastEight, plaintext }) => {
      sealed.set(idOf(key), plaintext);
      change(key, { state: "created", remoteId, lastEight, digest: digestOf(plaintext), createdAt: now() });
    },
    openSealed: async (key) => (keyLost ? undefined : sealed.get(idOf(key))),
    recordDelivered: async (key) => {
      sealed.delete(idOf(key));
      change(key, { state: "delivered", deliveredAt: now(), lastProbedAt: now() });
    },
    recordAdopted: async (adoption) =>
      void generations.set(idOf(adoption), {
        ...adoption,
        account: adoption.account.toLowerCase(),
        state: "delivered",
        isOpenable: false,
        deliveredAt: now(),
      }),
    recordClosed: async (key) => {
      sealed.delete(idOf(key));
      change(key, { state: "closed" });
    },
    sealedCopies: () => sealed.size,
    loseKey: () => {
      keyLost = true;
    },
    wipe: () => {
      bots.clear();
      generations.clear();
      sealed.clear();
    },
  };
}
