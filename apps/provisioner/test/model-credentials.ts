import { type CredentialRecord, type Credentials, inForce } from "../src/journal/credentials.ts";

/** The provisioner's own tokens in memory, of one target and one starting token. */
export function modelCredentials(now: () => Date) {
  const records = new Map<number, CredentialRecord>();
  const list = (): CredentialRecord[] => [...records.values()].toSorted((a, b) => a.generation - b.generation);
  const change = (generation: number, changes: Partial<CredentialRecord>): void => {
    const record = records.get(generation);
    if (record) records.set(generation, { ...record, ...changes });
  };
  const credentials: Credentials = {
    list: async () => list(),
    listNumbers: async () => new Set(records.keys()),
    async recordIntent(_key, generation) {
      if (records.has(generation)) throw new Error("a generation number is never used twice");
      records.set(generation, { generation, state: "intended" });
    },
    async recordCreated(_key, generation, created) {
      change(generation, { state: "created", ...created, createdAt: now() });
    },
    async recordCurrent(_key, generation) {
      if (records.get(generation)?.state === "created") change(generation, { state: "current", currentSince: now() });
    },
    async recordClosed(_key, generation) {
      const record = records.get(generation);
      if (!record) return;
      const { plaintext: _plaintext, ...rest } = record;
      records.set(generation, { ...rest, state: "closed" });
    },
  };
  return {
    credentials,
    list,
    /** What every process reads that looks now. Undefined: the starting token. */
    inForce: (): string | undefined => inForce(list())?.plaintext,
  };
}
